//! Informed estimates that are others today.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Behind, Tally};
use crate::{Domain, Result, estimate, estimate::Column};

impl Behind<'_> {
    /// How many estimates of the edition's unit, and of what belongs to it, are others.
    pub async fn estimates(&self, domain: &Domain) -> Result<Tally> {
        let (period, cut_off) = (self.edition.funding_period_id, self.edition.cut_off);
        let is_shown = |row: &estimate::Model| self.shows(row.regional_network_id, row.sub_project_id);
        let in_force = async |known_at| {
            let rows = estimate::in_force(&domain.db, (period, cut_off, known_at)).await?;
            // of several for the same thing, the one valid from the latest day comes last
            Ok(rows.into_iter().filter(is_shown).map(|row| (row.subject(), row.says())).collect())
        };
        let versions = estimate::Entity::find()
            .filter(Column::FundingPeriodId.eq(period))
            .filter(Column::ValidFrom.lte(cut_off))
            .filter(self.learnt(Column::RecordedAt, Column::SupersededAt))
            .all(&domain.db)
            .await?;
        let shown = versions.iter().filter(|row| is_shown(row)).map(|row| {
            ((row.subject(), row.valid_from), (row.recorded_at, row.superseded_at), Some(row.says()))
        });
        let corrections = self.corrections_by(shown, PartialEq::eq);
        Ok(Tally { otherwise: self.otherwise(in_force).await?, corrections })
    }
}
