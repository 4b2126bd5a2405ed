//! Reading and writing the ledger.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    ActiveModel, Column, Entity, Model, head_entity,
    rules::{Statement, Subject},
};
use crate::{
    Result, db,
    id::{FactId, FundingPeriodId, ParticipantId, SubProjectId, SupportedEntityId},
};

/// The open facts about people, unscoped: for the recount.
pub(crate) async fn open_about_people(
    db: &impl ConnectionTrait,
    people: &[ParticipantId],
) -> Result<Vec<Model>> {
    let mut facts = Vec::new();
    for some in people.chunks(db::KEYS_PER_STATEMENT) {
        let about = Column::ParticipantId.is_in(some.iter().copied());
        facts.extend(Entity::find().filter(about).filter(Column::KnownUntil.is_null()).all(db).await?);
    }
    Ok(facts)
}

/// The open facts about supported entities of sub-projects, unscoped: for the recount.
pub(crate) async fn open_about_entities(
    db: &impl ConnectionTrait,
    sub_projects: &BTreeSet<SubProjectId>,
    entities: &BTreeSet<SupportedEntityId>,
) -> Result<Vec<Model>> {
    let sub_projects: Vec<_> = sub_projects.iter().copied().collect();
    let mut facts = Vec::new();
    for some in sub_projects.chunks(db::KEYS_PER_STATEMENT) {
        let found = Entity::find()
            .filter(Column::SubProjectId.is_in(some.iter().copied()))
            .filter(Column::SupportedEntityId.is_not_null())
            .filter(Column::KnownUntil.is_null())
            .all(db)
            .await?;
        facts.extend(
            found
                .into_iter()
                .filter(|fact| fact.supported_entity_id.is_some_and(|id| entities.contains(&id))),
        );
    }
    Ok(facts)
}

/// Closes facts: they were known until `at`.
pub(crate) async fn close(tx: &impl ConnectionTrait, facts: &[FactId], at: DateTime<Utc>) -> Result<()> {
    for some in facts.chunks(db::KEYS_PER_STATEMENT) {
        Entity::update_many()
            .col_expr(Column::KnownUntil, Expr::value(at))
            .filter(Column::Id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Adds facts: they are known from `at`.
pub(crate) async fn add(
    tx: &impl ConnectionTrait,
    statements: Vec<Statement>,
    at: DateTime<Utc>,
) -> Result<()> {
    let rows = statements.into_iter().map(|statement| {
        let (participant_id, supported_entity_id) = match statement.subject {
            Subject::Person(id) => (Some(id), None),
            Subject::Entity(id) => (None, Some(id)),
        };
        ActiveModel {
            id: Set(FactId::fresh()),
            funding_period_id: Set(statement.funding_period_id),
            sub_project_id: Set(statement.sub_project_id),
            participant_id: Set(participant_id),
            supported_entity_id: Set(supported_entity_id),
            gender: Set(statement.gender.map(str::to_owned)),
            counted: Set(statement.counted),
            left_out: Set(statement.left_out),
            missing: Set(statement.missing),
            valid_from: Set(statement.valid_from),
            valid_until: Set(statement.valid_until),
            known_from: Set(at),
            known_until: Set(None),
        }
    });
    db::insert_all(tx, rows.collect()).await
}

/// Notes that the ledgers of these sub-projects have grown.
pub(crate) async fn advance_heads(
    tx: &impl ConnectionTrait,
    grown: BTreeSet<(SubProjectId, FundingPeriodId)>,
) -> Result<()> {
    let next = Expr::col((head_entity::Entity, head_entity::Column::Revision)).add(1);
    for (sub_project_id, funding_period_id) in grown {
        let head = head_entity::ActiveModel {
            sub_project_id: Set(sub_project_id),
            funding_period_id: Set(funding_period_id),
            revision: Set(1),
        };
        let on_conflict = OnConflict::column(head_entity::Column::SubProjectId)
            .value(head_entity::Column::Revision, next.clone())
            .to_owned();
        head_entity::Entity::insert(head).on_conflict(on_conflict).exec_without_returning(tx).await?;
    }
    Ok(())
}
