//! The end of the audit chain.

use sea_orm::entity::prelude::*;

/// The last position and hash of the chain: one row, locked while an entry is added.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// Last position.
    pub position: i64,
    /// Last hash.
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
