//! Recounts and how far they are.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Column, Entity, KIND, Model, State, part_entity};
use crate::{
    Domain, Error, Result, Viewer,
    id::{FundingPeriodId, RecountId},
};

/// A recount and how far it is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The recount.
    pub recount: Model,
    /// Its parts: one per operation.
    pub parts: u64,
    /// Parts that are done.
    pub parts_done: u64,
    /// People and records of the parts that have begun.
    pub cases: u64,
    /// People and records counted.
    pub cases_done: u64,
    /// Facts added and closed.
    pub changed: u64,
    /// Its parts whose last attempt failed; they are tried again.
    pub failing: Vec<Failing>,
    /// When the first part began.
    pub started_at: Option<DateTime<Utc>>,
    /// Until when: the end, or now.
    pub until: DateTime<Utc>,
}

/// A part whose last attempt failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failing {
    /// Why, in words; nothing in them is about anybody.
    pub cause: String,
    /// Attempts so far.
    pub attempts: u32,
    /// When it may be tried again; none while it is.
    pub next_attempt_at: Option<DateTime<Utc>>,
}

impl Failing {
    fn of(part: &part_entity::Model) -> Option<Self> {
        let waits = part.state == State::Waiting.as_str();
        Some(Self {
            cause: part.failure.clone()?,
            attempts: part.attempt.unsigned_abs(),
            next_attempt_at: part.next_attempt_at.filter(|_| waits),
        })
    }
}

impl Progress {
    /// Where it stands.
    pub fn state(&self) -> State {
        match (self.recount.finished_at, self.started_at) {
            (Some(_), _) => State::Done,
            (None, Some(_)) => State::Running,
            (None, None) => State::Waiting,
        }
    }

    /// People and records counted in a second; none before the first.
    pub fn cases_per_second(&self) -> Option<f64> {
        let took = (self.until - self.started_at?).as_seconds_f64();
        (took > 0.0 && self.cases_done > 0).then(|| self.cases_done as f64 / took)
    }
}

/// One recount.
///
/// # Errors
/// [`Error::NotFound`]; administrators and auditors only.
pub async fn get(domain: &Domain, viewer: &Viewer, id: RecountId) -> Result<Progress> {
    viewer.require_audit_reader()?;
    let recount = Entity::find_by_id(id).one(&domain.db).await?.ok_or(Error::NotFound(KIND))?;
    let mut all = with_parts(domain, vec![recount]).await?;
    all.pop().ok_or(Error::NotFound(KIND))
}

/// The recounts of a period that are open, the oldest first.
///
/// # Errors
/// Administrators and auditors only.
pub async fn open(domain: &Domain, viewer: &Viewer, period: FundingPeriodId) -> Result<Vec<Progress>> {
    viewer.require_audit_reader()?;
    let open = Entity::find().filter(Column::FundingPeriodId.eq(period)).filter(Column::FinishedAt.is_null());
    with_parts(domain, open.order_by_asc(Column::Id).all(&domain.db).await?).await
}

/// The recounts, the newest first: at most `limit` of those asked for before `after`.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    (after, limit): (Option<RecountId>, u64),
) -> Result<Vec<Progress>> {
    viewer.require_audit_reader()?;
    let mut select = Entity::find().order_by_desc(Column::Id).limit(limit);
    if let Some(after) = after {
        select = select.filter(Column::Id.lt(after));
    }
    with_parts(domain, select.all(&domain.db).await?).await
}

async fn with_parts(domain: &Domain, recounts: Vec<Model>) -> Result<Vec<Progress>> {
    let ids: Vec<RecountId> = recounts.iter().map(|recount| recount.id).collect();
    let mut parts: HashMap<RecountId, Vec<part_entity::Model>> = HashMap::new();
    for part in parts_of(&domain.db, &ids).await? {
        parts.entry(part.recount_id).or_default().push(part);
    }
    let now = domain.clock.now();
    let progress = recounts.into_iter().map(|recount| {
        let parts = parts.remove(&recount.id).unwrap_or_default();
        let sum = |of: fn(&part_entity::Model) -> i64| parts.iter().map(|part| of(part).unsigned_abs()).sum();
        Progress {
            parts: parts.len() as u64,
            parts_done: parts.iter().filter(|part| part.state == State::Done.as_str()).count() as u64,
            cases: sum(|part| part.total),
            cases_done: sum(|part| part.done),
            changed: sum(|part| part.changed),
            failing: parts.iter().filter_map(Failing::of).collect(),
            started_at: parts.iter().filter_map(|part| part.started_at).min(),
            until: recount.finished_at.unwrap_or(now),
            recount,
        }
    });
    Ok(progress.collect())
}

async fn parts_of(db: &impl ConnectionTrait, ids: &[RecountId]) -> Result<Vec<part_entity::Model>> {
    let select = part_entity::Entity::find();
    crate::rows::Rows { select, column: part_entity::Column::RecountId, keys: ids }.read(db).await
}
