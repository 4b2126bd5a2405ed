//! Deadlines of reports: by when what had happened by which day is to be handed in, and the dates before that.
//!
//! Every period with a rulebook has those that the law gives (`rules::by_law`). An administrator changes one, adds one, ends
//! one, and says how many days before it sub-projects and coordinations hand in; rows are kept for what differs from the
//! law alone, each change as a version with a reason.

mod check;
pub mod check_entity;
pub mod check_result_entity;
pub mod entity;
pub mod lead_entity;
mod rules;
mod schedule;
mod service;
mod silent;
pub(crate) mod store;
pub mod task_entity;

pub use check::{Found, PreCheck, check, checks};
pub use entity::{ActiveModel, Column, Entity, Model};
pub use rules::{Deadline, Ended, LeadTimes, next};
pub(crate) use rules::{chosen, next_report};
pub use schedule::{Due, Task, carry_out, due};
pub use service::{
    DeadlineEnding, DeadlineSetting, LeadTimesSetting, end, ended, lead_times, list, set, set_lead_times,
};
pub(crate) use silent::silent;

/// How the audit log and errors name a deadline.
const KIND: &str = "report_deadline";
