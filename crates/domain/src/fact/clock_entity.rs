//! The newest moment at which anything became known.

use sea_orm::entity::prelude::*;

/// The stamp of the last change of records or rules: one row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_clock")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// The stamp.
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
