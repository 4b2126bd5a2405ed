//! Reading institutions, their names and roles. They are public, so nobody is asked for a viewer.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use super::{Column, Entity, Model, name_entity, name_on, role_entity};
use crate::{
    Result,
    id::{FundingPeriodId, InstitutionId},
    rows::Rows,
};

/// All institutions, by code.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::Code).all(db).await?)
}

/// The institutions with these keys, in no order.
pub async fn by_ids(db: &impl ConnectionTrait, ids: &[InstitutionId]) -> Result<Vec<Model>> {
    Rows { select: Entity::find(), column: Column::Id, keys: ids }.read(db).await
}

/// All names of these institutions, in no order.
pub async fn names_of(db: &impl ConnectionTrait, ids: &[InstitutionId]) -> Result<Vec<name_entity::Model>> {
    let select = name_entity::Entity::find();
    Rows { select, column: name_entity::Column::InstitutionId, keys: ids }.read(db).await
}

/// What each of these institutions was called on a day; those without a name that day are left out.
pub async fn names_on(
    db: &impl ConnectionTrait,
    ids: &[InstitutionId],
    day: NaiveDate,
) -> Result<HashMap<InstitutionId, String>> {
    let mut all: HashMap<InstitutionId, Vec<name_entity::Model>> = HashMap::new();
    for name in names_of(db, ids).await? {
        all.entry(name.institution_id).or_default().push(name);
    }
    let named = all.into_iter().filter_map(|(id, names)| Some((id, name_on(&names, day)?.name.clone())));
    Ok(named.collect())
}

/// The roles that institutions have in these periods, in no order.
pub async fn roles_in(
    db: &impl ConnectionTrait,
    periods: &[FundingPeriodId],
) -> Result<Vec<role_entity::Model>> {
    let select = role_entity::Entity::find();
    Rows { select, column: role_entity::Column::FundingPeriodId, keys: periods }.read(db).await
}
