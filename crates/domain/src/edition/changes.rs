//! What changed behind an edition since it was frozen.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    Model,
    coverage::{Coverage, versions},
};
use crate::{
    Domain, Result, Scope, Versioned,
    attainment::{self, InForce, Units},
    exchange::says_the_same,
    fact::{
        Say,
        entity::{Column as Fact, Entity as Facts, Model as FactRow},
    },
    id::{OrganisationId, SubProjectId},
    organisation,
    report::About,
    rows::Rows,
    sub_project, target,
};

/// How much of what an edition shows would be told otherwise today, at the same cut-off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Cases, entities and events, each once whatever is told of them: corrected, withdrawn, entered late, or of a
    /// sub-project that has come or gone.
    pub cases: u64,
    /// Targets.
    pub targets: u64,
    /// Sub-projects and organisations: their names, places in the network and days.
    pub structure: u64,
}

impl Changes {
    /// All of them.
    pub fn total(self) -> u64 {
        self.cases + self.targets + self.structure
    }
}

/// What changed behind an edition at its cut-off since its known-at. Nothing can keep a change from being counted: the
/// ledger itself is asked.
pub async fn changes(domain: &Domain, edition: &Model) -> Result<Changes> {
    let versions = versions(&domain.db, BTreeSet::from([edition.funding_period_id])).await?;
    let coverage = Coverage::of(edition, &versions);
    Ok(Changes {
        cases: cases(domain, edition, &coverage).await?,
        targets: targets(domain, edition, &coverage).await?,
        structure: structure(domain, edition, (&coverage, &versions)).await?,
    })
}

/// What is told of a case: as the edition shows it, and today.
#[derive(Default)]
struct Told {
    then: Vec<Say>,
    now: Vec<Say>,
}

async fn cases(domain: &Domain, edition: &Model, coverage: &Coverage) -> Result<u64> {
    let all: Vec<SubProjectId> = coverage.all().into_iter().collect();
    let stayed = |id: &SubProjectId| coverage.then.contains(id) && coverage.now.contains(id);
    let (stayed, moved): (Vec<_>, Vec<_>) = all.into_iter().partition(stayed);
    let learnt =
        Condition::any().add(Fact::KnownFrom.gt(edition.known_at)).add(Fact::KnownUntil.gt(edition.known_at));
    let (stayed, moved) = ((stayed, learnt), (moved, Condition::all()));
    let mut cases: BTreeMap<(SubProjectId, Uuid), Told> = BTreeMap::new();
    for (sub_projects, told_since) in [stayed, moved] {
        let select = Facts::find().filter(told_since).filter(Fact::ValidFrom.lte(edition.cut_off)).filter(
            Condition::any().add(Fact::ValidUntil.is_null()).add(Fact::ValidUntil.gt(edition.cut_off)),
        );
        for fact in
            (Rows { select, column: Fact::SubProjectId, keys: &sub_projects }).read(&domain.db).await?
        {
            let told = cases.entry(case(&fact)).or_default();
            let place = fact.sub_project_id;
            let until = fact.known_until;
            let was_known =
                fact.known_from <= edition.known_at && until.is_none_or(|until| until > edition.known_at);
            let say = Say::from(fact);
            if was_known && coverage.then.contains(&place) {
                told.then.push(say.clone());
            }
            if until.is_none() && coverage.now.contains(&place) {
                told.now.push(say);
            }
        }
    }
    let differs = |told: &mut Told| {
        told.then.sort_unstable();
        told.now.sort_unstable();
        told.then != told.now
    };
    Ok(cases.values_mut().filter_map(|told| differs(told).then_some(1)).sum())
}

/// Where a fact belongs, and whom or what it is about.
fn case(fact: &FactRow) -> (SubProjectId, Uuid) {
    (fact.sub_project_id, fact.participant_id.map_or(fact.subject_id, |person| person.0))
}

async fn targets(domain: &Domain, edition: &Model, coverage: &Coverage) -> Result<u64> {
    let at = |known_at| InForce {
        period: edition.funding_period_id,
        cut_off: edition.cut_off,
        known_at,
        units: Units::Whole,
    };
    let behind = |row: &target::Model| match (edition.about(), row.sub_project_id, row.regional_network_id) {
        (About::Period(_) | About::Bundle(_), ..) => true,
        (_, Some(id), _) => coverage.then.contains(&id) || coverage.now.contains(&id),
        (About::Network(own), None, network) => network == Some(own),
        (About::Strand(_) | About::SubProject(_), None, _) => false,
    };
    let then = attainment::latest(&domain.db, &Scope::All, at(Some(edition.known_at))).await?;
    let now = attainment::latest(&domain.db, &Scope::All, at(None)).await?;
    let value = |row: Option<&target::Model>| row.filter(|row| behind(row)).map(|row| row.value.to_bits());
    let keys: BTreeSet<_> = then.keys().chain(now.keys()).collect();
    Ok(keys.into_iter().filter(|key| value(then.get(key)) != value(now.get(key))).count() as u64)
}

async fn structure(
    domain: &Domain,
    edition: &Model,
    (coverage, versions): (&Coverage, &[sub_project::Model]),
) -> Result<u64> {
    let covered = coverage.all();
    let on_the_day = |known_at| {
        let rows = versions.iter().filter(|row| covered.contains(&row.id));
        let rows = rows.filter(move |row| row.was_known(known_at) && row.holds_on(edition.cut_off));
        rows.map(|row| (row.id, row)).collect::<BTreeMap<_, _>>()
    };
    let (then, now) = (on_the_day(Some(edition.known_at)), on_the_day(None));
    let differs = |id: &&SubProjectId| match (then.get(id), now.get(id)) {
        (Some(then), Some(now)) => !says_the_same::<sub_project::Entity>(now, then),
        (then, now) => then.is_some() != now.is_some(),
    };
    let sub_projects = covered.iter().filter(differs).count();
    let organisations = then.values().chain(now.values()).filter_map(|row| row.organisation_id);
    let organisations: BTreeSet<OrganisationId> = organisations.collect();
    let organisations: Vec<_> = organisations.into_iter().collect();
    let named = async |known_at| -> Result<BTreeMap<OrganisationId, organisation::Model>> {
        let select = organisation::Entity::as_of(known_at, edition.cut_off);
        let column = organisation::Column::Id;
        let rows = Rows { select, column, keys: &organisations }.read(&domain.db).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    };
    let (then, now) = (named(Some(edition.known_at)).await?, named(None).await?);
    let renamed = then.iter().filter(|(id, then)| {
        now.get(id).is_some_and(|now| !says_the_same::<organisation::Entity>(now, then))
    });
    Ok((sub_projects + renamed.count()) as u64)
}
