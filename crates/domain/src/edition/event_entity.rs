//! The table of what happened to editions. Rows are only added.

use sea_orm::entity::prelude::*;

use crate::id::{AccountId, EditionEventId, EditionId};

/// An edition reached a state.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_edition_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EditionEventId,
    /// The edition.
    pub report_edition_id: EditionId,
    /// The state reached, a code of `edition::State`.
    pub state: String,
    /// When.
    pub at: DateTimeUtc,
    /// By which account; none for the local operator.
    pub by_account_id: Option<AccountId>,
    /// By whom.
    pub by_name: String,
    /// Why, for what was returned; a remark otherwise.
    pub reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
