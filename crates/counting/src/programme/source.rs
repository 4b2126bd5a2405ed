//! Where a definition looks and what it counts there.

use super::Field;
use crate::Unit;
use crate::closed_set::closed_set;

closed_set! {
    /// The records a definition counts.
    Source {
        /// Stays in an operation.
        Participations = "participations",
        /// What happened to participants.
        Outcomes = "outcomes",
        /// Contacts of a consultation.
        Consultations = "consultations",
        /// Training events.
        Trainings = "trainings",
        /// Individual plans on the way to a recognised qualification.
        QualificationPlans = "qualification_plans",
        /// Supported entities.
        SupportedEntities = "supported_entities",
        /// The pool of trainers.
        Trainers = "trainers",
        /// Numbers entered by hand for the indicator itself.
        ByHand = "by_hand",
    }
}

closed_set! {
    /// What of the records is counted.
    Count {
        /// People, each once per sub-project.
        Persons = "persons",
        /// Entries into a measure, one per stay.
        Entries = "entries",
        /// Contacts, one per consultation.
        Contacts = "contacts",
        /// Things that took place: training events, outcomes.
        Events = "events",
        /// Attendances at a training.
        Attendances = "attendances",
        /// Hours of a training, in minutes: sums of them are exact.
        Hours = "hours",
        /// Plans.
        Plans = "plans",
        /// Entities, one per record.
        Entities = "entities",
        /// Trainers, one per record.
        Trainers = "trainers",
        /// The number entered.
        Value = "value",
    }
}

impl Source {
    /// What can be counted of its records.
    pub const fn counts(self) -> &'static [Count] {
        match self {
            Self::Participations => &[Count::Persons, Count::Entries],
            Self::Outcomes => &[Count::Persons, Count::Events],
            Self::Consultations => &[Count::Persons, Count::Contacts],
            Self::Trainings => &[Count::Events, Count::Attendances, Count::Hours],
            Self::QualificationPlans => &[Count::Persons, Count::Plans],
            Self::SupportedEntities => &[Count::Entities],
            Self::Trainers => &[Count::Trainers],
            Self::ByHand => &[Count::Value],
        }
    }

    /// What a condition can ask of its records.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Participations => &[
                Field::Gender,
                Field::Employment,
                Field::InEducation,
                Field::Isced,
                Field::Citizenship,
                Field::ThirdCountry,
                Field::ForeignBackground,
                Field::Disability,
                Field::Minority,
                Field::HousingExclusion,
                Field::Degurba,
                Field::RegisteredUnemployed,
                Field::MinorEmployment,
                Field::Age,
                Field::OfferType,
                Field::Strand,
            ],
            Self::Outcomes => &[
                Field::Kind,
                Field::Gender,
                Field::Employment,
                Field::Isced,
                Field::Age,
                Field::ThirdCountry,
                Field::Strand,
            ],
            Self::Consultations => &[
                Field::Contact,
                Field::Subject,
                Field::Channel,
                Field::Referral,
                Field::Gender,
                Field::AgeBand,
                Field::Nationality,
                Field::CountryOfQualification,
                Field::QualificationLevel,
                Field::ReferenceProfession,
                Field::ResidenceTitle,
                Field::GermanLevel,
                Field::Benefits,
                Field::Outcome,
                Field::Strand,
            ],
            Self::Trainings => &[Field::Audience, Field::Topic, Field::Format, Field::Trainer, Field::Strand],
            Self::QualificationPlans => &[Field::Status, Field::ReferenceProfession, Field::Strand],
            Self::SupportedEntities => &[Field::Kind, Field::Strand],
            Self::Trainers => &[Field::Topic, Field::Strand],
            Self::ByHand => &[Field::Strand],
        }
    }
}

impl Count {
    /// The unit of its figures.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Persons => Unit::Persons,
            Self::Entries => Unit::Entries,
            Self::Contacts => Unit::Contacts,
            Self::Events => Unit::Events,
            Self::Attendances => Unit::Attendances,
            Self::Hours => Unit::Minutes,
            Self::Plans => Unit::Plans,
            Self::Entities => Unit::Entities,
            Self::Trainers => Unit::Trainers,
            Self::Value => Unit::Value,
        }
    }
}
