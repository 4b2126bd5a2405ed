//! Reading what the ledger learnt since a moment.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use futures::TryStreamExt;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    Select, prelude::Uuid,
};

use super::history::Version;
use crate::{
    Result,
    fact::{Cause, Column, Entity, Subject},
    figure::{
        columns::{Fact, KINDS},
        store::{Stored, fact},
    },
    id::{FundingPeriodId, SubProjectId},
    indicator::RulebookKind,
};

/// The versions of facts that came or went, by kind of rulebook and subject.
pub(super) type Changes = [BTreeMap<Subject, Vec<Version>>; KINDS];

#[derive(FromQueryResult)]
struct Row {
    sub_project_id: SubProjectId,
    rulebook: String,
    subject_kind: String,
    subject_id: Uuid,
    gender: Option<String>,
    quantity: i32,
    counted: i64,
    left_out: i64,
    missing: i32,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    known_from: DateTime<Utc>,
    known_until: Option<DateTime<Utc>>,
    cause: String,
    end_cause: Option<String>,
}

/// A stretch of knowledge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// After this moment.
    pub after: DateTime<Utc>,
    /// Up to this one; none means to the end.
    pub last: Option<DateTime<Utc>>,
}

/// The facts of sub-projects that became known, or were given up, in a stretch of knowledge, as they stood at its end.
pub(super) async fn since(
    snapshot: &DatabaseTransaction,
    period: FundingPeriodId,
    (sub_projects, span): (&[SubProjectId], Span),
) -> Result<HashMap<SubProjectId, Changes>> {
    let Span { after, last } = span;
    let within = last.map(|last| Column::KnownFrom.lte(last));
    let came = Condition::all().add(Column::KnownFrom.gt(after)).add_option(within);
    let went = Condition::all().add(Column::KnownUntil.gt(after)).add(Column::KnownFrom.lte(after));
    let mut all: HashMap<_, Changes> = sub_projects.iter().map(|id| (*id, Changes::default())).collect();
    for which in [came, went] {
        let select = changed(period, sub_projects).filter(which).into_model::<Row>();
        let mut rows = select.stream(snapshot).await?;
        while let Some(row) = rows.try_next().await? {
            let Ok(kind) = row.subject_kind.parse() else { continue };
            let subject = Subject { kind, id: row.subject_id };
            if let Some(changes) = all.get_mut(&row.sub_project_id) {
                let of_kind = &mut changes[RulebookKind::of(&row.rulebook) as usize];
                of_kind.entry(subject).or_default().push(version(&row, last));
            }
        }
    }
    Ok(all)
}

fn changed(period: FundingPeriodId, sub_projects: &[SubProjectId]) -> Select<Entity> {
    Entity::find()
        .select_only()
        .columns([
            Column::SubProjectId,
            Column::Rulebook,
            Column::SubjectKind,
            Column::SubjectId,
            Column::Gender,
            Column::Quantity,
            Column::Counted,
            Column::LeftOut,
            Column::Missing,
            Column::ValidFrom,
            Column::ValidUntil,
            Column::KnownFrom,
            Column::KnownUntil,
            Column::Cause,
            Column::EndCause,
        ])
        .filter(Column::FundingPeriodId.eq(period))
        .filter(Column::SubProjectId.is_in(sub_projects.iter().copied()))
}

fn version(row: &Row, last: Option<DateTime<Utc>>) -> Version {
    let cause = |code: &str| code.parse::<Cause>().ok();
    let gone = row.known_until.filter(|until| last.is_none_or(|last| *until <= last));
    Version {
        fact: stated(row),
        known_from: Some(row.known_from),
        known_until: gone,
        cause: cause(&row.cause),
        end_cause: gone.and(row.end_cause.as_deref()).and_then(cause),
    }
}

fn stated(row: &Row) -> Fact {
    fact(Stored {
        gender: row.gender.as_deref(),
        quantity: row.quantity,
        counted: row.counted,
        left_out: row.left_out,
        missing: row.missing,
        valid: (row.valid_from, row.valid_until),
    })
}
