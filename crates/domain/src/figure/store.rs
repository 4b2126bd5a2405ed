//! Reading the ledger, and the structure that figures are told by.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    AccessMode, ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend,
    EntityTrait, FromQueryResult, IsolationLevel, QueryFilter, QuerySelect, Select, TransactionTrait,
    prelude::Uuid,
};

use crate::{
    Result, db,
    fact::{Column, Entity, head_entity},
    id::{FundingPeriodId, ParticipantId, SubProjectId},
};

/// What figures need of a fact.
#[derive(Debug, FromQueryResult)]
pub(super) struct FactRow {
    pub sub_project_id: SubProjectId,
    pub rulebook: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub participant_id: Option<ParticipantId>,
    pub gender: Option<String>,
    pub quantity: i32,
    pub counted: i64,
    pub left_out: i64,
    pub missing: i32,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
}

/// A transaction whose reads all see the same state.
pub(crate) async fn snapshot(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    Ok(match db.get_database_backend() {
        DbBackend::Sqlite => db.begin().await?,
        _ => db.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await?,
    })
}

/// How far the ledgers of a period have grown.
pub(super) async fn heads(
    db: &impl ConnectionTrait,
    period: FundingPeriodId,
) -> Result<HashMap<SubProjectId, i64>> {
    let heads =
        head_entity::Entity::find().filter(head_entity::Column::FundingPeriodId.eq(period)).all(db).await?;
    Ok(heads.into_iter().map(|head| (head.sub_project_id, head.revision)).collect())
}

/// The facts of sub-projects that are known now.
pub(super) async fn open_facts(
    db: &impl ConnectionTrait,
    period: FundingPeriodId,
    sub_projects: &[SubProjectId],
) -> Result<Vec<FactRow>> {
    let mut rows = Vec::new();
    for some in sub_projects.chunks(db::KEYS_PER_STATEMENT) {
        let facts = narrow(period)
            .filter(Column::SubProjectId.is_in(some.iter().copied()))
            .filter(Column::KnownUntil.is_null());
        rows.extend(facts.into_model().all(db).await?);
    }
    Ok(rows)
}

/// The facts that were known at a moment and hold, or held before, at a cut-off: straight from the ledger.
pub(super) async fn facts_known_at(
    db: &impl ConnectionTrait,
    period: FundingPeriodId,
    known_at: DateTime<Utc>,
    cut_off: NaiveDate,
) -> Result<Vec<FactRow>> {
    let not_yet_replaced =
        Condition::any().add(Column::KnownUntil.is_null()).add(Column::KnownUntil.gt(known_at));
    let facts = narrow(period)
        .filter(Column::KnownFrom.lte(known_at))
        .filter(not_yet_replaced)
        .filter(Column::ValidFrom.lte(cut_off));
    Ok(facts.into_model().all(db).await?)
}

fn narrow(period: FundingPeriodId) -> Select<Entity> {
    Entity::find()
        .select_only()
        .columns([
            Column::SubProjectId,
            Column::Rulebook,
            Column::SubjectKind,
            Column::SubjectId,
            Column::ParticipantId,
            Column::Gender,
            Column::Quantity,
            Column::Counted,
            Column::LeftOut,
            Column::Missing,
            Column::ValidFrom,
            Column::ValidUntil,
        ])
        .filter(Column::FundingPeriodId.eq(period))
}
