//! Definitions by which a report would count otherwise today, or that it would print otherwise.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, QueryFilter};

use super::Behind;
use crate::{Domain, Result, Versioned, counting_profile, indicator};

impl Behind<'_> {
    /// How many indicators of the programme were defined since or changed, from whichever day on, as workbooks print them all;
    /// and one for another counting profile.
    pub async fn definitions(&self, domain: &Domain) -> Result<u64> {
        let period = self.edition.funding_period_id;
        let indicators = self.otherwise(async |known_at| {
            let rows = indicator::Entity::known_at(known_at)
                .filter(indicator::Column::FundingPeriodId.eq(period))
                .all(&domain.db)
                .await?;
            Ok(rows.into_iter().map(|row| (row.id, row.version)).collect())
        });
        let profile = self.otherwise(async |known_at| {
            let profile = counting_profile::store::profile_of(&domain.db, period, known_at).await?;
            Ok(BTreeMap::from([((), profile)]))
        });
        Ok(indicators.await? + profile.await?)
    }
}
