//! The table of accounts.

use sea_orm::entity::prelude::*;

use crate::id::AccountId;

/// An account of a member of staff.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    /// E-mail address in lower case: the sign-in name.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// Argon2 hash.
    pub password_hash: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it was shut.
    pub disabled_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
