//! Records that say something else up to the cut-off, also where no figure shows it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{ModelTrait, QueryFilter, sea_query::ValueType};

use super::{Behind, cases::Key};
use crate::{
    Domain, Result, consultation,
    exchange::{Importable, says_the_same},
    fact::Recorded,
    follow_up, outcome, participation, qualification_plan,
    rows::Rows,
    supported_entity, trainer, training,
    version::was_known,
};

/// What became of records behind an edition.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// The cases of which a record says something else than it did.
    pub cases: BTreeSet<Key>,
    /// How often one was corrected or withdrawn, also where it says by now what it did before.
    pub corrections: u64,
}

impl Behind<'_> {
    /// What became of the records of the sub-projects that the edition tells of and that a report would tell of today.
    pub async fn records(&self, domain: &Domain) -> Result<Records> {
        let mut all = Records::default();
        self.add::<participation::Entity>(domain, participation::Column::SubProjectId, &mut all).await?;
        self.add::<outcome::Entity>(domain, outcome::Column::SubProjectId, &mut all).await?;
        self.add::<follow_up::Entity>(domain, follow_up::Column::SubProjectId, &mut all).await?;
        self.add::<supported_entity::Entity>(domain, supported_entity::Column::SubProjectId, &mut all)
            .await?;
        self.add::<trainer::Entity>(domain, trainer::Column::SubProjectId, &mut all).await?;
        self.add::<consultation::Entity>(domain, consultation::Column::SubProjectId, &mut all).await?;
        self.add::<training::Entity>(domain, training::Column::SubProjectId, &mut all).await?;
        self.add::<qualification_plan::Entity>(domain, qualification_plan::Column::SubProjectId, &mut all)
            .await?;
        Ok(all)
    }

    /// Adds what became of the records of one kind, which belong to the sub-project in a column.
    async fn add<E>(&self, domain: &Domain, column: E::Column, all: &mut Records) -> Result<()>
    where
        E: Importable<Model: Recorded>,
    {
        let keys: Vec<_> = (&self.coverage.then & &self.coverage.now).into_iter().collect();
        let select = E::find().filter(self.learnt(E::RECORDED_AT, E::SUPERSEDED_AT));
        let mut histories: BTreeMap<E::Key, Vec<E::Model>> = BTreeMap::new();
        for mut row in (Rows { select, column, keys: &keys }).read(&domain.db).await? {
            if E::first_day(&row).is_none_or(|first| first <= self.edition.cut_off) {
                E::up_to(&mut row, self.edition.cut_off);
                histories.entry(E::key(&row)).or_default().push(row);
            }
        }
        for mut versions in histories.into_values() {
            versions.sort_by_key(known::<E>);
            let spans: Vec<_> = versions.iter().map(known::<E>).collect();
            all.corrections += corrections::<E>(&versions, &spans) as u64;
            let [then, now] = self.moments().map(|moment| {
                let version = spans.iter().position(|span| was_known(*span, moment))?;
                versions.get(version)
            });
            let differs = match (then, now) {
                (Some(then), Some(now)) => !says_the_same::<E>(now, then),
                (then, now) => then.is_some() || now.is_some(),
            };
            all.cases.extend(versions.first().filter(|_| differs).and_then(case));
        }
        Ok(())
    }
}

/// How often a record was corrected or withdrawn, by its versions and when each was known.
fn corrections<E: Importable>(versions: &[E::Model], known: &[Known]) -> usize {
    let corrected = versions.windows(2).filter(|pair| !says_the_same::<E>(&pair[1], &pair[0])).count();
    let entered_again = known.windows(2).filter(|pair| pair[0].1 != Some(pair[1].0)).count();
    let withdrawn = known.last().is_some_and(|(_, until)| until.is_some());
    corrected + entered_again + usize::from(withdrawn)
}

/// From when until when a version was known.
type Known = (DateTime<Utc>, Option<DateTime<Utc>>);

fn known<E: Importable>(row: &E::Model) -> Known {
    let from = <DateTime<Utc> as ValueType>::try_from(row.get(E::RECORDED_AT)).unwrap_or_default();
    (from, <DateTime<Utc> as ValueType>::try_from(row.get(E::SUPERSEDED_AT)).ok())
}

/// Where a record belongs, and whom or else what it is about.
fn case(row: &impl Recorded) -> Option<Key> {
    row.subjects().last().map(|subject| (row.sub_project(), subject.id))
}
