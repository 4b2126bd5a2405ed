//! Cases of which something else would be told.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, prelude::Uuid};

use super::Behind;
use crate::{
    Domain, Result,
    fact::{
        Occasion, Say, Told,
        entity::{Column as Fact, Entity as Facts, Model as FactRow},
    },
    id::SubProjectId,
    participation,
    participation::Column as Entry,
    rows::Rows,
    version::was_known,
};

/// Where a case belongs, and whom or what it is about.
pub(super) type Key = (SubProjectId, Uuid);

/// First and last day of a stay, as far as a cut-off knows them.
type Stay = (NaiveDate, Option<NaiveDate>);

/// What is told of a case: as the edition shows it, and today.
#[derive(Default)]
struct Case {
    says: Told<Say>,
    stays: Told<Stay>,
}

impl Behind<'_> {
    /// How many cases, entities and events are told otherwise, those among them that are known to be.
    pub async fn cases(&self, domain: &Domain, mut otherwise: BTreeSet<Key>) -> Result<u64> {
        let Self { edition, coverage, .. } = self;
        let mut cases: BTreeMap<Key, Case> = BTreeMap::new();
        let stayed = |id: &SubProjectId| coverage.then.contains(id) && coverage.now.contains(id);
        let (stayed, moved): (Vec<_>, Vec<_>) = coverage.all().into_iter().partition(stayed);
        for (sub_projects, is_all) in [(stayed, false), (moved, true)] {
            let learnt = |from, until| if is_all { Condition::all() } else { self.learnt(from, until) };
            let select = Facts::find()
                .filter(learnt(Fact::KnownFrom, Fact::KnownUntil))
                .filter(Fact::ValidFrom.lte(edition.cut_off));
            for fact in
                (Rows { select, column: Fact::SubProjectId, keys: &sub_projects }).read(&domain.db).await?
            {
                let occasions = self.occasions(fact.sub_project_id, (fact.known_from, fact.known_until));
                let case = cases.entry(key(&fact)).or_default();
                if let Some(say) = fact.say(edition.cut_off) {
                    occasions.for_each(|occasion| case.says.say(say.clone(), occasion));
                }
            }
            let learnt = |from, until| if is_all { Condition::all() } else { self.learnt(from, until) };
            let select = participation::Entity::find()
                .filter(learnt(Entry::RecordedAt, Entry::SupersededAt))
                .filter(Entry::EnteredOn.lte(edition.cut_off));
            for row in
                (Rows { select, column: Entry::SubProjectId, keys: &sub_projects }).read(&domain.db).await?
            {
                let occasions = self.occasions(row.sub_project_id, (row.recorded_at, row.superseded_at));
                let case = cases.entry((row.sub_project_id, row.participant_id.0)).or_default();
                let stay = (row.entered_on, row.left_on.filter(|day| *day <= edition.cut_off));
                occasions.for_each(|occasion| case.stays.say(stay, occasion));
            }
        }
        otherwise.extend(cases.into_iter().filter_map(|(key, case)| case.differs().then_some(key)));
        Ok(otherwise.len() as u64)
    }

    /// On which of the two occasions something is told that belongs to a sub-project and is known for a while.
    fn occasions(
        &self,
        place: SubProjectId,
        known: (DateTime<Utc>, Option<DateTime<Utc>>),
    ) -> impl Iterator<Item = Occasion> {
        let [then, now] = self.moments().map(|moment| was_known(known, moment));
        let before = (then && self.coverage.then.contains(&place)).then_some(Occasion::Before);
        let after = (now && self.coverage.now.contains(&place)).then_some(Occasion::After);
        before.into_iter().chain(after)
    }
}

impl Case {
    fn differs(self) -> bool {
        let says = self.says.differs();
        self.stays.differs() || says
    }
}

/// Where a fact belongs, and whom or what it is about.
fn key(fact: &FactRow) -> Key {
    (fact.sub_project_id, fact.participant_id.map_or(fact.subject_id, |person| person.0))
}
