//! The rules on how a period is set up: V-33 (the keys figures are reported by are there) and V-34 (people take part
//! in sub-projects of the period only).

use std::{collections::HashMap, sync::Arc};

use counting::plausibility::{Rule, rule};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use super::{
    Finding, Owner, Place, RecordKind,
    place::{finding, sub_project_unit},
};
use crate::{
    Domain, Result, Versioned, Viewer,
    figure::{Breakdown, Unit},
    id::{ParticipantId, SubProjectId},
    participant, participation,
    rows::Rows,
    selection::Selection,
    sub_project,
    sub_project::RegionCategory,
};

/// The keys that are missing: priority and specific objective of the period, category of region of a sub-project.
pub(super) fn missing_keys(selection: &Selection) -> Vec<Finding> {
    let Some(rule) = rule("V-33") else { return Vec::new() };
    let period = &selection.period;
    let unit = Arc::new(Unit {
        kind: Breakdown::Period,
        code: Some(period.code.clone()),
        name: period.name.clone(),
    });
    let fields = [("priority", &period.priority), ("specific_objective", &period.specific_objective)];
    let lacking = fields.into_iter().filter(|(_, value)| value.is_none());
    let owner = Owner { period: period.id, network: None, sub_project: None };
    let mut findings: Vec<Finding> =
        lacking.map(|(field, _)| finding(owner, (rule, field), Place::Unit(Arc::clone(&unit)))).collect();
    let unknown = |row: &&sub_project::Model| row.region_category.parse::<RegionCategory>().is_err();
    findings.extend(selection.sub_projects.iter().filter(unknown).map(|row| {
        let owner = Owner { sub_project: Some(row.id), ..owner };
        let place = Place::Unit(sub_project_unit(row));
        Finding { value: row.region_category.clone(), ..finding(owner, (rule, "region_category"), place) }
    }));
    findings
}

/// Participations of the period in something that is none of its sub-projects today, as after one is withdrawn.
pub(super) async fn outside_the_period(
    domain: &Domain,
    viewer: &Viewer,
    selection: &Selection,
) -> Result<Vec<Finding>> {
    let Some(rule) = rule("V-34") else { return Ok(Vec::new()) };
    let known = sub_project::Entity::current()
        .filter(sub_project::Column::FundingPeriodId.eq(selection.period.id))
        .select_only()
        .column(sub_project::Column::Id)
        .into_query();
    let stays = participation::Entity::current()
        .filter(participation::Column::FundingPeriodId.eq(selection.period.id))
        .filter(viewer.reads().condition(participation::Column::SubProjectId))
        .filter(participation::Column::SubProjectId.not_in_subquery(known))
        .all(&domain.db)
        .await?;
    let people: Vec<_> = stays.iter().map(|row| row.participant_id).collect();
    let people = Rows { select: participant::Entity::find(), column: participant::Column::Id, keys: &people };
    let references: HashMap<_, Arc<str>> =
        people.read(&domain.db).await?.into_iter().map(|row| (row.id, row.reference.into())).collect();
    let places: Vec<_> = stays.iter().map(|row| row.sub_project_id).collect();
    let versions =
        Rows { select: sub_project::Entity::find(), column: sub_project::Column::Id, keys: &places };
    let codes: HashMap<_, Arc<str>> =
        versions.read(&domain.db).await?.into_iter().map(|row| (row.id, row.code.into())).collect();
    Ok(stays.iter().filter_map(|row| outside(row, (rule, &codes, &references))).collect())
}

type Names<'a> = (&'static Rule, &'a HashMap<SubProjectId, Arc<str>>, &'a HashMap<ParticipantId, Arc<str>>);

fn outside(row: &participation::Model, (rule, codes, references): Names<'_>) -> Option<Finding> {
    let sub_project = codes.get(&row.sub_project_id).cloned().unwrap_or_default();
    let owner = Owner { period: row.funding_period_id, network: None, sub_project: Some(row.sub_project_id) };
    let place = Place::Record {
        sub_project: Arc::clone(&sub_project),
        reference: references.get(&row.participant_id)?.clone(),
        record: RecordKind::Participation,
        on: row.entered_on,
    };
    Some(Finding { value: sub_project.to_string(), ..finding(owner, (rule, "sub_project"), place) })
}
