//! Warnings that are waived otherwise today.

use super::Behind;
use crate::{
    Domain, Result,
    waiver::{self, Shown},
};

impl Behind<'_> {
    /// How many warnings were waived since, or no longer are.
    pub async fn waivers(&self, domain: &Domain) -> Result<u64> {
        self.otherwise(async |known_at| {
            let (about, cut_off) = (self.edition.about(), self.edition.cut_off);
            let period = self.edition.funding_period_id;
            let rows = waiver::shown(domain, Shown { about, period, cut_off, known_at }).await?;
            Ok(rows.into_iter().map(|row| (row.id, ())).collect())
        })
        .await
    }
}
