//! Reading participants' references, unscoped: for whoever has seen a record of theirs.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, EntityTrait};

use super::{Column, Entity};
use crate::{Result, id::ParticipantId, rows::Rows};

/// The pseudonymous references of these people.
pub async fn unscoped_references(
    db: &impl ConnectionTrait,
    people: &[ParticipantId],
) -> Result<HashMap<ParticipantId, String>> {
    let rows = Rows { select: Entity::find(), column: Column::Id, keys: people }.read(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.reference)).collect())
}
