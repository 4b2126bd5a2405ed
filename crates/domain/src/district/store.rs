//! Reading districts. They are public, so nobody is asked for a viewer.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Listing, Model};
use crate::{Result, db, rows::Rows};

/// All districts with their outlines, by AGS.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::Ags).all(db).await?)
}

/// All districts without their outlines, by AGS.
pub async fn listed(db: &impl ConnectionTrait) -> Result<Vec<Listing>> {
    let select = Entity::find().order_by_asc(Column::Ags);
    Ok(select.into_partial_model().all(db).await?)
}

/// The districts with these keys (AGS) and their outlines, in no order.
pub async fn by_ags(db: &impl ConnectionTrait, ags: &[String]) -> Result<Vec<Model>> {
    Rows { select: Entity::find(), column: Column::Ags, keys: ags }.read(db).await
}

/// The districts with these keys (AGS), without their outlines, in no order.
pub async fn listed_by_ags(db: &impl ConnectionTrait, ags: &[String]) -> Result<Vec<Listing>> {
    let mut districts = Vec::new();
    for ags in ags.chunks(db::KEYS_PER_STATEMENT) {
        let select = Entity::find().filter(Column::Ags.is_in(ags));
        districts.extend(select.into_partial_model::<Listing>().all(db).await?);
    }
    Ok(districts)
}
