//! Personal API tokens for `Authorization: Bearer`: they may do what their account may do today.

pub mod entity;
mod rules;
mod secret;
mod service;
mod store;

use chrono::{DateTime, Utc};

pub use entity::{ActiveModel, Column, Entity, Model};
pub use rules::{LONGEST_LIFE, NewToken};
pub use secret::PREFIX;
pub use service::{Created, authenticate, create, list, revoke};
pub(crate) use store::revoke_all_of;

use crate::id::ApiTokenId;

/// How the audit log calls a token.
pub(crate) const KIND: &str = "api_token";

/// A token as lists show it: without its hash.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, sea_orm::FromQueryResult)]
pub struct Token {
    /// Its key.
    pub id: ApiTokenId,
    /// Whose.
    pub email: String,
    /// What it is for.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// When it was withdrawn.
    pub revoked_at: Option<DateTime<Utc>>,
}
