//! Sub-projects, organisations and regional networks that are told of otherwise.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, QueryFilter};

use super::{
    Behind, Changed, Tally,
    step::{Name, Place, Shown, Step, differ},
};
use crate::{
    Domain, Result, Versioned,
    edition::coverage::tells_of,
    exchange::{Importable, says_the_same},
    id::{OrganisationId, RegionalNetworkId, SubProjectId},
    organisation, regional_network,
    rows::Rows,
    sub_project,
    version::{known_between, was_known},
};

impl Shown for sub_project::Entity {
    const CHANGED: Changed = Changed::SubProject;
    type Key = <Self as Importable>::Key;

    fn key(row: &Self::Model) -> Self::Key {
        <Self as Importable>::key(row)
    }

    fn name(row: &Self::Model) -> Name {
        Name::Code(row.code.clone())
    }

    fn place(row: &Self::Model) -> Place {
        (None, Some(row.id))
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        says_the_same::<Self>(after, before)
    }
}

impl Shown for organisation::Entity {
    const CHANGED: Changed = Changed::Organisation;
    type Key = <Self as Importable>::Key;

    fn key(row: &Self::Model) -> Self::Key {
        <Self as Importable>::key(row)
    }

    fn name(row: &Self::Model) -> Name {
        Name::Code(row.code.clone())
    }

    fn place(_: &Self::Model) -> Place {
        (None, None)
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        says_the_same::<Self>(after, before)
    }
}

impl Shown for regional_network::Entity {
    const CHANGED: Changed = Changed::RegionalNetwork;
    type Key = RegionalNetworkId;

    fn key(row: &Self::Model) -> Self::Key {
        row.id
    }

    fn name(row: &Self::Model) -> Name {
        Name::Code(row.code.clone())
    }

    fn place(row: &Self::Model) -> Place {
        (Some(row.id), None)
    }

    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool {
        (&after.code, &after.name) == (&before.code, &before.name)
    }
}

impl Behind<'_> {
    /// What became of them.
    pub async fn structure(&self, domain: &Domain) -> Result<Tally> {
        let [then, now] = self.moments().map(|known_at| self.on_the_day(known_at));
        let differs =
            |id: &&SubProjectId| differ::<sub_project::Entity>(then.get(id).copied(), now.get(id).copied());
        let otherwise = self.coverage.all().iter().filter(differs).count();
        let shown = || then.values().filter(|row| self.coverage.then.contains(&row.id));
        let organisations: BTreeSet<_> = shown().filter_map(|row| row.organisation_id).collect();
        let networks: BTreeSet<_> = shown().filter_map(|row| row.regional_network_id).collect();
        let covered = self.coverage.all();
        let versions = self.versions.iter().filter(|row| covered.contains(&row.id));
        let versions = versions.filter(|row| row.holds_on(self.edition.cut_off));
        let told = |row: &sub_project::Model| tells_of(self.edition, row).then(|| row.clone());
        let steps = self.steps::<sub_project::Entity>(versions.map(|row| (row.clone(), told(row))));
        let sub_projects = Tally { otherwise: otherwise as u64, steps };
        let organisations = self.organisations(domain, &Vec::from_iter(organisations)).await?;
        let networks = self.networks(domain, &Vec::from_iter(networks)).await?;
        Ok(sub_projects.and(organisations).and(networks))
    }

    /// The sub-projects at the edition's cut-off, as known at a moment.
    fn on_the_day(&self, known_at: Option<DateTime<Utc>>) -> BTreeMap<SubProjectId, &sub_project::Model> {
        let covered = self.coverage.all();
        let rows = self.versions.iter().filter(|row| covered.contains(&row.id));
        let rows = rows.filter(|row| row.was_known(known_at) && row.holds_on(self.edition.cut_off));
        rows.map(|row| (row.id, row)).collect()
    }

    async fn organisations(&self, domain: &Domain, keys: &[OrganisationId]) -> Result<Tally> {
        use organisation::{Column, Entity};
        let select = Entity::find()
            .filter(Entity::holds_on(self.edition.cut_off))
            .filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let rows = Rows { select, column: Column::Id, keys }.read(&domain.db).await?;
        Ok(self.named_beside::<Entity>(rows))
    }

    async fn networks(&self, domain: &Domain, keys: &[RegionalNetworkId]) -> Result<Tally> {
        use regional_network::{Column, Entity};
        let select = Entity::find().filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let rows = Rows { select, column: Column::Id, keys }.read(&domain.db).await?;
        Ok(self.named_beside::<Entity>(rows))
    }

    /// What became of things that were named beside sub-projects, by their versions. One that was not comes with its
    /// sub-project and is no change of its own.
    fn named_beside<E: Shown>(&self, rows: Vec<E::Model>) -> Tally {
        let known = |moment| {
            let rows = rows.iter().filter(move |row| was_known(known_between::<E>(row), moment));
            rows.map(|row| (E::key(row), row)).collect::<BTreeMap<_, _>>()
        };
        let [then, now] = self.moments().map(known);
        let corrected =
            then.iter().filter(|(key, then)| now.get(key).is_some_and(|now| !E::say_the_same(now, then)));
        let otherwise = corrected.count() as u64;
        let steps = self.steps::<E>(rows.into_iter().map(|row| (row.clone(), Some(row))));
        Tally { otherwise, steps: steps.into_iter().filter(Step::is_correction).collect() }
    }
}
