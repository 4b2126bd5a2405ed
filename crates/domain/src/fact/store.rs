//! Reading and writing the ledger.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{ActiveModel, Cause, Column, Entity, head_entity, rules::Statement};
use crate::{
    Result, db,
    id::{FactId, FundingPeriodId, SubProjectId},
};

/// When something became known, and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    pub at: DateTime<Utc>,
    pub cause: Cause,
}

/// Closes facts: they were known until a moment.
pub(crate) async fn close(tx: &impl ConnectionTrait, facts: &[FactId], moment: Moment) -> Result<()> {
    for some in facts.chunks(db::KEYS_PER_STATEMENT) {
        Entity::update_many()
            .col_expr(Column::KnownUntil, Expr::value(moment.at))
            .col_expr(Column::EndCause, Expr::value(moment.cause.as_str()))
            .filter(Column::Id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Adds facts: they are known from a moment.
pub(crate) async fn add(tx: &impl ConnectionTrait, statements: Vec<Statement>, moment: Moment) -> Result<()> {
    let rows = statements.into_iter().map(|statement| ActiveModel {
        id: Set(FactId::fresh()),
        funding_period_id: Set(statement.funding_period_id),
        sub_project_id: Set(statement.sub_project_id),
        rulebook: Set(statement.rulebook.to_owned()),
        subject_kind: Set(statement.subject.kind.as_str().to_owned()),
        subject_id: Set(statement.subject.id),
        participant_id: Set(statement.participant_id),
        gender: Set(statement.gender.map(str::to_owned)),
        quantity: Set(statement.quantity),
        counted: Set(statement.counted),
        left_out: Set(statement.left_out),
        missing: Set(statement.missing),
        valid_from: Set(statement.valid_from),
        valid_until: Set(statement.valid_until),
        known_from: Set(moment.at),
        known_until: Set(None),
        cause: Set(moment.cause.as_str().to_owned()),
        end_cause: Set(None),
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
