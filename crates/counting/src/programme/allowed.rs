//! Which values a condition may ask for.

use super::age_range::AgeRange;
use super::{
    Audience, Channel, Contact, Field, GermanLevel, PlanStatus, QualificationLevel, Source, Subject,
};
use crate::{Answer, Country, Degurba, Employment, EntityKind, Gender, Isced, OutcomeKind};

/// The values a field of a source can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// One of these codes.
    Codes(&'static [&'static str]),
    /// A country by its ISO 3166-1 alpha-2 code in capitals (see [`Country`]).
    Countries,
    /// A range of completed years: `18-29`, `55-` or `-17`, both ends included.
    Ages,
    /// Any text but the empty one.
    AnyText,
}

impl Source {
    /// The values a field can have; `None` when the source does not have the field.
    pub fn allowed(self, field: Field) -> Option<Allowed> {
        self.fields().contains(&field).then(|| self.allowed_of_its(field))
    }

    fn allowed_of_its(self, field: Field) -> Allowed {
        match field {
            Field::Gender => Allowed::Codes(&Gender::CODES),
            Field::Employment => Allowed::Codes(&Employment::CODES),
            Field::Isced => Allowed::Codes(&Isced::CODES),
            Field::InEducation
            | Field::ForeignBackground
            | Field::Disability
            | Field::Minority
            | Field::HousingExclusion
            | Field::RegisteredUnemployed
            | Field::MinorEmployment => Allowed::Codes(&Answer::CODES),
            Field::ThirdCountry => Allowed::Codes(&THIRD_COUNTRY),
            Field::Citizenship => Allowed::Countries,
            Field::Degurba => Allowed::Codes(&Degurba::CODES),
            Field::Age => Allowed::Ages,
            Field::Kind if self == Self::SupportedEntities => Allowed::Codes(&EntityKind::CODES),
            Field::Kind => Allowed::Codes(&OutcomeKind::CODES),
            Field::Contact => Allowed::Codes(&Contact::CODES),
            Field::Subject => Allowed::Codes(&Subject::CODES),
            Field::Channel => Allowed::Codes(&Channel::CODES),
            Field::QualificationLevel => Allowed::Codes(&QualificationLevel::CODES),
            Field::GermanLevel => Allowed::Codes(&GermanLevel::CODES),
            Field::Audience => Allowed::Codes(&Audience::CODES),
            Field::Status => Allowed::Codes(&PlanStatus::CODES),
            Field::OfferType
            | Field::Strand
            | Field::Referral
            | Field::AgeBand
            | Field::Nationality
            | Field::CountryOfQualification
            | Field::ReferenceProfession
            | Field::ResidenceTitle
            | Field::Benefits
            | Field::Outcome
            | Field::Topic
            | Field::Format
            | Field::Trainer => Allowed::AnyText,
        }
    }
}

/// The codes of [`Field::ThirdCountry`]; somebody whose citizenships are unknown has neither.
pub(super) const THIRD_COUNTRY: [&str; 2] = ["yes", "no"];

impl Allowed {
    /// Whether a condition may ask for a value.
    pub fn admits(self, value: &str) -> bool {
        match self {
            Self::Codes(codes) => codes.contains(&value),
            Self::Countries => Country::all().any(|country| country.as_str() == value),
            Self::Ages => value.parse::<AgeRange>().is_ok(),
            Self::AnyText => !value.trim().is_empty(),
        }
    }

    /// What to write: the codes, or the shapes of a range. Empty where any text will do.
    pub fn listed(self) -> Vec<&'static str> {
        match self {
            Self::Codes(codes) => codes.to_vec(),
            Self::Countries => Country::all().map(Country::as_str).collect(),
            Self::Ages => vec!["18-29", "55-", "-17"],
            Self::AnyText => Vec::new(),
        }
    }
}
