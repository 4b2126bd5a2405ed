//! The situation of a participant at the first entry, which decides who counts where.

use std::ops::RangeInclusive;

use chrono::{Months, NaiveDate};

use crate::condition::Verdict;
use crate::{
    Answer, Case, Degurba, EducationResult, Employment, IndicatorSet, Isced, LongTermUnemployment, Profile,
    Stay, TargetGroup, completed_years,
};

/// The first stay, seen through the counting profile.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    stay: &'a Stay,
    profile: &'a Profile,
    target_group: IndicatorSet,
    age: Option<u32>,
    in_education: Option<Answer>,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(stay: &'a Stay, case: &Case<'_>, profile: &'a Profile) -> Self {
        let age = (stay.birth_date).map(|birth_date| completed_years(birth_date, stay.entered_on));
        let target_group = match profile.target_group {
            TargetGroup::CountsAll => case.target_group,
            TargetGroup::AnswersOnly => IndicatorSet::EMPTY,
        };
        Self { stay, profile, target_group, age, in_education: stay.in_education }
    }

    /// The same with another answer to whether the person was in education.
    pub(crate) fn answering(self, in_education: Answer) -> Self {
        Self { in_education: Some(in_education), ..self }
    }

    pub(crate) fn profile(&self) -> &Profile {
        self.profile
    }

    /// The indicators that count everyone in the operation.
    pub(crate) fn target_group(&self) -> IndicatorSet {
        self.target_group
    }

    pub(crate) fn is(&self, employment: Employment) -> Verdict {
        match self.stay.employment {
            Some(recorded) => (recorded == employment).into(),
            None => Verdict::Possible,
        }
    }

    /// Unemployed or inactive.
    pub(crate) fn is_without_work(&self) -> Verdict {
        self.is(Employment::Unemployed).max(self.is(Employment::Inactive))
    }

    pub(crate) fn is_aged(&self, years: RangeInclusive<u32>) -> Verdict {
        match self.age {
            Some(age) => years.contains(&age).into(),
            None => Verdict::Possible,
        }
    }

    pub(crate) fn has_education(&self, levels: RangeInclusive<Isced>) -> Verdict {
        match self.stay.isced {
            Some(isced) => levels.contains(&isced).into(),
            None => Verdict::Possible,
        }
    }

    /// In no education. A refusal is not taken for a "no".
    pub(crate) fn is_outside_education(&self) -> Verdict {
        match self.in_education {
            Some(answer) => (answer == Answer::No).into(),
            None => Verdict::Possible,
        }
    }

    /// Whether starting education can be a result, by the profile's rule.
    pub(crate) fn may_start_education(&self) -> Verdict {
        match self.profile.education_result {
            EducationResult::Newly => self.is_outside_education(),
            EducationResult::AnyStart => Verdict::Yes,
        }
    }

    pub(crate) fn has_disability(&self) -> Verdict {
        is_yes(self.stay.disability)
    }

    pub(crate) fn has_foreign_background(&self) -> Verdict {
        is_yes(self.stay.foreign_background)
    }

    pub(crate) fn belongs_to_minority(&self) -> Verdict {
        is_yes(self.stay.minority)
    }

    pub(crate) fn is_excluded_from_housing(&self) -> Verdict {
        is_yes(self.stay.housing_exclusion)
    }

    pub(crate) fn lives_in_rural_area(&self) -> Verdict {
        (self.stay.degurba == Some(Degurba::RuralAreas)).into()
    }

    pub(crate) fn is_third_country_national(&self) -> Verdict {
        (self.stay.is_third_country_national() == Some(true)).into()
    }

    /// Since when somebody has been unemployed is on record.
    pub(crate) fn knows_duration(&self) -> Verdict {
        self.stay.unemployed_since.is_some().into()
    }

    /// Unemployed for long enough by the profile's rule. Months end on the same day of the month,
    /// or on its last day where it is shorter.
    pub(crate) fn is_long_term_unemployed(&self) -> Verdict {
        let long_enough = match self.stay.unemployed_since {
            Some(since) => self.is_long_after(since),
            None => Verdict::Possible,
        };
        self.is(Employment::Unemployed).min(long_enough)
    }

    fn is_long_after(&self, since: NaiveDate) -> Verdict {
        let entered_on = self.stay.entered_on;
        let end_of = |months| since.checked_add_months(Months::new(months));
        let exceeds = |months| Verdict::from(end_of(months).is_some_and(|end| entered_on > end));
        match self.profile.long_term_unemployment {
            LongTermUnemployment::Ec => exceeds(12).max(exceeds(6).min(self.is_aged(0..=24))),
            LongTermUnemployment::Sgb3 => end_of(12).is_some_and(|end| entered_on >= end).into(),
        }
    }
}

/// Neither silence nor a refusal is taken for a "yes".
fn is_yes(answer: Option<Answer>) -> Verdict {
    (answer == Some(Answer::Yes)).into()
}
