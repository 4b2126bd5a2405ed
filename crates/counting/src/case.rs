//! What is counted: one person in one operation, as the records tell it.

mod codes;
mod records;

pub use codes::{
    Answer, Degurba, Employment, EntityKind, FollowUpResult, Gender, Improvement, Isced, OutcomeKind,
};
pub use records::{Case, FollowUp, Outcome, Stay};
