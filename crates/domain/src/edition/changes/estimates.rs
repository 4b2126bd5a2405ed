//! Informed estimates that are others today.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Behind, Changed, Tally,
    step::{Name, Place, Shown},
};
use crate::{Domain, Result, estimate, estimate::Column};
use chrono::NaiveDate;

impl Shown for estimate::Entity {
    const CHANGED: Changed = Changed::Estimate;
    type Key = (estimate::Subject, NaiveDate);

    fn key(row: &Self::Model) -> Self::Key {
        (row.subject(), row.valid_from)
    }

    fn name(row: &Self::Model) -> Name {
        Name::Code(row.indicator.clone())
    }

    fn place(row: &Self::Model) -> Place {
        (row.regional_network_id, row.sub_project_id)
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        after.says() == before.says()
    }
}

impl Behind<'_> {
    /// What became of estimates of the edition's unit, and of what belongs to it.
    pub async fn estimates(&self, domain: &Domain) -> Result<Tally> {
        let (period, cut_off) = (self.edition.funding_period_id, self.edition.cut_off);
        let place = <estimate::Entity as Shown>::place;
        let in_force = async |known_at| {
            let rows = estimate::in_force(&domain.db, (period, cut_off, known_at)).await?;
            // of several for the same thing, the one valid from the latest day comes last
            Ok(rows
                .into_iter()
                .filter(|row| self.shows(place(row), known_at))
                .map(|row| (row.subject(), row.says()))
                .collect())
        };
        let versions = estimate::Entity::find()
            .filter(Column::FundingPeriodId.eq(period))
            .filter(Column::ValidFrom.lte(cut_off))
            .filter(self.learnt(Column::RecordedAt, Column::SupersededAt))
            .all(&domain.db)
            .await?;
        let versions = versions.into_iter().filter(|row| self.showed(place(row)));
        let steps = self.steps::<estimate::Entity>(versions.map(|row| (row.clone(), Some(row))));
        Ok(Tally { otherwise: self.otherwise(in_force).await?, steps })
    }
}
