//! Running every rule over what is recorded.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use sea_orm::EntityTrait;

use super::{
    CheckQuery, Finding, Owner, Place, Rank, figures,
    place::finding,
    records::{Broken, Measure, of_case},
    structure,
};
use crate::{
    Domain, Error, Result, Viewer,
    audit::{self, Action, Entry},
    case_file, counting_profile,
    id::{ParticipantId, SubProjectId},
    participant,
    rows::Rows,
    selection::{self, Asked, Selection},
    waiver::{self, Waiver},
};

/// Every broken rule in what the viewer may read, each once: errors first, then by rule and place. Waived warnings are
/// among them, with their waiver. The reading is audited.
///
/// # Errors
/// Unknown codes and a cut-off before the period; those who read nothing are refused.
pub async fn check(domain: &Domain, viewer: &Viewer, query: &CheckQuery) -> Result<Vec<Finding>> {
    let asked = Asked {
        period: &query.period,
        network: query.network.as_deref(),
        sub_project: query.sub_project.as_deref(),
        cut_off: query.cut_off,
        known_at: None,
    };
    let selection = selection::select(domain, viewer, asked).await?;
    let mut findings = structure::missing_keys(&selection);
    if query.network.is_none() && query.sub_project.is_none() {
        findings.extend(structure::outside_the_period(domain, viewer, &selection).await?);
    }
    findings.extend(of_records(domain, &selection, query).await?);
    findings.extend(figures::check(domain, viewer, &selection, query).await?);
    let whole_period = Owner { period: selection.period.id, network: None, sub_project: None };
    let waivers = waiver::in_force(&domain.db, (viewer.reads(), whole_period.period), None).await?;
    let mut waivers: HashMap<String, Waiver> =
        waivers.into_iter().map(|row| (row.subject.clone(), row.into())).collect();
    let mut all: BTreeMap<Rank, Finding> = BTreeMap::new();
    for finding in findings {
        all.entry(finding.rank()).or_insert(finding);
    }
    for finding in all.values_mut() {
        finding.waiver = waivers.remove(&finding.key);
    }
    let entry = Entry {
        object_id: Some(query.period.clone()),
        record_count: all.len(),
        ..Entry::new(Action::Read, "participation", "findings of plausibility rules")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(all.into_values().collect())
}

/// The findings behind a place: at most `limit`.
///
/// # Errors
/// Those of [`check`].
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    query: &CheckQuery,
    (after, limit): (Option<Rank>, usize),
) -> Result<Vec<Finding>> {
    let all = check(domain, viewer, query).await?.into_iter();
    Ok(all.filter(|finding| after.as_ref().is_none_or(|after| finding.rank() > *after)).take(limit).collect())
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
