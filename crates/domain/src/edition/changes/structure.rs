//! Sub-projects, organisations and regional networks that are told of otherwise.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::{Behind, otherwise};
use crate::{
    Domain, Result, Versioned,
    exchange::says_the_same,
    id::{OrganisationId, RegionalNetworkId, SubProjectId},
    organisation, regional_network,
    rows::Rows,
    sub_project,
};

impl Behind<'_> {
    /// How many of them are told of otherwise.
    pub async fn structure(&self, domain: &Domain) -> Result<u64> {
        let [then, now] = self.moments().map(|known_at| self.on_the_day(known_at));
        let differs = |id: &SubProjectId| match (then.get(id), now.get(id)) {
            (Some(then), Some(now)) => !says_the_same::<sub_project::Entity>(now, then),
            (then, now) => then.is_some() != now.is_some(),
        };
        let sub_projects = self.coverage.all().iter().filter(|id| differs(id)).count() as u64;
        let told = || then.values().chain(now.values());
        let organisations: BTreeSet<_> = told().filter_map(|row| row.organisation_id).collect();
        let networks: BTreeSet<_> = told().filter_map(|row| row.regional_network_id).collect();
        let organisations = self.organisations(domain, &Vec::from_iter(organisations)).await?;
        let networks = self.networks(domain, &Vec::from_iter(networks)).await?;
        Ok(sub_projects + organisations + networks)
    }

    /// The sub-projects at the edition's cut-off, as known at a moment.
    fn on_the_day(&self, known_at: Option<DateTime<Utc>>) -> BTreeMap<SubProjectId, &sub_project::Model> {
        let covered = self.coverage.all();
        let rows = self.versions.iter().filter(|row| covered.contains(&row.id));
        let rows = rows.filter(|row| row.was_known(known_at) && row.holds_on(self.edition.cut_off));
        rows.map(|row| (row.id, row)).collect()
    }

    /// How many of these organisations are corrected.
    async fn organisations(&self, domain: &Domain, keys: &[OrganisationId]) -> Result<u64> {
        let [then, now] = self.moments().map(async |known_at| -> Result<BTreeMap<_, _>> {
            let select = organisation::Entity::as_of(known_at, self.edition.cut_off);
            let rows = Rows { select, column: organisation::Column::Id, keys }.read(&domain.db).await?;
            Ok(rows.into_iter().map(|row| (row.id, row)).collect())
        });
        let (then, now) = (then.await?, now.await?);
        let corrected = then.iter().filter(|(id, then)| {
            now.get(id).is_some_and(|now| !says_the_same::<organisation::Entity>(now, then))
        });
        Ok(corrected.count() as u64)
    }

    /// How many of these regional networks have another name.
    async fn networks(&self, domain: &Domain, keys: &[RegionalNetworkId]) -> Result<u64> {
        let [then, now] = self.moments().map(async |known_at| -> Result<BTreeMap<_, _>> {
            let rows = regional_network::store::by_ids(&domain.db, keys, known_at).await?;
            Ok(rows.into_iter().map(|row| (row.id, (row.code, row.name))).collect())
        });
        Ok(otherwise(&then.await?, &now.await?))
    }
}
