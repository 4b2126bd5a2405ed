//! Notes that a report would show otherwise today.

use super::Behind;
use crate::{Domain, Result, figure_note};

impl Behind<'_> {
    /// How many notes on the figures of the edition's unit, and of what belongs to it, were written since or withdrawn.
    pub async fn notes(&self, domain: &Domain) -> Result<u64> {
        self.otherwise(async |known_at| {
            let rows = figure_note::of_period(&domain.db, (self.edition.funding_period_id, known_at)).await?;
            let shown =
                rows.into_iter().filter(|row| self.shows(row.regional_network_id, row.sub_project_id));
            Ok(shown.map(|row| (row.id, ())).collect())
        })
        .await
    }
}
