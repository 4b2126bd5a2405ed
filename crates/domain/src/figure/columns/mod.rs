//! The facts in memory: columns of what is known now, which follow the ledger. While a period is being counted again they
//! keep what was known before.
//!
//! Measured with 2.5 million participations: see `cargo bench -p worker --bench scale`.

mod block;
mod day;
mod people;
mod period;

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

pub(super) use block::{Block, COLUMNS, Fact, Told, column_of};
pub(super) use day::Day;
pub(super) use people::{Crowd, NOBODY, People};
pub(super) use period::{Growth, KINDS, PeriodFacts, SubProjectFacts};

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseConnection, DatabaseTransaction};

use super::store::{self, Known, Wanted};
use crate::{Result, fact::lock::nothing_since, id::FundingPeriodId, id::SubProjectId, recount::Recounts};

/// The facts of each period, as far as they have been asked for.
///
/// Before every answer one small statement asks how far the ledgers have grown; sub-projects whose ledger has are read
/// again. What a transaction wrote is therefore in the next answer of every server. Of several questions that find the
/// columns behind, one reads and the others wait for it.
#[derive(Clone, Default)]
pub struct Columns(Arc<Mutex<HashMap<FundingPeriodId, Arc<Period>>>>);

#[derive(Default)]
struct Period {
    facts: RwLock<Arc<PeriodFacts>>,
    reading: tokio::sync::Mutex<()>,
}

/// How much is held in memory of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Facts.
    pub facts: usize,
    /// Bytes they take, with everything needed to count them.
    pub bytes: usize,
}

impl Columns {
    /// How much is held of a period; nothing when it has not been asked about.
    pub fn held(&self, period: FundingPeriodId) -> Held {
        self.period(period).current().held()
    }

    /// The facts known now, or before the recounts that are open.
    pub(super) async fn now(
        &self,
        db: &DatabaseConnection,
        period: FundingPeriodId,
    ) -> Result<Arc<PeriodFacts>> {
        let slot = self.period(period);
        let grown = store::growth(db, period).await?;
        let held = slot.current();
        if held.fits(grown) {
            return Ok(held);
        }
        let _reading = slot.reading.lock().await;
        let snapshot = store::snapshot(db).await?;
        slot.follow(&snapshot, period).await
    }

    /// The facts known at a settled moment, when nothing has become known since: they are those known now. None otherwise,
    /// and for a few sub-projects of a period that nobody has asked about yet, which are read sooner by themselves.
    pub(super) async fn still(
        &self,
        db: &DatabaseConnection,
        period: FundingPeriodId,
        (moment, sub_projects): (DateTime<Utc>, &[SubProjectId]),
    ) -> Result<Option<Arc<PeriodFacts>>> {
        let nobody_asked = self.period(period).current().growth() == Growth::default();
        let few = || sub_projects.len() < FEW;
        if (nobody_asked && few()) || !nothing_since(db, moment).await? {
            return Ok(None);
        }
        let facts = self.now(db, period).await?;
        // what came while they were read may be among them
        let none_came = facts.known_at().is_none() && nothing_since(db, moment).await?;
        Ok(none_came.then_some(facts))
    }

    /// The facts known in a snapshot, for who reads more in it.
    pub(super) async fn of(
        &self,
        snapshot: &DatabaseTransaction,
        period: FundingPeriodId,
    ) -> Result<Arc<PeriodFacts>> {
        let slot = self.period(period);
        let held = slot.current();
        if held.fits(store::growth(snapshot, period).await?) {
            return Ok(held);
        }
        let _reading = slot.reading.lock().await;
        slot.follow(snapshot, period).await
    }

    fn period(&self, period: FundingPeriodId) -> Arc<Period> {
        Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(period).or_default())
    }
}

impl Period {
    fn current(&self) -> Arc<PeriodFacts> {
        Arc::clone(&self.facts.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The facts of a snapshot: those held, with the sub-projects read again whose ledger stands elsewhere in it.
    async fn follow(
        &self,
        snapshot: &DatabaseTransaction,
        period: FundingPeriodId,
    ) -> Result<Arc<PeriodFacts>> {
        let held = self.current();
        let grown = store::growth(snapshot, period).await?;
        if held.fits(grown) {
            return Ok(held);
        }
        let moment = Recounts::of(snapshot, period).await?.moment(None);
        let mut heads = store::heads(snapshot, period).await?;
        let elsewhere = held.standing_elsewhere(&heads);
        let wanted =
            Wanted { sub_projects: &elsewhere, known: moment.map_or(Known::Now, Known::At), only: None };
        let read = read(snapshot, period, &wanted, held.people()).await?;
        if moment.is_some() {
            heads.retain(|id, _| elsewhere.binary_search(id).is_err());
        }
        let fresh = Arc::new(held.with(heads, read).seen(grown, moment));
        if fresh.growth() > held.growth() {
            *self.facts.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&fresh);
        }
        Ok(fresh)
    }
}

/// The facts of sub-projects as they were known at a moment, straight from the ledger.
pub(super) async fn known_at(
    db: &DatabaseConnection,
    period: FundingPeriodId,
    wanted: &Wanted<'_>,
) -> Result<PeriodFacts> {
    let snapshot = store::snapshot(db).await?;
    let none = PeriodFacts::default();
    let read = read(&snapshot, period, wanted, none.people()).await?;
    Ok(none.with(HashMap::new(), read))
}

/// Fewer sub-projects than this are few.
const FEW: usize = 8;

/// So many sub-projects are read with one statement: only their facts are in memory as rows at the same time.
pub(super) const SUB_PROJECTS_PER_STATEMENT: usize = 16;

async fn read(
    snapshot: &DatabaseTransaction,
    period: FundingPeriodId,
    wanted: &Wanted<'_>,
    people: &Mutex<People>,
) -> Result<Vec<(SubProjectId, SubProjectFacts)>> {
    let mut all = Vec::with_capacity(wanted.sub_projects.len());
    for some in wanted.sub_projects.chunks(SUB_PROJECTS_PER_STATEMENT) {
        let wanted = Wanted { sub_projects: some, ..wanted.clone() };
        let told = store::facts(snapshot, period, &wanted).await?;
        let mut people = people.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(told.into_iter().map(|(id, told)| (id, SubProjectFacts::of(told, &mut people))));
    }
    Ok(all)
}

impl fmt::Debug for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Columns")
    }
}
