//! The table of participants.

use sea_orm::entity::prelude::*;

use crate::id::ParticipantId;

/// A person behind a pseudonymous reference; nothing else is known here.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "participant")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ParticipantId,
    /// The pseudonymous reference.
    pub reference: String,
    /// When it was first seen.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
