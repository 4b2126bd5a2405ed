//! Records that say something else up to the cut-off, also where no figure shows it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{EntityTrait, QueryFilter};

use super::{Behind, cases::Key, corrections::Version};
use crate::{
    Domain, Result, consultation,
    exchange::{Remembered, known_between, says_the_same, told_until},
    fact::{Occasion, Recorded},
    follow_up, indicator_value, offer, outcome, participation, qualification_plan,
    rows::Rows,
    supported_entity, trainer, training,
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
    /// What became of the records of the sub-projects that the edition tells of or a report would tell of today.
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
        all.corrections += self.values(domain).await? + self.offers(domain).await?;
        Ok(all)
    }

    /// How often values entered by hand were corrected.
    async fn values(&self, domain: &Domain) -> Result<u64> {
        use indicator_value::{Column, Entity};
        let keys: Vec<_> = self.coverage.then.iter().copied().collect();
        let select = Entity::find().filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let rows = Rows { select, column: Column::SubProjectId, keys: &keys }.read(&domain.db).await?;
        let versions = rows.into_iter().map(|row| {
            let told = (row.day <= self.edition.cut_off).then_some((row.day, row.value, row.document));
            (row.id, (row.recorded_at, row.superseded_at), told)
        });
        Ok(self.corrections_by(versions, PartialEq::eq))
    }

    /// How often offers were corrected, of which a report tells by what their type makes of participations alone.
    async fn offers(&self, domain: &Domain) -> Result<u64> {
        use offer::{Column, Entity};
        let keys: Vec<_> = self.coverage.then.iter().copied().collect();
        let select = Entity::find().filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let rows = Rows { select, column: Column::SubProjectId, keys: &keys }.read(&domain.db).await?;
        let versions = rows.into_iter();
        let versions =
            versions.map(|row| (row.id, (row.recorded_at, row.superseded_at), Some(row.offer_type_id)));
        Ok(self.corrections_by(versions, PartialEq::eq))
    }

    /// Adds what became of the records of one kind, which belong to the sub-project in a column.
    async fn add<E>(&self, domain: &Domain, column: E::Column, all: &mut Records) -> Result<()>
    where
        E: Remembered<Model: Recorded>,
    {
        let mut versions: Vec<Version<E>> = Vec::new();
        for (keys, learnt) in self.places(E::RECORDED_AT, E::SUPERSEDED_AT) {
            let select = E::find().filter(learnt);
            let rows = Rows { select, column, keys: &keys }.read(&domain.db).await?;
            versions.extend(rows.into_iter().map(|row| {
                let told = told_until::<E>(&row, self.edition.cut_off);
                (row, told)
            }));
        }
        all.cases.extend(self.told_otherwise::<E>(versions.iter().filter_map(|(_, told)| told.as_ref())));
        versions.retain(|(row, _)| self.coverage.then.contains(&row.sub_project()));
        all.corrections += self.corrections_of::<E>(versions);
        Ok(())
    }

    /// The cases of records that are told otherwise, by their versions. What belongs to days behind the cut-off is part of no
    /// case there.
    fn told_otherwise<'a, E>(&self, versions: impl Iterator<Item = &'a E::Model>) -> BTreeSet<Key>
    where
        E: Remembered<Model: Recorded>,
    {
        let mut told: BTreeMap<E::Key, [Option<&E::Model>; 2]> = BTreeMap::new();
        let begins = |row: &&E::Model| E::first_day(row).is_none_or(|day| day <= self.edition.cut_off);
        for row in versions.filter(begins) {
            for occasion in self.occasions(row.sub_project(), known_between::<E>(row)) {
                let place = usize::from(occasion == Occasion::After);
                told.entry(E::key(row)).or_default()[place] = Some(row);
            }
        }
        let otherwise = told.into_values().filter(|told| match told {
            [Some(then), Some(now)] => !says_the_same::<E>(now, then),
            [then, now] => then.is_some() != now.is_some(),
        });
        otherwise.flatten().flatten().filter_map(case).collect()
    }
}

/// Where a record belongs, and whom or else what it is about.
fn case(row: &impl Recorded) -> Option<Key> {
    row.subjects().last().map(|subject| (row.sub_project(), subject.id))
}
