//! The table of cookie sessions.

use sea_orm::entity::prelude::*;

use crate::id::AccountId;

/// A cookie session.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Hash of the session's secret.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Whose, once somebody is signed in.
    pub account_id: Option<AccountId>,
    /// Its contents as JSON.
    pub data: String,
    /// When it ends.
    pub expires_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
