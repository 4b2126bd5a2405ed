//! Who somebody was at the first entry.

use counting::{
    Answer, Case, Degurba, ESF_2014, ESF_PLUS, Employment, LongTermUnemployment, Profile, Stay, TargetGroup,
};

use super::{Law, Question, Set, age, plus_months};

/// A complete record, in the words of both laws.
pub struct Participant<'a> {
    case: &'a Case<'a>,
    law: Law,
    counts_target_group: bool,
    pub employment: Employment,
    pub years: i32,
    long_term: bool,
    level: u8,
    pub outside_education: bool,
    disabled: bool,
    third_country: bool,
    foreign: bool,
    minority: bool,
    homeless: bool,
    rural: bool,
}

fn long_term_unemployed(first: &Stay, years: i32, profile: &Profile) -> bool {
    let (Some(Employment::Unemployed), Some(since)) = (first.employment, first.unemployed_since) else {
        return false;
    };
    match profile.long_term_unemployment {
        LongTermUnemployment::Ec if years < 25 => first.entered_on > plus_months(since, 6),
        LongTermUnemployment::Ec => first.entered_on > plus_months(since, 12),
        LongTermUnemployment::Sgb3 => first.entered_on >= plus_months(since, 12),
    }
}

impl<'a> Participant<'a> {
    pub fn of(first: &Stay, case: &'a Case<'a>, question: &Question<'_>) -> Self {
        let union = |code: &&str| -> bool {
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".contains(*code)
        };
        let states: Vec<&str> = first.citizenships.iter().map(|state| state.as_str()).collect();
        let years = age(first.birth_date.expect("complete"), first.entered_on);
        Self {
            case,
            law: question.law,
            counts_target_group: question.profile.target_group == TargetGroup::CountsAll,
            employment: first.employment.expect("complete"),
            years,
            long_term: long_term_unemployed(first, years, question.profile),
            level: first.isced.expect("complete").level(),
            outside_education: first.in_education == Some(Answer::No),
            disabled: first.disability == Some(Answer::Yes),
            third_country: !states.is_empty() && !states.iter().any(union),
            foreign: first.foreign_background == Some(Answer::Yes),
            minority: first.minority == Some(Answer::Yes),
            homeless: first.housing_exclusion == Some(Answer::Yes),
            rural: first.degurba == Some(Degurba::RuralAreas),
        }
    }

    pub fn without_work(&self) -> bool {
        self.employment != Employment::Employed
    }

    /// CO15 to CO18.
    pub fn disadvantaged(&self) -> bool {
        self.characteristics().iter().any(|(code, holds)| *code != "CO19" && *holds)
    }

    pub fn counts_for(&self) -> Set {
        let mut set: Set = match self.law {
            Law::EsfPlus => self.esf_plus(),
            Law::Esf2014 => self.esf_2014(),
        }
        .into_iter()
        .filter_map(|(code, holds)| holds.then_some(code))
        .collect();
        set.extend(self.characteristics().into_iter().filter_map(|(code, holds)| holds.then_some(code)));
        set
    }

    fn esf_plus(&self) -> Vec<(&'static str, bool)> {
        vec![
            ("EECO01", true),
            ("EECO02", self.employment == Employment::Unemployed),
            ("EECO03", self.long_term),
            ("EECO04", self.employment == Employment::Inactive),
            ("EECO05", self.employment == Employment::Employed),
            ("EECO06", self.years < 18),
            ("EECO07", self.years >= 18 && self.years < 30),
            ("EECO08", self.years >= 55),
            ("EECO09", self.level <= 2),
            ("EECO10", self.level == 3 || self.level == 4),
            ("EECO11", self.level >= 5),
        ]
    }

    fn esf_2014(&self) -> Vec<(&'static str, bool)> {
        let idle = self.employment == Employment::Inactive && self.outside_education;
        let unemployed = self.employment == Employment::Unemployed;
        vec![
            ("CO_TOTAL", true),
            ("CO01", unemployed),
            ("CO02", self.long_term),
            ("CO03", self.employment == Employment::Inactive),
            ("CO04", idle),
            ("CO05", self.employment == Employment::Employed),
            ("CO06", self.years < 25),
            ("CO07", self.years > 54),
            ("CO08", self.years > 54 && (unemployed || idle)),
            ("CO09", self.level == 1 || self.level == 2),
            ("CO10", self.level == 3 || self.level == 4),
            ("CO11", self.level >= 5),
        ]
    }

    fn characteristics(&self) -> Vec<(&'static str, bool)> {
        let by_answer = match self.law {
            Law::EsfPlus => vec![
                ("EECO12", self.disabled),
                ("EECO13", self.third_country),
                ("EECO14", self.foreign),
                ("EECO15", self.minority),
                ("EECO16", self.homeless),
                ("EECO17", self.rural),
            ],
            Law::Esf2014 => vec![
                ("CO15", self.third_country || self.foreign || self.minority),
                ("CO16", self.disabled),
                ("CO17", false),
                ("CO18", self.homeless),
                ("CO19", self.rural),
            ],
        };
        by_answer.into_iter().map(|(code, holds)| (code, holds || self.is_required(code))).collect()
    }

    fn is_required(&self, code: &str) -> bool {
        let rulebook = if self.law == Law::EsfPlus { &ESF_PLUS } else { &ESF_2014 };
        let bit = rulebook.by_code(code).expect("known").bit;
        self.counts_target_group && self.case.target_group.contains(bit)
    }
}
