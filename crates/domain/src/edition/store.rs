//! Queries on editions.

use std::collections::HashSet;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, OnConflict},
};

use strum::VariantArray;

use super::{Column, Entity, Model, State, event_entity};
use crate::{
    Result, Scope,
    id::{EditionId, ReportRunId},
    rows::Rows,
};

/// The editions whose unit the scope covers whole.
pub fn visible_to(scope: &Scope) -> Select<Entity> {
    Entity::find().filter(scope.unit_condition(Column::RegionalNetworkId, Column::SubProjectId))
}

/// The editions of the report that `of` is an edition of, in any of some states; the newest first.
pub async fn siblings(db: &impl ConnectionTrait, of: &Model, states: &[State]) -> Result<Vec<Model>> {
    let states = states.iter().map(|state| state.as_str());
    Ok(Entity::find()
        .filter(Column::UnitKey.eq(&of.unit_key))
        .filter(Column::CutOff.eq(of.cut_off))
        .filter(Column::Id.ne(of.id))
        .filter(Column::State.is_in(states))
        .order_by_desc(Column::Number)
        .all(db)
        .await?)
}

/// Those of the returned editions that a later edition of their report follows.
pub async fn answered(db: &impl ConnectionTrait, editions: &[Model]) -> Result<HashSet<EditionId>> {
    let returned = editions.iter().filter(|edition| edition.state == State::Returned.as_str());
    let units: HashSet<_> = returned.clone().map(|edition| edition.unit_key.clone()).collect();
    let keys = Vec::from_iter(units);
    let of_units = Rows { select: Entity::find(), column: Column::UnitKey, keys: &keys }.read(db).await?;
    let follows = |edition: &Model, other: &Model| {
        (&other.unit_key, other.cut_off) == (&edition.unit_key, edition.cut_off)
            && other.number > edition.number
    };
    let answered = returned.filter(|edition| of_units.iter().any(|other| follows(edition, other)));
    Ok(answered.map(|edition| edition.id).collect())
}

/// The number of the report's last edition, if that is a later one.
pub async fn newer(db: &impl ConnectionTrait, than: &Model) -> Result<Option<i32>> {
    Ok(Some(last_number(db, than).await?).filter(|last| *last > than.number))
}

/// The highest number of an edition of the report; 0 without any.
pub async fn last_number(db: &impl ConnectionTrait, of: &Model) -> Result<i32> {
    let number: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::UnitKey.eq(&of.unit_key))
        .filter(Column::CutOff.eq(of.cut_off))
        .order_by_desc(Column::Number)
        .into_tuple()
        .one(db)
        .await?;
    Ok(number.unwrap_or_default())
}

/// The edition a run was made for, if any.
pub async fn of_run(db: &impl ConnectionTrait, run: ReportRunId) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::ReportRunId.eq(run)).order_by_desc(Column::Number).one(db).await?)
}

/// The frozen editions, of any viewer, the oldest first.
pub async fn unscoped_frozen(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    let frozen = State::VARIANTS.iter().filter(|state| state.is_frozen()).map(|state| state.as_str());
    Ok(Entity::find().filter(Column::State.is_in(frozen)).order_by_asc(Column::Id).all(db).await?)
}

/// Adds an edition; `false` when there is one of its run or with its number already.
pub async fn insert(tx: &DatabaseTransaction, edition: &Model) -> Result<bool> {
    let insert = Entity::insert(edition.clone().into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned());
    Ok(insert.exec_without_returning(tx).await? == 1)
}

/// Moves an edition on; `false` when it is no longer in the state it was read in.
pub async fn move_on(tx: &DatabaseTransaction, edition: &Model, next: State) -> Result<bool> {
    let moved = Entity::update_many()
        .col_expr(Column::State, Expr::value(next.as_str()))
        .filter(Column::Id.eq(edition.id))
        .filter(Column::State.eq(&edition.state))
        .exec(tx)
        .await?;
    Ok(moved.rows_affected == 1)
}

/// Notes what happened.
pub async fn note(tx: &DatabaseTransaction, event: event_entity::Model) -> Result<()> {
    event.into_active_model().insert(tx).await?;
    Ok(())
}

/// What happened to editions, in order.
pub async fn events(db: &impl ConnectionTrait, ids: &[EditionId]) -> Result<Vec<event_entity::Model>> {
    let select = event_entity::Entity::find()
        .order_by_asc(event_entity::Column::At)
        .order_by_asc(event_entity::Column::Id);
    Rows { select, column: event_entity::Column::ReportEditionId, keys: ids }.read(db).await
}
