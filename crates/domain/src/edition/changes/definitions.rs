//! Definitions by which a report would count otherwise today, or that it would print otherwise.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, QueryFilter};

use super::{Behind, otherwise};
use crate::{Domain, Result, Versioned, counting_profile, indicator};

impl Behind<'_> {
    /// How many indicators of the programme were defined since or changed, and one for another counting profile.
    pub async fn definitions(&self, domain: &Domain) -> Result<u64> {
        let period = self.edition.funding_period_id;
        let [then, now] = self.moments().map(async |known_at| -> Result<(BTreeMap<_, _>, _)> {
            let rows = indicator::Entity::known_at(known_at)
                .filter(indicator::Column::FundingPeriodId.eq(period))
                .filter(indicator::Column::ValidFrom.lte(self.edition.cut_off))
                .all(&domain.db)
                .await?;
            let profile = counting_profile::store::profile_of(&domain.db, period, known_at).await?;
            Ok((rows.into_iter().map(|row| (row.id, row.version)).collect(), profile))
        });
        let ((then, then_by), (now, now_by)) = (then.await?, now.await?);
        Ok(otherwise(&then, &now) + u64::from(then_by != now_by))
    }
}
