//! What changed behind an edition since it was frozen.

mod cases;
mod definitions;
mod estimates;
mod list;
mod notes;
mod records;
mod samples;
mod step;
mod structure;
mod targets;
mod waivers;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition};
use texts::Language;

pub use list::{Change, ChangePage, ChangePlace, NotAPlace, changed};
use step::{Place, Step};

use super::{
    Model,
    coverage::{Coverage, versions},
};
use crate::{
    Domain, Result,
    exchange::{Kind, stored_in_words},
    report::About,
    sub_project,
};

/// How much of what an edition shows would be told otherwise today, at the same cut-off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Cases, entities and events of which something else would be told up to the cut-off, each once: corrected,
    /// withdrawn, entered late, or of a sub-project that has come or gone.
    pub cases: u64,
    /// Targets.
    pub targets: u64,
    /// Sub-projects, organisations and regional networks: their names, places in the network and days.
    pub structure: u64,
    /// Informed estimates.
    pub estimates: u64,
    /// Samples, drawn since or with other answers.
    pub samples: u64,
    /// Warnings waived since, or no longer.
    pub waivers: u64,
    /// The programme's indicators, and the counting profile.
    pub definitions: u64,
    /// Notes on figures, written since or withdrawn.
    pub notes: u64,
    /// How often records, targets, estimates and the structure were corrected or withdrawn, also where they say by now what
    /// they did before; the other counts have what came of it.
    pub corrections: u64,
}

/// What can change behind an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Changed {
    /// An entry into a measure (Teilnahme).
    Participation,
    /// Something that became of a participant (Verbleib).
    Outcome,
    /// A survey (Nachbefragung).
    FollowUp,
    /// A supported entity.
    SupportedEntity,
    /// A trainer of the pool.
    Trainer,
    /// A contact of a consultation (Beratung).
    Consultation,
    /// A training event (Schulung).
    Training,
    /// A qualification plan.
    QualificationPlan,
    /// A value entered by hand.
    IndicatorValue,
    /// An offer.
    Offer,
    /// A sub-project (Teilvorhaben).
    SubProject,
    /// An organisation.
    Organisation,
    /// A regional network.
    RegionalNetwork,
    /// A target (Zielwert).
    Target,
    /// An informed estimate (Schätzung).
    Estimate,
    /// A sample (Stichprobe).
    Sample,
    /// A waived warning.
    Waiver,
    /// A definition of an indicator of the programme.
    Indicator,
    /// The counting profile (Zählprofil).
    CountingProfile,
    /// A note on a figure.
    FigureNote,
}

impl Changed {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// A column of its table as people say it.
    fn column_in_words(self, column: &str, language: Language) -> String {
        let kind = match self {
            Self::Participation => Some(Kind::Participations),
            Self::Outcome => Some(Kind::Outcomes),
            Self::FollowUp => Some(Kind::FollowUps),
            Self::SupportedEntity => Some(Kind::SupportedEntities),
            Self::Trainer => Some(Kind::Trainers),
            Self::Consultation => Some(Kind::Consultations),
            Self::Training => Some(Kind::Trainings),
            Self::QualificationPlan => Some(Kind::QualificationPlans),
            Self::Offer => Some(Kind::Offers),
            Self::SubProject => Some(Kind::SubProjects),
            Self::Organisation => Some(Kind::Organisations),
            Self::Target => Some(Kind::Targets),
            _ => None,
        };
        stored_in_words(kind, column, language)
    }
}

/// What was done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ChangeKind {
    /// It was entered; or entered again as it was.
    Entered,
    /// It says something else.
    Corrected,
    /// It was withdrawn.
    Withdrawn,
}

impl ChangeKind {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Changes {
    /// Everything that is told otherwise by its kind, in the order in which it is told.
    pub fn by_kind(self) -> [(&'static str, u64); 8] {
        [
            ("cases", self.cases),
            ("targets", self.targets),
            ("structure", self.structure),
            ("estimates", self.estimates),
            ("samples", self.samples),
            ("waivers", self.waivers),
            ("definitions", self.definitions),
            ("notes", self.notes),
        ]
    }

    /// All of that.
    pub fn total(self) -> u64 {
        self.by_kind().into_iter().map(|(_, count)| count).sum()
    }
}

/// What changed behind an edition at its cut-off since its known-at. Nothing can keep a change from being counted: the
/// ledger and the tables themselves are asked.
pub async fn changes(domain: &Domain, edition: &Model) -> Result<Changes> {
    Ok(found(domain, edition).await?.0)
}

/// How much changed behind an edition, and what was done.
async fn found(domain: &Domain, edition: &Model) -> Result<(Changes, Vec<Step>)> {
    let versions = versions(&domain.db, BTreeSet::from([edition.funding_period_id])).await?;
    let behind = Behind { edition, coverage: Coverage::of(edition, &versions), versions: &versions };
    let records = behind.records(domain).await?;
    let cases = behind.cases(domain, records.cases).await?;
    let records = Tally { otherwise: cases, steps: records.steps };
    let targets = behind.targets(domain).await?;
    let structure = behind.structure(domain).await?;
    let estimates = behind.estimates(domain).await?;
    let samples = behind.samples(domain).await?;
    let definitions = behind.definitions(domain).await?;
    let (waivers, notes) = (behind.waivers(domain).await?, behind.notes(domain).await?);
    let held_fast = [&records, &targets, &structure, &estimates];
    let counts = Changes {
        cases: records.otherwise,
        targets: targets.otherwise,
        structure: structure.otherwise,
        estimates: estimates.otherwise,
        samples: samples.otherwise,
        waivers: waivers.len() as u64,
        definitions: definitions.otherwise,
        notes: notes.len() as u64,
        corrections: held_fast.into_iter().map(Tally::corrections).sum(),
    };
    let tallies = [records, targets, structure, estimates, samples, definitions];
    let steps = tallies.into_iter().flat_map(|tally| tally.steps).chain(waivers).chain(notes);
    Ok((counts, steps.collect()))
}

/// What became of things of one kind.
#[derive(Clone, Debug, Default)]
struct Tally {
    /// How many are told otherwise.
    otherwise: u64,
    /// What was done to them.
    steps: Vec<Step>,
}

impl Tally {
    /// Both together.
    fn and(mut self, other: Self) -> Self {
        self.otherwise += other.otherwise;
        self.steps.extend(other.steps);
        self
    }

    /// How often one was corrected or withdrawn, also where it says by now what it did before.
    fn corrections(&self) -> u64 {
        self.steps.iter().filter(|step| step.is_correction()).count() as u64
    }
}

/// What has come since and what no longer is there, out of what was and what is.
fn came_and_went<M, K: Ord>(
    (then, now): (Vec<M>, Vec<M>),
    key: impl Fn(&M) -> K,
    step: impl Fn(M, ChangeKind) -> Step,
) -> Vec<Step> {
    let [before, after] = [&then, &now].map(|rows| rows.iter().map(&key).collect::<BTreeSet<K>>());
    let went = then.into_iter().filter(|row| !after.contains(&key(row)));
    let went: Vec<Step> = went.map(|row| step(row, ChangeKind::Withdrawn)).collect();
    let came = now.into_iter().filter(|row| !before.contains(&key(row)));
    came.map(|row| step(row, ChangeKind::Entered)).chain(went).collect()
}

/// What lies behind an edition.
struct Behind<'a> {
    edition: &'a Model,
    /// The sub-projects it tells of.
    coverage: Coverage,
    /// Every version of the sub-projects of its period.
    versions: &'a [sub_project::Model],
}

impl Behind<'_> {
    /// The moment the edition shows, and now.
    fn moments(&self) -> [Option<DateTime<Utc>>; 2] {
        [Some(self.edition.known_at), None]
    }

    /// Whether a report on the edition's unit as known at a moment, none meaning now, tells of something that belongs to a
    /// sub-project, a regional network, or else to the period.
    fn shows(&self, (network, sub_project): Place, known_at: Option<DateTime<Utc>>) -> bool {
        let sub_projects = if known_at.is_some() { &self.coverage.then } else { &self.coverage.now };
        match (self.edition.about(), sub_project, network) {
            (_, Some(id), _) => sub_projects.contains(&id),
            (About::Period(_) | About::Bundle(_), ..) => true,
            (About::Network(own), None, network) => network == Some(own),
            (About::Strand(_) | About::SubProject(_), None, _) => false,
        }
    }

    /// Whether the edition tells of it.
    fn showed(&self, place: Place) -> bool {
        self.shows(place, Some(self.edition.known_at))
    }

    /// What was learnt, or ceased to be known, after the moment that the edition shows.
    fn learnt(&self, from: impl ColumnTrait, until: impl ColumnTrait) -> Condition {
        let known_at = self.edition.known_at;
        Condition::any().add(from.gt(known_at)).add(until.gt(known_at))
    }

    /// How many things are told otherwise, by what is told of each as known at a moment, none meaning now.
    async fn otherwise<K, V, F>(&self, read: impl Fn(Option<DateTime<Utc>>) -> F) -> Result<u64>
    where
        K: Ord,
        V: PartialEq,
        F: Future<Output = Result<BTreeMap<K, V>>>,
    {
        let [then, now] = self.moments().map(read);
        let (then, now) = (then.await?, now.await?);
        let keys: BTreeSet<&K> = then.keys().chain(now.keys()).collect();
        Ok(keys.into_iter().filter(|key| then.get(key) != now.get(key)).count() as u64)
    }
}
