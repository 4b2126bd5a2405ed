//! What changed behind an edition since it was frozen.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
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
    organisation, participation,
    participation::Column as Entry,
    report::About,
    rows::Rows,
    sub_project, target,
};

/// How much of what an edition shows would be told otherwise today, at the same cut-off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Cases, entities and events of which something else would be told up to the cut-off, each once: corrected,
    /// withdrawn, entered late, or of a sub-project that has come or gone.
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
    stays_then: Vec<Stay>,
    stays_now: Vec<Stay>,
}

/// First and last day of a stay, as far as a cut-off knows them.
type Stay = (NaiveDate, Option<NaiveDate>);

impl Told {
    fn differs(mut self) -> bool {
        self.then.sort_unstable();
        self.now.sort_unstable();
        self.stays_then.sort_unstable();
        self.stays_now.sort_unstable();
        self.then != self.now || self.stays_then != self.stays_now
    }
}

type Cases = BTreeMap<(SubProjectId, Uuid), Told>;

async fn cases(domain: &Domain, edition: &Model, coverage: &Coverage) -> Result<u64> {
    let mut cases = Cases::new();
    let stayed = |id: &SubProjectId| coverage.then.contains(id) && coverage.now.contains(id);
    let (stayed, moved): (Vec<_>, Vec<_>) = coverage.all().into_iter().partition(stayed);
    for (sub_projects, is_all) in [(stayed, false), (moved, true)] {
        let all = is_all.then(Condition::all);
        let since = |from: Fact, until: Fact| {
            Condition::any().add(from.gt(edition.known_at)).add(until.gt(edition.known_at))
        };
        let select = Facts::find()
            .filter(all.clone().unwrap_or_else(|| since(Fact::KnownFrom, Fact::KnownUntil)))
            .filter(Fact::ValidFrom.lte(edition.cut_off));
        for fact in
            (Rows { select, column: Fact::SubProjectId, keys: &sub_projects }).read(&domain.db).await?
        {
            let place = fact.sub_project_id;
            let told = cases.entry(case(&fact)).or_default();
            let [then, now] = known(edition, coverage, (place, fact.known_from, fact.known_until));
            if let Some(say) = fact.say(edition.cut_off) {
                told.then.extend(then.then(|| say.clone()));
                told.now.extend(now.then_some(say));
            }
        }
        let learnt = Condition::any()
            .add(Entry::RecordedAt.gt(edition.known_at))
            .add(Entry::SupersededAt.gt(edition.known_at));
        let select = participation::Entity::find()
            .filter(all.unwrap_or(learnt))
            .filter(Entry::EnteredOn.lte(edition.cut_off));
        for row in
            (Rows { select, column: Entry::SubProjectId, keys: &sub_projects }).read(&domain.db).await?
        {
            let told = cases.entry((row.sub_project_id, row.participant_id.0)).or_default();
            let stay = (row.entered_on, row.left_on.filter(|day| *day <= edition.cut_off));
            let versions = (row.sub_project_id, row.recorded_at, row.superseded_at);
            let [then, now] = known(edition, coverage, versions);
            told.stays_then.extend(then.then_some(stay));
            told.stays_now.extend(now.then_some(stay));
        }
    }
    Ok(cases.into_values().filter_map(|told| told.differs().then_some(1)).sum())
}

/// Whether something known for a while is what the edition shows, and what is known today.
fn known(
    edition: &Model,
    coverage: &Coverage,
    (place, from, until): (SubProjectId, DateTime<Utc>, Option<DateTime<Utc>>),
) -> [bool; 2] {
    let then = from <= edition.known_at && until.is_none_or(|until| until > edition.known_at);
    [then && coverage.then.contains(&place), until.is_none() && coverage.now.contains(&place)]
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
    let shown = |row: Option<&target::Model>| {
        let row = row.filter(|row| behind(row))?;
        Some((row.value.to_bits(), row.valid_from, row.document.clone()))
    };
    let keys: BTreeSet<_> = then.keys().chain(now.keys()).collect();
    Ok(keys.into_iter().filter(|key| shown(then.get(key)) != shown(now.get(key))).count() as u64)
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
