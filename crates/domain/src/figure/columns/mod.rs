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
pub(super) use period::{Growth, KINDS, Ledger, PeriodFacts, SubProjectFacts};

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseConnection, DatabaseTransaction};

use super::store::{self, Known, Wanted};
use crate::{Result, fact::lock::nothing_since, id::FundingPeriodId, id::SubProjectId, recount::Recounts};

/// The facts of each period, of the sub-projects that have been asked about.
///
/// Before every answer one small statement asks how far the ledgers have grown; sub-projects whose ledger has are read
/// again, and those nobody has asked about before for the first time. What a transaction wrote is therefore in the next
/// answer of every server. Of several questions that find the columns behind, one reads and the others wait for it.
#[derive(Clone, Default)]
pub struct Columns(Arc<Mutex<HashMap<FundingPeriodId, Arc<Period>>>>);

#[derive(Default)]
struct Period {
    facts: RwLock<Arc<PeriodFacts>>,
    reading: tokio::sync::Mutex<()>,
}

/// The sub-projects of a period that are asked about.
pub(super) type Ledgers<'a> = (FundingPeriodId, &'a [SubProjectId]);

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

    /// Holds nothing any more; who counts goes on with what they have.
    pub fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The facts of sub-projects known now, or before the recounts that are open.
    pub(super) async fn now(
        &self,
        db: &DatabaseConnection,
        ledgers: Ledgers<'_>,
    ) -> Result<Arc<PeriodFacts>> {
        let slot = self.period(ledgers.0);
        let grown = store::growth(db, ledgers.0).await?;
        let held = slot.current();
        if held.answers(ledgers.1, grown) {
            return Ok(held);
        }
        let _reading = slot.reading.lock().await;
        let snapshot = store::snapshot(db).await?;
        slot.follow(&snapshot, ledgers).await
    }

    /// The facts known at a settled moment, when nothing has become known since: they are those known now. None otherwise.
    pub(super) async fn still(
        &self,
        db: &DatabaseConnection,
        (ledgers, moment): (Ledgers<'_>, DateTime<Utc>),
    ) -> Result<Option<Arc<PeriodFacts>>> {
        if !nothing_since(db, moment).await? {
            return Ok(None);
        }
        let facts = self.now(db, ledgers).await?;
        // what came while they were read may be among them
        let none_came = facts.known_at().is_none() && nothing_since(db, moment).await?;
        Ok(none_came.then_some(facts))
    }

    /// The facts known in a snapshot, for who reads more in it.
    pub(super) async fn of(
        &self,
        snapshot: &DatabaseTransaction,
        ledgers: Ledgers<'_>,
    ) -> Result<Arc<PeriodFacts>> {
        // nobody waits for others here: they may need the connection that the snapshot keeps
        self.period(ledgers.0).follow(snapshot, ledgers).await
    }

    fn period(&self, period: FundingPeriodId) -> Arc<Period> {
        Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(period).or_default())
    }
}

impl Period {
    fn current(&self) -> Arc<PeriodFacts> {
        Arc::clone(&self.facts.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The facts of a snapshot: those held, with the sub-projects read again whose ledger stands elsewhere in it, and those
    /// read that are not held.
    async fn follow(
        &self,
        snapshot: &DatabaseTransaction,
        (period, sub_projects): Ledgers<'_>,
    ) -> Result<Arc<PeriodFacts>> {
        let held = self.current();
        let grown = store::growth(snapshot, period).await?;
        if held.answers(sub_projects, grown) {
            return Ok(held);
        }
        // what an older snapshot says where the ledgers stand may have been said by other rules
        let held = if grown < held.growth() { Arc::new(held.of_the_same_people()) } else { held };
        let moment = Recounts::of(snapshot, period).await?.moment(None);
        let heads = store::heads(snapshot, period).await?;
        let mut wanted = held.without(sub_projects);
        if !held.fits(grown) {
            wanted.extend(held.standing_elsewhere(&heads));
        }
        wanted.sort_unstable();
        let known = moment.map_or(Known::Now, Known::At);
        let read =
            read(snapshot, period, &Wanted { sub_projects: &wanted, known, only: None }, held.people())
                .await?;
        // those of an earlier moment are not what their ledger says where it stands
        let revision = |id: &SubProjectId| heads.get(id).copied().filter(|_| moment.is_none());
        let read = read.into_iter().map(|(id, facts)| (id, Ledger { revision: revision(&id), facts }));
        let fresh = Arc::new(held.with(read).seen(grown, moment));
        let mut newest = self.facts.write().unwrap_or_else(PoisonError::into_inner);
        if fresh.says_more_than(&newest) {
            *newest = Arc::clone(&fresh);
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
    Ok(none.with(read.into_iter().map(|(id, facts)| (id, Ledger { revision: None, facts }))))
}

/// So many sub-projects are read with one statement: only their facts are in memory as rows at the same time.
pub(super) const SUB_PROJECTS_PER_STATEMENT: usize = 4;

async fn read(
    snapshot: &DatabaseTransaction,
    period: FundingPeriodId,
    wanted: &Wanted<'_>,
    people: &Mutex<People>,
) -> Result<Vec<(SubProjectId, Arc<SubProjectFacts>)>> {
    let mut all = Vec::with_capacity(wanted.sub_projects.len());
    for some in wanted.sub_projects.chunks(SUB_PROJECTS_PER_STATEMENT) {
        let wanted = Wanted { sub_projects: some, ..wanted.clone() };
        let told = store::facts(snapshot, period, &wanted).await?;
        let mut people = people.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(told.into_iter().map(|(id, told)| (id, Arc::new(SubProjectFacts::of(told, &mut people)))));
    }
    Ok(all)
}

impl fmt::Debug for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Columns")
    }
}
