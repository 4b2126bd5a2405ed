//! Warnings that somebody looked into and accepts.

use chrono::{DateTime, Utc};

/// A warning that is accepted, in the words of the report's language. Pseudonymous.
#[derive(Clone, Debug)]
pub struct WaivedWarning {
    /// The rule, such as `V-14`.
    pub rule: String,
    /// What the warning is about: a record, a figure or a unit.
    pub about: String,
    /// What is remarkable.
    pub message: String,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepted it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}
