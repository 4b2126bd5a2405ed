//! Sub-projects, organisations and regional networks that are told of otherwise.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, QueryFilter};

use super::{Behind, Tally};
use crate::{
    Domain, Result, Versioned,
    exchange::says_the_same,
    id::{OrganisationId, RegionalNetworkId, SubProjectId},
    organisation, regional_network,
    rows::Rows,
    sub_project,
    version::was_known,
};

impl Behind<'_> {
    /// How many of them are told of otherwise.
    pub async fn structure(&self, domain: &Domain) -> Result<Tally> {
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
        let shown = |row: &&sub_project::Model| self.coverage.then.contains(&row.id);
        let shown = self.versions.iter().filter(shown).filter(|row| row.holds_on(self.edition.cut_off));
        let corrected =
            self.corrections_of::<sub_project::Entity>(shown.map(|row| (row.clone(), Some(row.clone()))));
        Ok(Tally {
            otherwise: sub_projects + organisations.otherwise + networks,
            corrections: corrected + organisations.corrections,
        })
    }

    /// The sub-projects at the edition's cut-off, as known at a moment.
    fn on_the_day(&self, known_at: Option<DateTime<Utc>>) -> BTreeMap<SubProjectId, &sub_project::Model> {
        let covered = self.coverage.all();
        let rows = self.versions.iter().filter(|row| covered.contains(&row.id));
        let rows = rows.filter(|row| row.was_known(known_at) && row.holds_on(self.edition.cut_off));
        rows.map(|row| (row.id, row)).collect()
    }

    /// How many of these organisations are corrected.
    async fn organisations(&self, domain: &Domain, keys: &[OrganisationId]) -> Result<Tally> {
        let select = organisation::Entity::find()
            .filter(organisation::Entity::holds_on(self.edition.cut_off))
            .filter(self.learnt(organisation::Column::RecordedAt, organisation::Column::SupersededAt));
        let rows = Rows { select, column: organisation::Column::Id, keys }.read(&domain.db).await?;
        let known = |moment| {
            let is_known =
                move |row: &&organisation::Model| was_known((row.recorded_at, row.superseded_at), moment);
            let rows = rows.iter().filter(is_known);
            rows.map(|row| (row.id, row)).collect::<BTreeMap<_, _>>()
        };
        let [then, now] = self.moments().map(known);
        let corrected = then.iter().filter(|(id, then)| {
            now.get(id).is_some_and(|now| !says_the_same::<organisation::Entity>(now, then))
        });
        let otherwise = corrected.count() as u64;
        let versions = rows.into_iter().map(|row| (row.clone(), Some(row)));
        Ok(Tally { otherwise, corrections: self.corrections_of::<organisation::Entity>(versions) })
    }

    /// How many of these regional networks have another name.
    async fn networks(&self, domain: &Domain, keys: &[RegionalNetworkId]) -> Result<u64> {
        self.otherwise(async |known_at| {
            let rows = regional_network::store::by_ids(&domain.db, keys, known_at).await?;
            Ok(rows.into_iter().map(|row| (row.id, (row.code, row.name))).collect())
        })
        .await
    }
}
