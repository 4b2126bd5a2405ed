//! Report runs: requested workbooks and what has become of them.

mod about;
mod attempt;
mod bell;
mod cancel;
pub mod entity;
mod parts;
mod previous;
mod remark;
mod request;
mod retention;
mod rules;
mod service;
mod shelf;
mod store;
mod subject;
mod wishes;

pub use about::About;
pub use attempt::{
    Attempt, Progress, claim, due, fail, progress, publish, put_down, rescue, unscoped_by_ids,
};
pub use bell::Bell;
pub use cancel::cancel;
pub use entity::{ActiveModel, Column, Entity, Model};
pub use parts::parts;
pub use previous::{Previous, previous};
pub use remark::{Remark, remark};
pub use request::{BundleRequest, ReportRequest, asked_last, request, request_bundle, retry};
pub(crate) use retention::hold;
pub use retention::{Expired, Keeping, LOST, Removal, bury, expired, find_again, lose};
pub use rules::{ATTEMPTS, Ending, Failure, SILENCE, Stage, State};
pub(crate) use service::to_change;
pub use service::{ReportFile, by_ids, count, downloaded, file_of, get, page, with_hash};
pub use shelf::Shelf;
pub use subject::{Subject, subject};
pub use wishes::TEMPLATE_VERSION;

/// How the audit log and errors name a report run.
const KIND: &str = "report_run";
