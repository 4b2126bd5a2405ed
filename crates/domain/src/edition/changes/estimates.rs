//! Informed estimates that are others today.

use std::collections::BTreeMap;

use super::{Behind, otherwise};
use crate::{Domain, Result, estimate};

impl Behind<'_> {
    /// How many estimates of the edition's unit, and of what belongs to it, are others.
    pub async fn estimates(&self, domain: &Domain) -> Result<u64> {
        let [then, now] = self.moments().map(async |known_at| -> Result<BTreeMap<_, _>> {
            let asked = (self.edition.funding_period_id, self.edition.cut_off, known_at);
            let rows = estimate::in_force(&domain.db, asked).await?;
            let shown =
                rows.into_iter().filter(|row| self.shows(row.regional_network_id, row.sub_project_id));
            // of several for the same thing, the one valid from the latest day comes last
            Ok(shown.map(|row| (row.subject(), row.says())).collect())
        });
        Ok(otherwise(&then.await?, &now.await?))
    }
}
