//! What came of it.

use chrono::{Days, NaiveDate};
use counting::{
    Case, EducationResult, Employment, FollowUp, FollowUpResult, Improvement, OpenResultWindow, OutcomeKind,
    SixMonths, Stay,
};

use super::outputs::Participant;
use super::{Law, Question, Set, plus_months};

/// From the first entry to the last exit known at the cut-off.
pub struct Stretch<'a> {
    pub case: &'a Case<'a>,
    pub first: &'a Stay,
    pub last_entry: NaiveDate,
    pub exit: NaiveDate,
    pub comes_back_on: Option<NaiveDate>,
}

const AT_WORK: u8 = 3;
const LOOKING: u8 = 2;

impl Stretch<'_> {
    pub fn counts_for(&self, question: &Question<'_>, participant: &Participant<'_>) -> Set {
        let upon_leaving = self.upon_leaving(question, participant);
        let [works, improved] = self.later(question, participant);
        let disadvantaged = participant.disadvantaged();
        let any = upon_leaving.contains(&true);
        let codes: Vec<(&'static str, bool)> = match question.law {
            Law::EsfPlus => {
                let codes = ["EECR01", "EECR02", "EECR03", "EECR04"].into_iter().zip(upon_leaving);
                codes.chain([("EECR05", works), ("EECR06", improved)]).collect()
            }
            Law::Esf2014 => {
                let codes = ["CR01", "CR02", "CR03", "CR04"].into_iter().zip(upon_leaving);
                let more = [
                    ("CR05", any && disadvantaged),
                    ("CR06", works),
                    ("CR07", improved),
                    ("CR08", works && participant.years > 54),
                    ("CR09", works && disadvantaged),
                ];
                codes.chain(more).collect()
            }
        };
        codes.into_iter().filter_map(|(code, holds)| holds.then_some(code)).collect()
    }

    /// Looking for work, in education, qualified, at work.
    fn upon_leaving(&self, question: &Question<'_>, participant: &Participant<'_>) -> [bool; 4] {
        let last_day = self.exit + Days::new(28);
        if question.profile.open_result_window == OpenResultWindow::ClosedOnly && question.cut_off < last_day
        {
            return [false; 4];
        }
        let end = question.cut_off.min(last_day);
        let has = |from: NaiveDate, kind| {
            let mut outcomes = self.case.outcomes.iter();
            outcomes.any(|outcome| (from..=end).contains(&outcome.occurred_on) && outcome.kind == kind)
        };
        let status = self.status_on(end);
        let may_learn = match question.profile.education_result {
            EducationResult::Newly => participant.outside_education,
            EducationResult::AnyStart => true,
        };
        [
            self.first.employment == Some(Employment::Inactive) && status == LOOKING,
            may_learn && has(self.exit.max(self.first.entered_on), OutcomeKind::Education),
            has(self.first.entered_on, OutcomeKind::Qualification),
            participant.without_work() && status == AT_WORK,
        ]
    }

    /// The status by the end of a day, 0 when nobody knows.
    fn status_on(&self, day: NaiveDate) -> u8 {
        let strength = |kind| match kind {
            OutcomeKind::Job | OutcomeKind::SelfEmployment => AT_WORK,
            OutcomeKind::Unemployment | OutcomeKind::JobSearch => LOOKING,
            OutcomeKind::Inactivity => 1,
            _ => 0,
        };
        let mut events: Vec<_> = (self.case.outcomes.iter())
            .filter(|outcome| outcome.occurred_on >= self.last_entry && outcome.occurred_on <= day)
            .map(|outcome| (outcome.occurred_on, strength(outcome.kind)))
            .filter(|(_, strength)| *strength > 0)
            .collect();
        events.sort_unstable();
        events.last().map_or(0, |(_, strength)| *strength)
    }

    /// In work and in a better situation, six months later.
    fn later(&self, question: &Question<'_>, participant: &Participant<'_>) -> [bool; 2] {
        let day = plus_months(self.exit, 6);
        let survey = self.survey(day).filter(|_| day <= question.cut_off);
        let surveyed = survey.is_some_and(|survey| survey.employment == Some(Employment::Employed));
        let better =
            |survey: &&FollowUp| survey.improvements.iter().any(|kind| *kind != Improvement::PayOnly);
        let worked = question.profile.six_months == SixMonths::Within && {
            let end = day.min(question.cut_off);
            self.exit.iter_days().take_while(|day| *day <= end).any(|day| self.status_on(day) == AT_WORK)
        };
        let works = participant.without_work() && (surveyed || worked);
        [works, !participant.without_work() && survey.is_some_and(|survey| better(&survey))]
    }

    fn survey(&self, day: NaiveDate) -> Option<&FollowUp> {
        let mut surveys: Vec<_> = (self.case.follow_ups.iter())
            .filter(|survey| survey.surveyed_on >= day)
            .filter(|survey| self.comes_back_on.is_none_or(|back| survey.surveyed_on < back))
            .filter(|survey| match survey.result {
                Some(FollowUpResult::Answered) => true,
                Some(FollowUpResult::Refused | FollowUpResult::NotReached) => false,
                None => survey.employment.is_some() || !survey.improvements.is_empty(),
            })
            .collect();
        surveys.sort_by_key(|survey| survey.surveyed_on);
        surveys.last().copied()
    }
}
