//! Records that say something else up to the cut-off, also where no figure shows it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{EntityTrait, QueryFilter};

use super::{
    Behind, Changed,
    cases::Key,
    step::{Name, Place, Shown, Step, Version, differ},
};
use crate::{
    Domain, Result, consultation,
    exchange::{Importable, Remembered, says_the_same, told_until},
    fact::{Occasion, Recorded},
    follow_up,
    id::{IndicatorValueId, OfferId},
    indicator_value, offer, outcome, participation, qualification_plan,
    rows::Rows,
    supported_entity, trainer, training,
    version::known_between,
};

/// What became of records behind an edition.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// The cases of which a record says something else than it did.
    pub cases: BTreeSet<Key>,
    /// What was done to them.
    pub steps: Vec<Step>,
}

/// Names what a table's records are.
macro_rules! shown {
    ($($concept:ident is $changed:ident;)+) => {$(
        impl Shown for $concept::Entity {
            const CHANGED: Changed = Changed::$changed;
            type Key = <Self as Importable>::Key;

            fn key(row: &Self::Model) -> Self::Key {
                <Self as Importable>::key(row)
            }

            fn name(row: &Self::Model) -> Name {
                row.subjects().next().map_or_else(|| Name::Code(row.id.to_string()), Name::Of)
            }

            fn place(row: &Self::Model) -> Place {
                (None, Some(row.sub_project()))
            }

            fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
                says_the_same::<Self>(after, before)
            }
        }
    )+};
}

shown! {
    participation is Participation;
    outcome is Outcome;
    follow_up is FollowUp;
    supported_entity is SupportedEntity;
    trainer is Trainer;
    consultation is Consultation;
    training is Training;
    qualification_plan is QualificationPlan;
}

impl Shown for indicator_value::Entity {
    const CHANGED: Changed = Changed::IndicatorValue;
    type Key = IndicatorValueId;

    fn key(row: &Self::Model) -> Self::Key {
        row.id
    }

    fn name(row: &Self::Model) -> Name {
        Name::Indicator(row.indicator_id)
    }

    fn place(row: &Self::Model) -> Place {
        (None, Some(row.sub_project_id))
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        (after.day, after.value, &after.document) == (before.day, before.value, &before.document)
    }
}

/// A report tells of offers by what their type makes of participations alone.
impl Shown for offer::Entity {
    const CHANGED: Changed = Changed::Offer;
    type Key = OfferId;

    fn key(row: &Self::Model) -> Self::Key {
        row.id
    }

    fn name(row: &Self::Model) -> Name {
        Name::Code(row.code.clone())
    }

    fn place(row: &Self::Model) -> Place {
        (None, Some(row.sub_project_id))
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        after.offer_type_id == before.offer_type_id
    }
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
        all.steps.extend(self.values(domain).await?);
        all.steps.extend(self.offers(domain).await?);
        Ok(all)
    }

    /// What was done to values entered by hand.
    async fn values(&self, domain: &Domain) -> Result<Vec<Step>> {
        use indicator_value::{Column, Entity};
        let keys: Vec<_> = self.coverage.then.iter().copied().collect();
        let select = Entity::find().filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let rows = Rows { select, column: Column::SubProjectId, keys: &keys }.read(&domain.db).await?;
        let told = |row: &indicator_value::Model| (row.day <= self.edition.cut_off).then(|| row.clone());
        Ok(self.steps::<Entity>(rows.into_iter().map(|row| (row.clone(), told(&row)))))
    }

    /// What was done to offers.
    async fn offers(&self, domain: &Domain) -> Result<Vec<Step>> {
        use offer::{Column, Entity};
        let keys: Vec<_> = self.coverage.then.iter().copied().collect();
        let select = Entity::find().filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let rows = Rows { select, column: Column::SubProjectId, keys: &keys }.read(&domain.db).await?;
        Ok(self.steps::<Entity>(rows.into_iter().map(|row| (row.clone(), Some(row)))))
    }

    /// Adds what became of the records of one kind, which belong to the sub-project in a column.
    async fn add<E>(&self, domain: &Domain, column: E::Column, all: &mut Records) -> Result<()>
    where
        E: Remembered<Model: Recorded> + Shown,
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
        all.steps.extend(self.steps::<E>(versions));
        Ok(())
    }

    /// The cases of records that are told otherwise, by their versions. What belongs to days behind the cut-off is part of no
    /// case there.
    fn told_otherwise<'a, E>(&self, versions: impl Iterator<Item = &'a E::Model>) -> BTreeSet<Key>
    where
        E: Remembered<Model: Recorded> + Shown,
    {
        let mut told: BTreeMap<<E as Importable>::Key, [Option<&E::Model>; 2]> = BTreeMap::new();
        let begins = |row: &&E::Model| E::first_day(row).is_none_or(|day| day <= self.edition.cut_off);
        for row in versions.filter(begins) {
            for occasion in self.occasions(row.sub_project(), known_between::<E>(row)) {
                let place = usize::from(occasion == Occasion::After);
                told.entry(<E as Importable>::key(row)).or_default()[place] = Some(row);
            }
        }
        let otherwise = told.into_values().filter(|[then, now]| differ::<E>(*then, *now));
        otherwise.flatten().flatten().filter_map(case).collect()
    }
}

/// Where a record belongs, and whom or else what it is about.
fn case(row: &impl Recorded) -> Option<Key> {
    row.subjects().last().map(|subject| (row.sub_project(), subject.id))
}
