//! Cookie sessions: what a browser's session cookie stands for. The cookie's secret is kept as a hash only, so that
//! the table opens no session.

pub mod entity;
mod store;

use chrono::{DateTime, Utc};

pub use entity::{ActiveModel, Column, Entity, Model};
pub(crate) use store::delete_of;
pub use store::{create, delete, delete_expired, load, save};

use crate::id::AccountId;

/// A session.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Its secret, as the cookie carries it.
    pub secret: String,
    /// Whose, once somebody is signed in: the sessions of an account end with its password.
    pub account_id: Option<AccountId>,
    /// Its contents as JSON.
    pub data: String,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}
