//! Targets that are others today.

use super::{Behind, otherwise};
use crate::{
    Domain, Result, Scope,
    attainment::{self, InForce, Units},
    target,
};

impl Behind<'_> {
    /// How many targets of the edition's unit, and of what belongs to it, are others.
    pub async fn targets(&self, domain: &Domain) -> Result<u64> {
        let [then, now] = self.moments().map(|known_at| InForce {
            period: self.edition.funding_period_id,
            cut_off: self.edition.cut_off,
            known_at,
            units: Units::Whole,
        });
        let then = attainment::latest(&domain.db, &Scope::All, then).await?;
        let now = attainment::latest(&domain.db, &Scope::All, now).await?;
        let told = |row: target::Model| (row.value.to_bits(), row.valid_from, row.document);
        let [then, now] = [then, now].map(|rows| {
            let shown =
                rows.into_iter().filter(|(_, row)| self.shows(row.regional_network_id, row.sub_project_id));
            shown.map(|(key, row)| (key, told(row))).collect()
        });
        Ok(otherwise(&then, &now))
    }
}
