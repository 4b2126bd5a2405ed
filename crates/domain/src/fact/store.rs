//! Reading and writing the ledger.

use std::{
    collections::BTreeSet,
    fmt::{self, Display, Write as _},
};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, Set, Value,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{ActiveModel, Cause, Column, Entity, head_entity, rules::Statement};
use crate::{
    Result, db,
    id::{FactId, FundingPeriodId, SubProjectId},
};

/// So many facts are added, or closed, with one statement on PostgreSQL.
const FACTS_PER_STATEMENT: usize = 5000;

/// When something became known, and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    pub at: DateTime<Utc>,
    pub cause: Cause,
}

/// Closes facts: they were known until a moment.
pub(crate) async fn close(tx: &impl ConnectionTrait, facts: &[FactId], moment: Moment) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        return close_listed(tx, facts, moment).await;
    }
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

/// The same on PostgreSQL, with one value for all keys of a statement: a third faster than a value for each.
async fn close_listed(tx: &impl ConnectionTrait, facts: &[FactId], moment: Moment) -> Result<()> {
    let question = "UPDATE fact SET known_until = $1, end_cause = $2 WHERE id = ANY($3::text::uuid[])";
    for some in facts.chunks(FACTS_PER_STATEMENT) {
        let keys = some.iter().map(|fact| fact.0.to_string()).collect::<Vec<_>>().join(",");
        let values = [moment.at.into(), moment.cause.as_str().into(), format!("{{{keys}}}").into()];
        tx.execute_raw(sea_orm::Statement::from_sql_and_values(DbBackend::Postgres, question, values))
            .await?;
    }
    Ok(())
}

/// Adds facts: they are known from a moment.
pub(crate) async fn add(tx: &impl ConnectionTrait, statements: Vec<Statement>, moment: Moment) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        return add_columns(tx, &statements, moment).await;
    }
    let rows = statements.into_iter().map(|statement| fact(statement, moment));
    db::insert_all(tx, rows.collect()).await
}

/// The columns that differ from fact to fact, with their types.
const COLUMNS: [(&str, &str); 14] = [
    ("id", "uuid"),
    ("funding_period_id", "uuid"),
    ("sub_project_id", "uuid"),
    ("rulebook", "text"),
    ("subject_kind", "text"),
    ("subject_id", "uuid"),
    ("participant_id", "uuid"),
    ("gender", "text"),
    ("quantity", "integer"),
    ("counted", "bigint"),
    ("left_out", "bigint"),
    ("missing", "integer"),
    ("valid_from", "date"),
    ("valid_until", "date"),
];

/// The same on PostgreSQL, column by column: a recount adds facts by the million, and one value for each of their fields
/// takes several times as long.
async fn add_columns(tx: &impl ConnectionTrait, statements: &[Statement], moment: Moment) -> Result<()> {
    let names = COLUMNS.map(|(name, _)| name).join(", ");
    let arrays: Vec<String> =
        (COLUMNS.iter().zip(3..)).map(|((_, of), number)| format!("${number}::text::{of}[]")).collect();
    let question = format!(
        "INSERT INTO fact ({names}, known_from, cause) SELECT *, $1, $2 FROM unnest({})",
        arrays.join(", ")
    );
    for some in statements.chunks(FACTS_PER_STATEMENT) {
        let mut values: Vec<Value> = vec![moment.at.into(), moment.cause.as_str().into()];
        values.extend(columns(some).map(Value::from));
        let insert = sea_orm::Statement::from_sql_and_values(DbBackend::Postgres, &question, values);
        tx.execute_raw(insert).await?;
    }
    Ok(())
}

/// The columns as PostgreSQL writes arrays. None of the codes needs quotes.
fn columns(statements: &[Statement]) -> [String; COLUMNS.len()] {
    let mut columns = [const { String::new() }; COLUMNS.len()];
    let mut begin = '{';
    for statement in statements {
        let known: [&dyn Display; COLUMNS.len()] = [
            &FactId::fresh().0,
            &statement.funding_period_id.0,
            &statement.sub_project_id.0,
            &statement.rulebook,
            &statement.subject.kind.as_str(),
            &statement.subject.id,
            &OrNull(statement.participant_id.map(|id| id.0)),
            &OrNull(statement.gender),
            &statement.quantity,
            &statement.counted,
            &statement.left_out,
            &statement.missing,
            &statement.valid_from,
            &OrNull(statement.valid_until),
        ];
        for (column, value) in columns.iter_mut().zip(known) {
            column.push(begin);
            let _ = write!(column, "{value}");
        }
        begin = ',';
    }
    columns.map(|column| column + "}")
}

struct OrNull<T>(Option<T>);

impl<T: Display> Display for OrNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => value.fmt(f),
            None => f.write_str("NULL"),
        }
    }
}

/// A statement as a fact known from a moment.
pub(crate) fn fact(statement: Statement, moment: Moment) -> ActiveModel {
    ActiveModel {
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
    }
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
