//! Indicators of the programme as data: what the projects do, counted by definitions that
//! administrators write ([`Definition`]) or that come with the software ([`ACTIVITIES`]).
//!
//! A definition names a source of records, what is counted, and conditions. The caller turns each
//! record into an [`Activity`] and asks [`record_facts`] for what single records count for, and
//! [`person_facts`] for what a person counts for in a sub-project.

mod activities;
mod activity;
mod age_range;
mod allowed;
mod codes;
mod definition;
mod facts;
mod fault;
mod field;
mod source;

pub use activities::ACTIVITIES;
pub use activity::{Activity, Attendances, Quantity, Value, stay_values};
pub use allowed::Allowed;
pub use codes::{Audience, Channel, Contact, GermanLevel, PlanStatus, QualificationLevel, Subject};
pub(crate) use definition::Recipe;
pub use definition::{Condition, Definition};
pub use facts::{Counted, person_facts, record_facts};
pub use fault::{DefinitionFault, DefinitionRule};
pub use field::Field;
pub use source::{Count, Source};
