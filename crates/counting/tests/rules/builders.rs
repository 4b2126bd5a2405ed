//! People, told in the words of the rules.

use chrono::NaiveDate;
use counting::{
    Answer, Case, ESF_PLUS, Employment, Facts, FollowUp, FollowUpResult, Gender, Improvement, IndicatorSet,
    Isced, Outcome, OutcomeKind, Profile, Rulebook, Stay, facts,
};

pub type Codes = Vec<&'static str>;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a test writes dates as YYYY-MM-DD")
}

/// A stay with everything Annex I, point 1.1 asks for: an inactive woman with upper secondary
/// education who belongs to no age group.
pub fn stay(entered_on: &str) -> Stay {
    Stay {
        birth_date: Some(day("1983-05-10")),
        gender: Some(Gender::Female),
        employment: Some(Employment::Inactive),
        in_education: Some(Answer::No),
        isced: Some(Isced::UpperSecondary),
        ..Stay::new(day(entered_on))
    }
}

pub fn stay_as(employment: Employment, entered_on: &str) -> Stay {
    let unemployed = employment == Employment::Unemployed;
    let entry = stay(entered_on);
    Stay { employment: Some(employment), unemployed_since: unemployed.then_some(entry.entered_on), ..entry }
}

pub fn left(left_on: &str, stay: Stay) -> Stay {
    Stay { left_on: Some(day(left_on)), ..stay }
}

pub fn set_of(codes: &[&str], rulebook: &Rulebook) -> IndicatorSet {
    let bit = |code: &&str| rulebook.by_code(code).expect("a code of the rulebook").bit;
    codes.iter().map(bit).collect()
}

pub fn codes_of(set: IndicatorSet, rulebook: &Rulebook) -> Codes {
    rulebook.members(set).map(|indicator| indicator.code).collect()
}

#[derive(Clone, Debug)]
pub struct Person {
    pub stays: Vec<Stay>,
    pub outcomes: Vec<Outcome>,
    pub follow_ups: Vec<FollowUp>,
    pub target_group: IndicatorSet,
    pub operation_ends_on: Option<NaiveDate>,
    pub rulebook: &'static Rulebook,
    pub profile: Profile,
}

impl Person {
    pub fn with(stay: Stay) -> Self {
        Self {
            stays: vec![stay],
            outcomes: Vec::new(),
            follow_ups: Vec::new(),
            target_group: IndicatorSet::EMPTY,
            operation_ends_on: None,
            rulebook: &ESF_PLUS,
            profile: Profile::default(),
        }
    }

    pub fn and(mut self, stay: Stay) -> Self {
        self.stays.push(stay);
        self
    }

    pub fn outcome(mut self, occurred_on: &str, kind: OutcomeKind) -> Self {
        let occurred_on = day(occurred_on);
        self.outcomes.push(Outcome { occurred_on, kind });
        self
    }

    pub fn answered(self, surveyed_on: &str, employment: Employment, better: &[Improvement]) -> Self {
        self.surveyed(FollowUp {
            surveyed_on: day(surveyed_on),
            result: Some(FollowUpResult::Answered),
            employment: Some(employment),
            improvements: better.to_vec(),
        })
    }

    pub fn surveyed(mut self, follow_up: FollowUp) -> Self {
        self.follow_ups.push(follow_up);
        self
    }

    pub fn in_operation_for(mut self, target_group: &[&str]) -> Self {
        self.target_group = set_of(target_group, self.rulebook);
        self
    }

    pub fn in_operation_until(mut self, ends_on: &str) -> Self {
        self.operation_ends_on = Some(day(ends_on));
        self
    }

    pub fn counted_by(mut self, rulebook: &'static Rulebook) -> Self {
        self.rulebook = rulebook;
        self
    }

    pub fn under(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    pub fn case(&self) -> Case<'_> {
        Case {
            stays: &self.stays,
            outcomes: &self.outcomes,
            follow_ups: &self.follow_ups,
            target_group: self.target_group,
            operation_ends_on: self.operation_ends_on,
        }
    }

    pub fn facts(&self) -> Facts {
        facts(&self.case(), self.rulebook, &self.profile)
    }

    pub fn counted_at(&self, cut_off: &str) -> Codes {
        codes_of(counted(&self.facts(), day(cut_off)), self.rulebook)
    }

    pub fn left_out_at(&self, cut_off: &str) -> Codes {
        codes_of(left_out(&self.facts(), day(cut_off)), self.rulebook)
    }

    pub fn results_at(&self, cut_off: &str) -> Codes {
        self.rulebook
            .members(counted(&self.facts(), day(cut_off)))
            .filter(|indicator| indicator.is_result())
            .map(|indicator| indicator.code)
            .collect()
    }

    pub fn counts_for(&self, code: &str) -> bool {
        let bit = self.rulebook.by_code(code).expect("a code of the rulebook").bit;
        counted(&self.facts(), NaiveDate::MAX).contains(bit)
    }
}

pub fn counted(facts: &Facts, cut_off: NaiveDate) -> IndicatorSet {
    let span = facts.spans.iter().find(|span| span.covers(cut_off));
    span.map_or(IndicatorSet::EMPTY, |span| span.counted)
}

pub fn left_out(facts: &Facts, cut_off: NaiveDate) -> IndicatorSet {
    let span = facts.spans.iter().find(|span| span.covers(cut_off));
    span.map_or(IndicatorSet::EMPTY, |span| span.left_out)
}
