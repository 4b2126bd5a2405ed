//! Accounts of staff: who may sign in, and how.

pub mod entity;
mod password;
mod rules;
mod service;
mod sign_in;
mod store;

use chrono::{DateTime, Utc};

pub use entity::{ActiveModel, Column, Entity, Model};
pub(crate) use rules::email;
pub use rules::{NewAccount, PASSWORD_LENGTH};
pub use service::{add, disable, enable, list, set_password};
pub use sign_in::{REFUSALS_ALLOWED, REFUSALS_WINDOW, sign_in, sign_out, viewer_of};
pub(crate) use store::{by_email, names};

use crate::id::AccountId;

/// How the audit log calls an account.
pub(crate) const KIND: &str = "account";

/// An account as lists show it: without its password's hash.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Account {
    /// Its key.
    pub id: AccountId,
    /// Its sign-in name.
    pub email: String,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was shut.
    pub disabled_at: Option<DateTime<Utc>>,
}

impl From<Model> for Account {
    fn from(row: Model) -> Self {
        let Model { id, email, name, password_hash: _, created_at, disabled_at } = row;
        Self { id, email, name, created_at, disabled_at }
    }
}
