//! Report runs: requested workbooks and what has become of them.

mod attempt;
mod bell;
pub mod entity;
mod previous;
mod request;
mod rules;
mod service;
mod store;
mod subject;

pub use attempt::{Attempt, Progress, claim, due, fail, progress, publish, rescue};
pub use bell::Bell;
pub use entity::{ActiveModel, Column, Entity, Model};
pub use previous::previous;
pub use request::{ReportRequest, request};
pub use rules::{ATTEMPTS, Failure, SILENCE, Stage, State};
pub use service::{ReportFile, count, downloaded, file_of, get, page};
pub use subject::{Subject, subject};
