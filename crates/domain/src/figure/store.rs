//! Reading the ledger.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use counting::{IndicatorSet, MissingFields};
use futures::TryStreamExt;
use sea_orm::{
    AccessMode, ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend,
    EntityTrait, IsolationLevel, QueryFilter, QuerySelect, QueryTrait, Select, TransactionOptions,
    prelude::Uuid,
    sea_query::{Alias, Expr, Func, SubQueryStatement},
};

use super::columns::{Day, Fact, Growth, KINDS, Told};
use crate::{
    Result, db,
    fact::{Column, Entity, Subject, head_entity},
    id::{FundingPeriodId, ParticipantId, SubProjectId},
    indicator::{ACTIVITIES, PROGRAMME, RulebookKind},
    recount,
};

/// Which facts are read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known {
    /// Those known now.
    Now,
    /// Those known at a moment.
    At(DateTime<Utc>),
}

impl Known {
    /// The open facts, and those given up later: each has an index of its own.
    fn conditions(self) -> Vec<Condition> {
        let open = Condition::all().add(Column::KnownUntil.is_null());
        match self {
            Self::Now => vec![open],
            Self::At(moment) => {
                let known = |facts: Condition| facts.add(Column::KnownFrom.lte(moment));
                vec![known(open), known(Condition::all().add(Column::KnownUntil.gt(moment)))]
            }
        }
    }
}

/// A transaction whose reads all see the same state.
pub(crate) async fn snapshot(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options = match db.get_database_backend() {
        DbBackend::Sqlite => TransactionOptions::default(),
        _ => TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..TransactionOptions::default()
        },
    };
    db::begin_as(db, options).await
}

/// Which facts are wanted.
#[derive(Clone, Debug)]
pub(super) struct Wanted<'a> {
    /// Of these sub-projects.
    pub sub_projects: &'a [SubProjectId],
    /// As known then.
    pub known: Known,
    /// Only those that hold, or held before, at a cut-off of indicators of some kinds; none means all.
    pub only: Option<(NaiveDate, &'a [RulebookKind])>,
}

impl Wanted<'_> {
    fn condition(&self) -> Condition {
        let Some((cut_off, kinds)) = self.only else { return Condition::all() };
        let others = [PROGRAMME, ACTIVITIES];
        let of_kind = |kind: &RulebookKind| match kind {
            RulebookKind::Law => Column::Rulebook.is_not_in(others),
            RulebookKind::Programme => Column::Rulebook.eq(PROGRAMME),
            RulebookKind::Activities => Column::Rulebook.eq(ACTIVITIES),
        };
        let of_kinds = kinds.iter().fold(Condition::any(), |any, kind| any.add(of_kind(kind)));
        Condition::all().add(Column::ValidFrom.lte(cut_off)).add(of_kinds)
    }
}

/// How far the ledgers of a period have grown, and how many recounts were asked for and have ended, in one row.
pub(super) async fn growth(db: &impl ConnectionTrait, period: FundingPeriodId) -> Result<Growth> {
    use recount::Column as C;
    let recounts = |column: C| {
        let of_period = recount::Entity::find().select_only().column_as(column.count(), "recounts");
        Expr::from(SubQueryStatement::from(of_period.filter(C::FundingPeriodId.eq(period)).into_query()))
    };
    let revisions = Func::cast_as(head_entity::Column::Revision.sum(), Alias::new("bigint"));
    let row: Option<(i64, Option<i64>, i64, i64)> = head_entity::Entity::find()
        .select_only()
        .column_as(head_entity::Column::SubProjectId.count(), "ledgers")
        .column_as(Expr::expr(revisions), "revisions")
        .column_as(recounts(C::Id), "recounts")
        .column_as(recounts(C::FinishedAt), "finished")
        .filter(head_entity::Column::FundingPeriodId.eq(period))
        .into_tuple()
        .one(db)
        .await?;
    let (ledgers, revisions, recounts, finished) = row.unwrap_or_default();
    Ok(Growth { recounts, finished, ledgers, revisions: revisions.unwrap_or_default() })
}

/// How far each ledger of a period has grown.
pub(super) async fn heads(
    db: &impl ConnectionTrait,
    period: FundingPeriodId,
) -> Result<HashMap<SubProjectId, i64>> {
    let heads = head_entity::Entity::find()
        .select_only()
        .columns([head_entity::Column::SubProjectId, head_entity::Column::Revision])
        .filter(head_entity::Column::FundingPeriodId.eq(period));
    Ok(heads.into_tuple::<(SubProjectId, i64)>().all(db).await?.into_iter().collect())
}

/// The columns that figures need of a fact.
type Row = (
    SubProjectId,
    String,
    String,
    Uuid,
    Option<ParticipantId>,
    Option<String>,
    i32,
    i64,
    i64,
    i32,
    NaiveDate,
    Option<NaiveDate>,
);

/// The facts of sub-projects by kind of rulebook.
pub(super) async fn facts(
    snapshot: &DatabaseTransaction,
    period: FundingPeriodId,
    wanted: &Wanted<'_>,
) -> Result<HashMap<SubProjectId, [Vec<Told>; KINDS]>> {
    let mut all: HashMap<_, [Vec<Told>; KINDS]> =
        wanted.sub_projects.iter().map(|id| (*id, Default::default())).collect();
    for which in wanted.known.conditions() {
        let facts = of_sub_projects(period, wanted.sub_projects).filter(which).filter(wanted.condition());
        let mut rows = facts.into_tuple::<Row>().stream(snapshot).await?;
        while let Some(row) = rows.try_next().await? {
            let (sub_project, kind) = (row.0, RulebookKind::of(&row.1));
            if let Some((told, of)) = told(row).zip(all.get_mut(&sub_project)) {
                of[kind as usize].push(told);
            }
        }
    }
    Ok(all)
}

fn of_sub_projects(period: FundingPeriodId, sub_projects: &[SubProjectId]) -> Select<Entity> {
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
        .filter(Column::SubProjectId.is_in(sub_projects.iter().copied()))
}

/// What a row says; none when nobody knows any more what it is about.
fn told(row: Row) -> Option<Told> {
    let (_, _, kind, id, person, gender, quantity, counted, left_out, missing, from, until) = row;
    let gender = gender.as_deref();
    let stored = Stored { gender, quantity, counted, left_out, missing, valid: (from, until) };
    Some(Told { subject: Subject { kind: kind.parse().ok()?, id }, person, fact: fact(stored) })
}

/// What the ledger stores of a fact.
pub(super) struct Stored<'a> {
    pub gender: Option<&'a str>,
    pub quantity: i32,
    pub counted: i64,
    pub left_out: i64,
    pub missing: i32,
    pub valid: (NaiveDate, Option<NaiveDate>),
}

/// A fact as figures read it.
pub(super) fn fact(stored: Stored<'_>) -> Fact {
    Fact {
        gender: stored.gender.and_then(|code| code.parse().ok()),
        quantity: u32::try_from(stored.quantity).unwrap_or_default(),
        counted: IndicatorSet::from_bits(stored.counted.cast_unsigned()),
        left_out: IndicatorSet::from_bits(stored.left_out.cast_unsigned()),
        missing: MissingFields::from_bits(u16::try_from(stored.missing).unwrap_or_default()),
        from: Day::of(stored.valid.0),
        until: Day::until(stored.valid.1),
    }
}
