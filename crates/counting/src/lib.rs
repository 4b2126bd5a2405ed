#![doc = include_str!("../README.md")]

mod age;
mod case;
mod closed_set;
mod condition;
mod country;
mod entry;
mod esf_2014;
mod esf_plus;
mod facts;
mod indicator;
mod leaving;
mod missing;
pub mod plausibility;
mod profile;
pub mod programme;
mod results;
pub mod sampling;
mod timeline;

pub use age::completed_years;
pub use case::{
    Answer, Case, Degurba, Employment, EntityKind, FollowUp, FollowUpResult, Gender, Improvement, Isced,
    Outcome, OutcomeKind, Stay,
};
pub use closed_set::UnknownCode;
pub use country::Country;
pub use esf_2014::ESF_2014;
pub use esf_plus::ESF_PLUS;
pub use facts::{Facts, Span, entity_facts, facts, project_facts};
pub use indicator::{Group, Indicator, IndicatorSet, Rulebook, Unit, rulebook};
pub use leaving::{last_window_day, six_months_after};
pub use missing::{MissingField, MissingFields};
pub use profile::{
    EducationResult, LongTermUnemployment, OpenResultWindow, Operation, Profile, RunningOperations,
    SixMonths, TargetGroup, UnknownChoice,
};
pub use programme::ACTIVITIES;
