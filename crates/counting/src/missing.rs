//! Why a record is incomplete.

use crate::closed_set::closed_set;
use crate::{Employment, Gender, Rulebook, Stay};

closed_set! {
    /// What a record lacks. All but the last two are data without which nothing about a participant
    /// is reported. ESF Plus: Annex I, point 1.1 and Art. 17(5) of Regulation (EU) 2021/1057. ESF 2014-20:
    /// gender, status, age and education (Annex I, point 1 of Regulation (EU) 1304/2013); how long
    /// somebody was unemployed is not among them. Members keep their place: sets are stored.
    MissingField {
        /// No date of birth.
        BirthDate = "birth_date",
        /// No gender.
        Gender = "gender",
        /// Gender "ohne Eintrag", which has no column; held for decision.
        GenderNotStated = "gender_not_stated",
        /// No labour-market status.
        Employment = "employment",
        /// Unemployed, but not known since when.
        UnemployedSince = "unemployed_since",
        /// No level of education.
        Isced = "isced",
        /// A gender that the rulebook has no column for; held for decision.
        GenderNotReportable = "gender_not_reportable",
        /// Not known whether in education at entry: asked for by those results alone that are for
        /// people outside it.
        InEducation = "in_education",
        /// The day on which a plan was closed.
        ClosedOn = "closed_on",
    }
}

impl MissingField {
    /// The field of the record to mend.
    pub const fn field(self) -> &'static str {
        match self {
            Self::GenderNotStated | Self::GenderNotReportable => Self::Gender.as_str(),
            _ => self.as_str(),
        }
    }
}

/// The fields a record lacks; none of them means complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MissingFields(u16);

impl MissingFields {
    /// What the record of a first entry lacks under a rulebook of the data without which it counts
    /// for nothing.
    pub fn of(stay: &Stay, rulebook: &Rulebook) -> Self {
        let unemployed = stay.employment == Some(Employment::Unemployed);
        let needs_duration = rulebook.needs_unemployment_duration && unemployed;
        let has_no_column = |gender| gender != Gender::NotStated && !rulebook.genders.contains(&gender);
        let lacks = |field: &MissingField| match field {
            MissingField::BirthDate => stay.birth_date.is_none(),
            MissingField::Gender => stay.gender.is_none(),
            MissingField::GenderNotStated => stay.gender == Some(Gender::NotStated),
            MissingField::Employment => stay.employment.is_none(),
            MissingField::UnemployedSince => needs_duration && stay.unemployed_since.is_none(),
            MissingField::Isced => stay.isced.is_none(),
            MissingField::GenderNotReportable => stay.gender.is_some_and(has_no_column),
            MissingField::InEducation | MissingField::ClosedOn => false,
        };
        MissingField::ALL.into_iter().filter(lacks).collect()
    }

    /// The fields stored as a number, one binary digit per field.
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// The number to store.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether nothing is missing.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a field is missing.
    pub const fn contains(self, field: MissingField) -> bool {
        self.0 >> field as u16 & 1 == 1
    }

    /// Notes a field as missing.
    pub const fn insert(&mut self, field: MissingField) {
        self.0 |= 1 << field as u16;
    }

    /// The missing fields, in the order of [`MissingField::ALL`].
    pub fn iter(self) -> impl Iterator<Item = MissingField> {
        MissingField::ALL.into_iter().filter(move |field| self.contains(*field))
    }
}

impl FromIterator<MissingField> for MissingFields {
    fn from_iter<I: IntoIterator<Item = MissingField>>(fields: I) -> Self {
        fields.into_iter().fold(Self::default(), |mut set, field| {
            set.insert(field);
            set
        })
    }
}
