//! Reading the open facts that are compared with a fresh count.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, Select,
    prelude::Uuid,
};

use super::{
    Column, Entity, Subject,
    range::{Range, either},
    rules::Statement,
};
use crate::{
    Error, Result, db,
    id::{FactId, FundingPeriodId, ParticipantId, SubProjectId},
    indicator::{ACTIVITIES, PROGRAMME, RulebookKind},
};

/// What a comparison needs of a fact.
#[derive(Debug, FromQueryResult)]
struct Row {
    id: FactId,
    funding_period_id: FundingPeriodId,
    sub_project_id: SubProjectId,
    rulebook: String,
    subject_kind: String,
    subject_id: Uuid,
    participant_id: Option<ParticipantId>,
    gender: Option<String>,
    quantity: i32,
    counted: i64,
    left_out: i64,
    missing: i32,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
}

/// The open facts about subjects.
pub(super) async fn open_about(
    db: &impl ConnectionTrait,
    subjects: &BTreeSet<Subject>,
) -> Result<Vec<(Statement, FactId)>> {
    let keys: Vec<Uuid> = subjects.iter().map(|subject| subject.id).collect();
    let mut open = Vec::new();
    for some in keys.chunks(db::KEYS_PER_STATEMENT) {
        let about = narrow().filter(Column::SubjectId.is_in(some.iter().copied()));
        open.extend(statements(db, about).await?);
    }
    Ok(open)
}

/// The open facts of some kinds of indicators in a range.
pub(super) async fn open_within(
    db: &impl ConnectionTrait,
    range: &Range,
    kinds: &[RulebookKind],
) -> Result<Vec<(Statement, FactId)>> {
    let within = narrow()
        .filter(Column::SubProjectId.is_in(range.sub_projects.iter().copied()))
        .filter(range.condition(either(Entity, Column::ParticipantId, Column::SubjectId)));
    let mut open = statements(db, within).await?;
    open.retain(|(statement, _)| kinds.contains(&RulebookKind::of(statement.rulebook)));
    Ok(open)
}

fn narrow() -> Select<Entity> {
    let columns = [
        Column::Id,
        Column::FundingPeriodId,
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
    ];
    Entity::find().select_only().columns(columns).filter(Column::KnownUntil.is_null())
}

async fn statements(db: &impl ConnectionTrait, select: Select<Entity>) -> Result<Vec<(Statement, FactId)>> {
    select.into_model::<Row>().all(db).await?.into_iter().map(said).collect()
}

/// What a fact says.
fn said(row: Row) -> Result<(Statement, FactId)> {
    let odd = |column| Error::Inconsistent { table: "fact", column };
    let kind = row.subject_kind.parse().map_err(|_| odd("subject_kind"))?;
    let rulebook = match row.rulebook.as_str() {
        PROGRAMME => PROGRAMME,
        ACTIVITIES => ACTIVITIES,
        law => counting::rulebook(law).ok_or_else(|| odd("rulebook"))?.code,
    };
    let gender = match row.gender.as_deref() {
        Some(code) => Some(code.parse::<counting::Gender>().map_err(|_| odd("gender"))?.as_str()),
        None => None,
    };
    let statement = Statement {
        funding_period_id: row.funding_period_id,
        sub_project_id: row.sub_project_id,
        rulebook,
        subject: Subject { kind, id: row.subject_id },
        participant_id: row.participant_id,
        gender,
        quantity: row.quantity,
        counted: row.counted,
        left_out: row.left_out,
        missing: row.missing,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
    };
    Ok((statement, row.id))
}
