//! Definitions by which a report would count otherwise today, or that it would print otherwise.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Behind, ChangeKind, Changed, Tally,
    step::{By, Name, Place, Shown, Step},
};
use crate::{Domain, Result, Versioned, counting_profile, id::IndicatorId, indicator};

impl Shown for indicator::Entity {
    const CHANGED: Changed = Changed::Indicator;
    type Key = IndicatorId;

    fn key(row: &Self::Model) -> Self::Key {
        row.id
    }

    fn name(row: &Self::Model) -> Name {
        Name::Code(row.code.clone())
    }

    fn place(_: &Self::Model) -> Place {
        (None, None)
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        after.version == before.version
    }
}

impl Behind<'_> {
    /// What became of the indicators of the programme, from whichever day on, as workbooks print them all; and of the counting
    /// profile.
    pub async fn definitions(&self, domain: &Domain) -> Result<Tally> {
        Ok(self.indicators(domain).await?.and(self.profile(domain).await?))
    }

    async fn indicators(&self, domain: &Domain) -> Result<Tally> {
        use indicator::{Column, Entity};
        let period = self.edition.funding_period_id;
        let otherwise = self.otherwise(async |known_at| {
            let of_period = Entity::known_at(known_at).filter(Column::FundingPeriodId.eq(period));
            let rows = of_period.all(&domain.db).await?;
            let shown = rows.into_iter().filter(|row| !row.retired);
            Ok(shown.map(|row| (row.id, row.version)).collect())
        });
        let otherwise = otherwise.await?;
        let learnt = Entity::find()
            .filter(Column::FundingPeriodId.eq(period))
            .filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let rows = learnt.all(&domain.db).await?;
        let told = |row: &indicator::Model| (!row.retired).then(|| row.clone());
        let steps = self.steps::<Entity>(rows.into_iter().map(|row| (row.clone(), told(&row))));
        Ok(Tally { otherwise, steps })
    }

    async fn profile(&self, domain: &Domain) -> Result<Tally> {
        let period = self.edition.funding_period_id;
        let otherwise = self.otherwise(async |known_at| {
            let profile = counting_profile::store::profile_of(&domain.db, period, known_at).await?;
            Ok(BTreeMap::from([((), profile)]))
        });
        let otherwise = otherwise.await?;
        let versions = counting_profile::store::versions(&domain.db, period).await?;
        let since = versions.into_iter().filter(|row| row.valid_from > self.edition.known_at);
        let steps = since.map(|row| Step {
            changed: Changed::CountingProfile,
            name: Name::Code(row.version.to_string()),
            place: (None, None),
            kind: ChangeKind::Corrected,
            fields: Vec::new(),
            at: row.valid_from,
            by: row.recorded_by.map_or(By::Unknown, By::Request),
            reason: row.reason,
            key: row.id.0,
        });
        Ok(Tally { otherwise, steps: steps.collect() })
    }
}
