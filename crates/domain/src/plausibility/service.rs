//! Running every rule over what is recorded.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use sea_orm::EntityTrait;

use super::{
    CheckQuery, Finding, Owner, Place, Rank, State, figures,
    place::finding,
    records::{Broken, Measure, of_case},
    structure,
};
use crate::{
    Domain, Error, Part, Result, Viewer,
    apart::apart,
    audit::{self, Action, Entry},
    case_file, counting_profile,
    id::{ParticipantId, SubProjectId},
    participant,
    rows::Rows,
    selection::{self, Asked, Selection},
    waiver::{self, Waiver},
};

/// The broken rules in what a viewer may see, each once. The findings are known by [`Checked::page`] only, which audits.
#[derive(Clone)]
pub struct Checked {
    period: Arc<str>,
    /// Errors first, then by rule and place.
    findings: Arc<[Finding]>,
}

/// Which part of the findings is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Only those that stand like this; none means all.
    pub state: Option<State>,
    /// Behind this place; none means from the start.
    pub after: Option<Rank>,
    /// So many at most.
    pub limit: usize,
}

impl Wanted {
    /// All of them.
    pub const ALL: Self = Self { state: None, after: None, limit: usize::MAX };
}

/// Checks every record and figure that the viewer may read by every rule. Waived warnings are among the findings, with
/// their waiver.
///
/// # Errors
/// Unknown codes and a cut-off before the period; those who read nothing are refused.
pub async fn check(domain: &Domain, viewer: &Viewer, query: &CheckQuery) -> Result<Checked> {
    check_as_known(domain, viewer, (query, None)).await
}

/// The same as known at a moment, with the waivers of then; none means now.
pub(crate) async fn check_as_known(
    domain: &Domain,
    viewer: &Viewer,
    (query, known_at): (&CheckQuery, Option<DateTime<Utc>>),
) -> Result<Checked> {
    viewer.require_reader()?;
    let (domain, viewer, query) = (domain.clone(), viewer.clone(), query.clone());
    apart(async move { checked(&domain, &viewer, (&query, known_at)).await }).await
}

impl Checked {
    /// How many findings stand like this; none means all.
    pub fn count(&self, state: Option<State>) -> usize {
        let counted = |finding: &&Finding| state.is_none_or(|state| finding.state() == state);
        self.findings.iter().filter(counted).count()
    }

    /// A part of the findings: errors first, then by rule and place. The reading is audited.
    pub async fn page(&self, domain: &Domain, viewer: &Viewer, wanted: Wanted) -> Result<Part<Finding>> {
        let Wanted { state, after, limit } = wanted;
        let is_wanted = |finding: &&Finding| {
            state.is_none_or(|state| finding.state() == state)
                && after.as_ref().is_none_or(|after| finding.rank() > *after)
        };
        let part = Part::first(self.findings.iter().filter(is_wanted).cloned(), limit);
        let entry = Entry {
            object_id: Some(self.period.to_string()),
            record_count: part.rows.len(),
            ..Entry::new(Action::Read, "participation", "findings of plausibility rules")
        };
        audit::record(domain, viewer, entry).await?;
        Ok(part)
    }

    /// The warnings that are waived, by rule and place.
    pub(crate) fn waived(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.state() == State::Waived)
    }

    /// The finding with a key.
    pub(crate) fn named(&self, key: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.key == key)
    }
}

async fn checked(
    domain: &Domain,
    viewer: &Viewer,
    (query, known_at): (&CheckQuery, Option<DateTime<Utc>>),
) -> Result<Checked> {
    let asked = Asked {
        period: &query.period,
        network: query.network.as_deref(),
        strand: None,
        sub_project: query.sub_project.as_deref(),
        cut_off: query.cut_off,
        known_at,
    };
    let selection = selection::select(domain, viewer, asked).await?;
    let mut findings = structure::missing_keys(&selection);
    if query.network.is_none() && query.sub_project.is_none() {
        findings.extend(structure::outside_the_period(domain, viewer, &selection).await?);
    }
    findings.extend(of_records(domain, &selection, query).await?);
    findings.extend(Box::pin(figures::check(domain, viewer, &selection, query)).await?);
    let waivers = waiver::in_force(&domain.db, (viewer.reads(), selection.period.id), known_at).await?;
    let mut waivers: HashMap<String, Waiver> =
        waivers.into_iter().map(|row| (row.subject.clone(), row.into())).collect();
    let mut all: BTreeMap<Rank, Finding> = BTreeMap::new();
    for finding in findings {
        all.entry(finding.rank()).or_insert(finding);
    }
    for finding in all.values_mut() {
        finding.waiver = waivers.remove(&finding.key);
    }
    Ok(Checked { period: query.period.as_str().into(), findings: all.into_values().collect() })
}

async fn of_records(domain: &Domain, selection: &Selection, query: &CheckQuery) -> Result<Vec<Finding>> {
    let rulebook = selection.period.rulebook.as_deref().and_then(counting::rulebook);
    let rulebook = rulebook.ok_or(Error::Inconsistent { table: "funding_period", column: "rulebook" })?;
    let measure = Measure {
        rulebook,
        cut_off: query.cut_off,
        sub_projects: selection.sub_projects.iter().map(|row| (row.id, row)).collect(),
    };
    let profile =
        counting_profile::store::profile_of(&domain.db, selection.period.id, selection.known_at).await?;
    let wanted = case_file::Wanted {
        sub_projects: &selection.sub_projects,
        profile: &profile,
        known_at: selection.known_at,
    };
    let files = case_file::read(&domain.db, wanted).await?;
    let broken: Vec<Broken> = files.iter().flat_map(|case| of_case(case, &measure)).collect();
    let people: BTreeSet<ParticipantId> = broken.iter().map(|broken| broken.person).collect();
    let people: Vec<ParticipantId> = people.into_iter().collect();
    let people = Rows { select: participant::Entity::find(), column: participant::Column::Id, keys: &people };
    let references: HashMap<_, Arc<str>> =
        people.read(&domain.db).await?.into_iter().map(|row| (row.id, row.reference.into())).collect();
    let codes: HashMap<SubProjectId, Arc<str>> =
        selection.sub_projects.iter().map(|row| (row.id, row.code.as_str().into())).collect();
    let named = |broken: Broken| {
        let place = Place::Record {
            sub_project: codes.get(&broken.sub_project)?.clone(),
            reference: references.get(&broken.person)?.clone(),
            record: broken.record,
            on: broken.on,
        };
        let owner =
            Owner { period: selection.period.id, network: None, sub_project: Some(broken.sub_project) };
        let found = broken.found;
        Some(Finding {
            severity: found.severity,
            value: broken.value,
            ..finding(owner, (found.rule, found.field), place)
        })
    };
    Ok(broken.into_iter().filter_map(named).collect())
}
