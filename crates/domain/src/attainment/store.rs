//! Reading targets in force, and giving figures theirs.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use super::TargetKind;
use crate::{
    Domain, Result, Scope, Versioned, Viewer,
    figure::{Breakdown, Figure, Plan},
    id::{FundingPeriodId, RegionalNetworkId, SubProjectId},
    regional_network,
    rows::Rows,
    sub_project,
    sub_project::RegionCategory,
    target,
};

/// Which targets are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InForce {
    /// Of this period.
    pub period: FundingPeriodId,
    /// At this cut-off.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Of which units.
    pub units: Units,
}

/// How much of its units a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Units {
    /// All of them: each has its targets.
    Whole,
    /// What belongs to one strand: only sub-projects are told whole, and have targets.
    InPart,
}

/// What two versions of a target share.
pub(crate) type Key =
    (Option<SubProjectId>, Option<RegionalNetworkId>, String, Option<String>, Option<String>, TargetKind);

/// The targets in force that the viewer may see.
pub(super) async fn in_force(
    domain: &Domain,
    viewer: &Viewer,
    wanted: InForce,
) -> Result<Vec<(TargetKind, target::Model)>> {
    let latest = latest(&domain.db, viewer.reads(), wanted).await?;
    Ok(latest.into_iter().map(|((.., kind), row)| (kind, row)).collect())
}

/// The targets in force within a scope: of those for the same thing, the one valid from the latest day up to the cut-off,
/// and of several from one day the one recorded last.
pub(crate) async fn latest(
    db: &impl ConnectionTrait,
    scope: &Scope,
    wanted: InForce,
) -> Result<BTreeMap<Key, target::Model>> {
    let visible = target::store::visible_to(scope, wanted.known_at)
        .filter(target::Column::FundingPeriodId.eq(wanted.period));
    let mut latest: BTreeMap<Key, target::Model> = BTreeMap::new();
    for row in visible.all(db).await? {
        let Ok(kind) = row.kind.parse::<TargetKind>() else { continue };
        let holds = row.valid_from.is_none_or(|from| from <= wanted.cut_off);
        let of_this_year = kind != TargetKind::PerYear || row.year == Some(wanted.cut_off.year());
        let is_whole = wanted.units == Units::Whole || row.sub_project_id.is_some();
        if !holds || !of_this_year || !is_whole {
            continue;
        }
        let key = (
            row.sub_project_id,
            row.regional_network_id.filter(|_| row.sub_project_id.is_none()),
            row.indicator.clone(),
            row.region_category.clone(),
            row.gender.clone(),
            kind,
        );
        let age = |row: &target::Model| (row.valid_from, row.recorded_at, row.id);
        match latest.get(&key) {
            Some(known) if age(known) > age(&row) => {}
            _ => {
                latest.insert(key, row);
            }
        }
    }
    Ok(latest)
}

/// The units that targets name, as they are at a cut-off and known at a moment.
pub(super) struct Named {
    networks: HashMap<RegionalNetworkId, String>,
    /// The sub-projects.
    pub sub_projects: HashMap<SubProjectId, sub_project::Model>,
}

impl Named {
    /// Looks up the units of targets.
    pub async fn of(
        domain: &Domain,
        targets: &[(TargetKind, target::Model)],
        InForce { cut_off, known_at, .. }: InForce,
    ) -> Result<Self> {
        let networks: HashSet<_> = targets.iter().filter_map(|(_, row)| row.regional_network_id).collect();
        let networks: Vec<_> = networks.into_iter().collect();
        let sub_projects: HashSet<_> = targets.iter().filter_map(|(_, row)| row.sub_project_id).collect();
        let sub_projects: Vec<_> = sub_projects.into_iter().collect();
        let networks = regional_network::store::by_ids(&domain.db, &networks, known_at).await?;
        let select = sub_project::Entity::as_of(known_at, cut_off);
        let sub_projects =
            Rows { select, column: sub_project::Column::Id, keys: &sub_projects }.read(&domain.db).await?;
        Ok(Self {
            networks: networks.into_iter().map(|row| (row.id, row.code)).collect(),
            sub_projects: sub_projects.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    /// What a target is for: the level, and the code below the period. None when there was no such unit then.
    pub fn unit(&self, target: &target::Model) -> Option<(Breakdown, Option<&str>)> {
        match (target.sub_project_id, target.regional_network_id) {
            (Some(id), _) => Some((Breakdown::SubProject, Some(self.sub_projects.get(&id)?.code.as_str()))),
            (None, Some(id)) => Some((Breakdown::Network, Some(self.networks.get(&id)?.as_str()))),
            (None, None) => Some((Breakdown::Period, None)),
        }
    }
}

/// What a value is for: level and code of the unit, indicator, category of region, and how it is meant.
type Meant<'a> = (Breakdown, Option<&'a str>, &'a str, Option<RegionCategory>, TargetKind);

/// Gives each figure what was planned for its very unit and category of region. A value for all categories is that of a
/// unit with one category only.
pub(crate) async fn with_plans(
    domain: &Domain,
    viewer: &Viewer,
    wanted: InForce,
    mut figures: Vec<Figure>,
) -> Result<Vec<Figure>> {
    let mut targets = in_force(domain, viewer, wanted).await?;
    targets.retain(|(_, row)| row.gender.is_none());
    if targets.is_empty() {
        return Ok(figures);
    }
    let units = Named::of(domain, &targets, wanted).await?;
    let mut values: HashMap<Meant<'_>, f64> = HashMap::new();
    for (kind, row) in &targets {
        let category = row.region_category.as_deref().map(str::parse).transpose();
        if let (Some((level, code)), Ok(category)) = (units.unit(row), category) {
            values.insert((level, code, &row.indicator, category, *kind), row.value);
        }
    }
    let mut categories: HashMap<(Breakdown, Option<String>), HashSet<RegionCategory>> = HashMap::new();
    for figure in &figures {
        let unit = (figure.unit.kind, figure.unit.code.clone());
        categories.entry(unit).or_default().insert(figure.region_category);
    }
    for figure in &mut figures {
        let unit = (figure.unit.kind, figure.unit.code.clone());
        let only_one = categories.get(&unit).is_some_and(|all| all.len() == 1);
        let (level, code) = match figure.unit.kind {
            Breakdown::Period => (Breakdown::Period, None),
            level => match figure.unit.code.as_deref() {
                Some(code) => (level, Some(code)),
                None => continue,
            },
        };
        let value = |kind| {
            let of = |category| values.get(&(level, code, &*figure.indicator.code, category, kind)).copied();
            of(Some(figure.region_category)).or_else(|| of(None).filter(|_| only_one))
        };
        figure.plan = Plan {
            target: value(TargetKind::Cumulative),
            milestone: value(TargetKind::Milestone),
            reference: value(TargetKind::Reference),
            planned: value(TargetKind::Planned),
        };
    }
    Ok(figures)
}
