//! Cases of which something else would be told.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, prelude::Uuid};

use super::Behind;
use crate::{
    Domain, Result,
    fact::{
        Occasion, Say, Told,
        entity::{Column as Fact, Entity as Facts, Model as FactRow},
    },
    id::SubProjectId,
    rows::Rows,
    version::{KnownBetween, was_known},
};

/// Where a case belongs, and whom or what it is about.
pub(super) type Key = (SubProjectId, Uuid);

impl Behind<'_> {
    /// How many cases, entities and events are told otherwise, those among them that are known to be.
    pub async fn cases(&self, domain: &Domain, mut otherwise: BTreeSet<Key>) -> Result<u64> {
        let mut cases: BTreeMap<Key, Told<Say>> = BTreeMap::new();
        for (sub_projects, learnt) in self.places(Fact::KnownFrom, Fact::KnownUntil) {
            let select = Facts::find().filter(learnt).filter(Fact::ValidFrom.lte(self.edition.cut_off));
            for fact in
                (Rows { select, column: Fact::SubProjectId, keys: &sub_projects }).read(&domain.db).await?
            {
                let occasions = self.occasions(fact.sub_project_id, (fact.known_from, fact.known_until));
                let case = cases.entry(key(&fact)).or_default();
                if let Some(say) = fact.say(self.edition.cut_off) {
                    occasions.for_each(|occasion| case.say(say.clone(), occasion));
                }
            }
        }
        otherwise.extend(cases.into_iter().filter_map(|(key, told)| told.differs().then_some(key)));
        Ok(otherwise.len() as u64)
    }

    /// What to read to compare the edition with today: of sub-projects that stayed what was learnt since, all of those that
    /// came or left.
    pub fn places(
        &self,
        from: impl ColumnTrait,
        until: impl ColumnTrait,
    ) -> [(Vec<SubProjectId>, Condition); 2] {
        let (then, now) = (&self.coverage.then, &self.coverage.now);
        let [stayed, moved] = [then & now, then ^ now].map(Vec::from_iter);
        [(stayed, self.learnt(from, until)), (moved, Condition::all())]
    }

    /// On which of the two occasions something is told that belongs to a sub-project and is known for a while.
    pub fn occasions(&self, place: SubProjectId, known: KnownBetween) -> impl Iterator<Item = Occasion> {
        let [then, now] = self.moments().map(|moment| was_known(known, moment));
        let before = (then && self.coverage.then.contains(&place)).then_some(Occasion::Before);
        let after = (now && self.coverage.now.contains(&place)).then_some(Occasion::After);
        before.into_iter().chain(after)
    }
}

/// Where a fact belongs, and whom or what it is about.
fn key(fact: &FactRow) -> Key {
    (fact.sub_project_id, fact.participant_id.map_or(fact.subject_id, |person| person.0))
}
