//! What was done behind an edition, by whom and why: what the counts of its changes come from.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
    fmt::{self, Display},
    str::FromStr,
};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, EntityTrait, prelude::Uuid};
use texts::Language;

use super::{
    super::KIND,
    ChangeKind, Changed, Changes, found,
    step::{By, Name, Place, Step},
};
use crate::{
    Domain, Part, Result, Versioned, Viewer, account,
    audit::{self, Action, Entry},
    edition::Model,
    exchange::withdrawal_entity,
    figure::References,
    id::{IndicatorId, RegionalNetworkId, RequestId, SubProjectId, VersionId},
    indicator, regional_network,
    rows::Rows,
    sub_project,
};

/// Something was entered, corrected or withdrawn behind an edition. Pseudonymous: people are called by the project's reference.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it is.
    pub changed: Changed,
    /// The project's reference of the person or the thing, or its code.
    pub reference: String,
    /// Code of the sub-project or the regional network that it belongs to; none for the period.
    pub unit: Option<String>,
    /// What was done.
    pub kind: ChangeKind,
    /// The columns that say something else, when it was corrected.
    pub fields: Vec<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom: a name of staff, or a label of [`crate::Actor`]; none where nobody noted it.
    pub by: Option<String>,
    /// Why; none where nobody had to say.
    pub reason: Option<String>,
    /// Its place in the list.
    pub place: ChangePlace,
}

impl Change {
    /// The columns as people say them.
    pub fn fields_in_words(&self, language: Language) -> Vec<String> {
        self.fields.iter().map(|field| self.changed.column_in_words(field, language)).collect()
    }
}

/// A place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangePlace {
    /// When something was done.
    pub at: DateTime<Utc>,
    /// The version that was made or withdrawn.
    pub key: Uuid,
}

impl ChangePlace {
    /// The newest first.
    fn order(self) -> (Reverse<DateTime<Utc>>, Uuid) {
        (Reverse(self.at), self.key)
    }
}

/// The microseconds of the moment, a dot, and the key.
impl Display for ChangePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at.timestamp_micros(), self.key)
    }
}

/// That a text is no place of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a list of changes")]
pub struct NotAPlace;

impl FromStr for ChangePlace {
    type Err = NotAPlace;

    fn from_str(text: &str) -> std::result::Result<Self, NotAPlace> {
        let (micros, key) = text.split_once('.').ok_or(NotAPlace)?;
        let at = micros.parse().ok().and_then(DateTime::from_timestamp_micros).ok_or(NotAPlace)?;
        Ok(Self { at, key: key.parse().map_err(|_| NotAPlace)? })
    }
}

/// A page of the list.
#[derive(Clone, Debug)]
pub struct ChangePage {
    /// How much changed.
    pub counts: Changes,
    /// What was done, the newest first.
    pub changes: Vec<Change>,
    /// Whether there is more.
    pub goes_on: bool,
    /// How much there is on all pages.
    pub total_count: u64,
}

/// What was done behind an edition since its known-at to what it shows, and what it would show besides, page by page. The
/// records of a sub-project that came or went are not listed, the sub-project is. The reading is audited.
pub async fn changed(
    domain: &Domain,
    viewer: &Viewer,
    (edition, after, limit): (&Model, Option<ChangePlace>, usize),
) -> Result<ChangePage> {
    viewer.require_reader()?;
    let (counts, mut steps) = found(domain, edition).await?;
    let total_count = steps.len() as u64;
    steps.sort_by_key(|step| place(step).order());
    let behind =
        steps.into_iter().skip_while(|step| after.is_some_and(|after| place(step).order() <= after.order()));
    let Part { rows: steps, goes_on } = Part::first(behind, limit);
    let names = Names::of(domain, &steps).await?;
    let changes: Vec<Change> = steps.into_iter().map(|step| names.change(step)).collect();
    let object_id = Some(edition.id.to_string());
    let entry = Entry {
        object_id,
        record_count: changes.len(),
        ..Entry::new(Action::Read, KIND, "changes behind an edition")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(ChangePage { counts, changes, goes_on, total_count })
}

fn place(step: &Step) -> ChangePlace {
    ChangePlace { at: step.at, key: step.key }
}

/// How things, places and people are called.
struct Names {
    references: References,
    indicators: HashMap<IndicatorId, String>,
    sub_projects: HashMap<SubProjectId, String>,
    networks: HashMap<RegionalNetworkId, String>,
    withdrawals: HashMap<VersionId, withdrawal_entity::Model>,
    people: HashMap<RequestId, String>,
}

impl Names {
    async fn of(domain: &Domain, steps: &[Step]) -> Result<Self> {
        let db = &domain.db;
        let subjects = steps.iter().filter_map(|step| match &step.name {
            Name::Of(subject) => Some(*subject),
            Name::Indicator(_) | Name::Code(_) => None,
        });
        let references = References::of(db, subjects).await?;
        let indicators: BTreeSet<IndicatorId> = steps
            .iter()
            .filter_map(|step| match step.name {
                Name::Indicator(id) => Some(id),
                Name::Of(_) | Name::Code(_) => None,
            })
            .collect();
        let keys = Vec::from_iter(indicators);
        let (select, column) = (indicator::Entity::current(), indicator::Column::Id);
        let indicators = Rows { select, column, keys: &keys }.read(db).await?;
        let keys: Vec<VersionId> = steps.iter().filter_map(|step| withdrawn(&step.by)).collect();
        let (select, column) = (withdrawal_entity::Entity::find(), withdrawal_entity::Column::VersionId);
        let withdrawals = Rows { select, column, keys: &keys }.read(db).await?;
        let requests = steps.iter().filter_map(|step| requested(&step.by));
        let requests = requests.chain(withdrawals.iter().map(|row| row.withdrawn_by)).collect();
        let people = names(db, audit::actors(db, requests).await?).await?;
        let sub_projects: BTreeSet<_> = steps.iter().filter_map(|step| step.place.1).collect();
        let networks: BTreeSet<_> = steps.iter().filter_map(|step| step.place.0).collect();
        let sub_projects = sub_project::store::by_ids(db, &Vec::from_iter(sub_projects), None).await?;
        let networks = regional_network::store::by_ids(db, &Vec::from_iter(networks), None).await?;
        Ok(Self {
            references,
            indicators: indicators.into_iter().map(|row| (row.id, row.code)).collect(),
            sub_projects: sub_projects.into_iter().map(|row| (row.id, row.code)).collect(),
            networks: networks.into_iter().map(|row| (row.id, row.code)).collect(),
            withdrawals: withdrawals.into_iter().map(|row| (row.version_id, row)).collect(),
            people,
        })
    }

    fn change(&self, step: Step) -> Change {
        let place = place(&step);
        let withdrawal = withdrawn(&step.by).and_then(|version| self.withdrawals.get(&version));
        let request = requested(&step.by).or(withdrawal.map(|row| row.withdrawn_by));
        let by = match step.by {
            By::Name(name) => Some(name),
            _ => request.and_then(|request| self.people.get(&request).cloned()),
        };
        Change {
            changed: step.changed,
            reference: match step.name {
                Name::Of(subject) => self.references.get(subject),
                Name::Indicator(id) => self.indicators.get(&id).cloned().unwrap_or_else(|| id.to_string()),
                Name::Code(code) => code,
            },
            unit: self.unit(step.place),
            kind: step.kind,
            fields: step.fields,
            at: step.at,
            by,
            reason: withdrawal.map(|row| row.reason.clone()).or(step.reason),
            place,
        }
    }

    fn unit(&self, (network, sub_project): Place) -> Option<String> {
        let sub_project = sub_project.and_then(|id| self.sub_projects.get(&id));
        sub_project.or_else(|| self.networks.get(&network?)).cloned()
    }
}

/// The names of those whom the audit log names, each by a request; the label where there is no account any more.
async fn names(
    db: &impl ConnectionTrait,
    mut actors: HashMap<RequestId, String>,
) -> Result<HashMap<RequestId, String>> {
    let emails: BTreeSet<String> = actors.values().cloned().collect();
    let names = account::names(db, &Vec::from_iter(emails)).await?;
    for actor in actors.values_mut() {
        if let Some(name) = names.get(actor) {
            actor.clone_from(name);
        }
    }
    Ok(actors)
}

fn requested(by: &By) -> Option<RequestId> {
    match by {
        By::Request(request) => Some(*request),
        _ => None,
    }
}

fn withdrawn(by: &By) -> Option<VersionId> {
    match by {
        By::Withdrawal(version) => Some(*version),
        _ => None,
    }
}
