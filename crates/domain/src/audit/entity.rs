//! The audit log.

use sea_orm::entity::prelude::*;

use crate::id::RequestId;

/// An entry of the audit log, sealed with the hash of the one before.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    /// Position in the chain, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    /// When.
    pub at: DateTimeUtc,
    /// Who: an account's e-mail, `local operator`, `worker` or `anonymous`.
    pub actor: String,
    /// What for, in the actor's words or the use case's.
    pub purpose: String,
    /// What was done, a code of `audit::Action`.
    pub action: String,
    /// Kind of the object.
    pub object_kind: String,
    /// Key or code of the object.
    pub object_id: Option<String>,
    /// State before, as JSON.
    pub before: Option<String>,
    /// State after, as JSON.
    pub after: Option<String>,
    /// How many records were touched or read.
    pub record_count: i64,
    /// The request, command or job.
    pub request_id: RequestId,
    /// Hash of the entry before.
    pub previous_hash: String,
    /// Hash of this entry.
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
