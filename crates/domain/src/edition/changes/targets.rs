//! Targets that are others today.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Behind, Changed, Tally,
    step::{Name, Place, Shown},
};
use crate::{
    Domain, Result, Scope,
    attainment::{self, InForce, Units},
    exchange::{Importable, says_the_same},
    target,
};

impl Shown for target::Entity {
    const CHANGED: Changed = Changed::Target;
    type Key = <Self as Importable>::Key;

    fn key(row: &Self::Model) -> Self::Key {
        <Self as Importable>::key(row)
    }

    fn name(row: &Self::Model) -> Name {
        Name::Code(row.indicator.clone())
    }

    fn place(row: &Self::Model) -> Place {
        (row.regional_network_id, row.sub_project_id)
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        says_the_same::<Self>(after, before)
    }
}

impl Behind<'_> {
    /// What became of targets of the edition's unit, and of what belongs to it.
    pub async fn targets(&self, domain: &Domain) -> Result<Tally> {
        let period = self.edition.funding_period_id;
        let cut_off = self.edition.cut_off;
        let place = <target::Entity as Shown>::place;
        let in_force = async |known_at| {
            let wanted = InForce { period, cut_off, known_at, units: Units::Whole };
            let rows = attainment::latest(&domain.db, &Scope::All, wanted).await?;
            let told = |row: target::Model| (row.value.to_bits(), row.valid_from, row.document);
            let shown = rows.into_iter().filter(|(_, row)| self.shows(place(row), known_at));
            Ok(shown.map(|(key, row)| (key, told(row))).collect())
        };
        let versions = target::Entity::find()
            .filter(target::Column::FundingPeriodId.eq(period))
            .filter(self.learnt(target::Column::RecordedAt, target::Column::SupersededAt))
            .all(&domain.db)
            .await?;
        let holds = |row: &target::Model| row.holds_from().is_none_or(|from| from <= cut_off);
        let versions = versions.into_iter().filter(|row| holds(row) && self.showed(place(row)));
        let steps = self.steps::<target::Entity>(versions.map(|row| (row.clone(), Some(row))));
        Ok(Tally { otherwise: self.otherwise(in_force).await?, steps })
    }
}
