//! What figures are asked about: the units a viewer may see, with their sub-projects.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryTrait};

use super::{Breakdown, FigureQuery, Unit, owed::note_strands};
use crate::{
    Domain, Error, Result, UserError, Versioned, Viewer, attainment, funding_period,
    id::{RegionalNetworkId, SubProjectId},
    indicator::{self, Catalogue, Indicator, RulebookKind},
    recount::{Recounts, settled_moment},
    regional_network,
    selection::explained,
    strand, sub_project,
    sub_project::{LawDays, RegionCategory},
};

/// So many unknown indicators are named; more help nobody.
const MOST_MISTAKES: usize = 10;

/// A unit in one region category.
pub(super) struct Row {
    pub unit: Arc<Unit>,
    pub region_category: RegionCategory,
    pub sub_projects: Vec<SubProjectId>,
    /// Whether it owes the indicators of the law: not a sub-project that the European Social Fund never co-financed.
    pub owes_law: bool,
    /// The strands whose indicators of the programme it owes; none means all.
    pub strands: Option<BTreeSet<String>>,
}

/// A question about figures, with its codes resolved.
pub(super) struct Question {
    pub period: funding_period::Model,
    pub indicators: Vec<Arc<Indicator>>,
    pub rows: Vec<Row>,
    /// The moment its answer is about; none means all that is known now.
    pub known_at: Option<DateTime<Utc>>,
    /// Whether that is what somebody is told who asks for no moment.
    pub is_about_now: bool,
    /// Whether its units are told whole, or as far as they belong to a strand.
    pub units: attainment::Units,
    /// How many recounts the period had when it was resolved.
    pub recounts: usize,
    pub codes: BTreeMap<SubProjectId, Arc<str>>,
}

impl Question {
    /// The indicators asked about that a row owes.
    pub fn owed_by<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a Arc<Indicator>> {
        self.indicators.iter().filter(|indicator| row.owes_law || indicator.kind != RulebookKind::Law)
    }
}

/// The structure of a period at the time asked for, as far as the question needs it.
struct Structure {
    law_days: LawDays,
    networks: Vec<regional_network::Model>,
    /// The strand asked for, if there is one with its code.
    strand: Option<strand::Model>,
    sub_projects: Vec<sub_project::Model>,
}

/// Resolves a question, or says everything that is wrong with it.
pub(super) async fn resolve(domain: &Domain, viewer: &Viewer, query: &FigureQuery) -> Result<Question> {
    let db = &domain.db;
    let period =
        funding_period::Entity::find().filter(funding_period::Column::Code.eq(&query.period)).one(db).await?;
    let Some(period) = period else {
        return Err(Error::invalid(UserError::new("period-unknown", "period").with_value(&query.period)));
    };
    if let Some(at) = query.known_at.filter(|at| *at > domain.clock.now()) {
        let mistake = UserError::new("known-at-in-future", "knownAt").with_value(at.to_rfc3339());
        return Err(Error::invalid(mistake));
    }
    let recounts = Recounts::of(db, period.id).await?;
    let known_at = settled_moment(domain, &recounts, query.known_at).await?;
    let query = &FigureQuery { known_at, ..query.clone() };
    let catalogue = Catalogue::of(db, &period, known_at).await?;
    if query.indicators.is_empty() && wanted(&catalogue, query).is_empty() {
        return Err(Error::invalid(
            UserError::new("period-without-rulebook", "period").with_value(&query.period),
        ));
    }
    let structure = structure(db, &period, query).await?;
    let mut errors = Vec::new();
    if query.cut_off < period.starts_on {
        errors.push(UserError::new("cut-off-before-period", "cutOff").with_value(query.cut_off));
    }
    let indicators = indicators(&catalogue, query, &mut errors);
    if query.known_at.is_some() {
        for error in errors.iter_mut().filter(|error| error.code == "indicator-unknown") {
            let code = error.value.clone().unwrap_or_default();
            let versions = indicator::store::versions(db, period.id, &code).await?;
            if let Some(first) = versions.last().filter(|first| !first.retired) {
                let since = first.recorded_at.to_rfc3339_opts(SecondsFormat::Secs, true);
                *error = UserError::new("indicator-unknown-then", "indicators")
                    .with_value(format!("{code} ({since})"));
            }
        }
    }
    let mut units = structure.units(viewer, &period, query, &mut errors);
    if !errors.is_empty() {
        return Err(Error::Invalid(explained(db, (period.id, query.known_at), errors).await?));
    }
    note_strands(db, (period.id, &indicators), (&mut units, &structure.sub_projects)).await?;
    let codes = structure.sub_projects.iter().map(|row| (row.id, Arc::from(row.code.as_str()))).collect();
    let is_about_now = known_at == recounts.moment(None);
    Ok(Question {
        period,
        indicators,
        rows: units,
        known_at,
        is_about_now,
        units: if query.strand.is_some() { attainment::Units::InPart } else { attainment::Units::Whole },
        recounts: recounts.count(),
        codes,
    })
}

async fn structure(
    db: &impl ConnectionTrait,
    period: &funding_period::Model,
    query: &FigureQuery,
) -> Result<Structure> {
    let networks = regional_network::Entity::as_of(query.known_at, query.cut_off)
        .filter(regional_network::Column::FundingPeriodId.eq(period.id));
    let sub_projects = sub_project::Entity::as_of(query.known_at, query.cut_off)
        .filter(sub_project::Column::FundingPeriodId.eq(period.id))
        .apply_if(query.sub_project.as_ref(), |all, code| all.filter(sub_project::Column::Code.eq(code)));
    let names_networks =
        query.network.is_some() || (query.sub_project.is_none() && query.by == Some(Breakdown::Network));
    let sub_projects = sub_projects.all(db).await?;
    let law_days = match &*sub_projects {
        [one] => LawDays::read_one(db, (query.known_at, one.id)).await?,
        _ => LawDays::read(db, query.known_at).await?,
    };
    let networks = if names_networks { networks.all(db).await? } else { Vec::new() };
    let strand = match &query.strand {
        Some(code) => strand::store::by_code(db, (period.id, code)).await?,
        None => None,
    };
    Ok(Structure { law_days, networks, sub_projects, strand })
}

/// The kinds of indicators that are told when nothing else is asked for.
const USUAL: [RulebookKind; 2] = [RulebookKind::Law, RulebookKind::Programme];

/// The indicators of the kinds asked for.
fn wanted(catalogue: &Catalogue, query: &FigureQuery) -> Vec<Arc<Indicator>> {
    let kinds = if query.kinds.is_empty() { &USUAL[..] } else { &query.kinds };
    catalogue.all().iter().filter(|indicator| kinds.contains(&indicator.kind)).cloned().collect()
}

fn indicators(
    catalogue: &Catalogue,
    query: &FigureQuery,
    errors: &mut Vec<UserError>,
) -> Vec<Arc<Indicator>> {
    let codes = &query.indicators;
    if codes.is_empty() {
        return wanted(catalogue, query);
    }
    let unknown: BTreeSet<_> = codes.iter().filter(|code| catalogue.by_code(code).is_none()).collect();
    for code in unknown.into_iter().take(MOST_MISTAKES) {
        errors.push(UserError::new("indicator-unknown", "indicators").with_value(code));
    }
    catalogue
        .all()
        .iter()
        .filter(|indicator| codes.iter().any(|code| *code == indicator.code))
        .cloned()
        .collect()
}

impl Structure {
    fn units(
        &self,
        viewer: &Viewer,
        period: &funding_period::Model,
        query: &FigureQuery,
        errors: &mut Vec<UserError>,
    ) -> Vec<Row> {
        let network = query.network.as_ref().and_then(|code| {
            let found = self.networks.iter().find(|row| row.code == *code);
            let found = found.filter(|row| viewer.is_anonymous() || viewer.reads().covers_network(row.id));
            if found.is_none() {
                errors.push(UserError::new("network-unknown", "network").with_value(code));
            }
            found
        });
        let sub_project = query.sub_project.as_ref().and_then(|code| {
            let found = self.sub_projects.iter().find(|row| row.code == *code);
            let found = found.filter(|row| viewer.reads().covers(row.id));
            let found =
                found.filter(|row| network.is_none_or(|network| row.regional_network_id == Some(network.id)));
            if found.is_none() {
                errors.push(UserError::new("sub-project-unknown", "subProject").with_value(code));
            }
            found
        });
        if let Some(code) = query.strand.as_ref().filter(|_| self.strand.is_none()) {
            errors.push(UserError::new("strand-unknown", "strand").with_value(code));
        }
        let asked = match (network, sub_project) {
            (_, Some(_)) => Breakdown::SubProject,
            (Some(_), None) => Breakdown::Network,
            (None, None) => Breakdown::Period,
        };
        let chosen = |row: &&sub_project::Model| {
            network.is_none_or(|network| row.regional_network_id == Some(network.id))
                && self.strand.as_ref().is_none_or(|strand| row.strand_id == Some(strand.id))
                && sub_project.is_none_or(|sub_project| row.id == sub_project.id)
        };
        let chosen: Vec<&sub_project::Model> = self.sub_projects.iter().filter(chosen).collect();
        let level = query.by.unwrap_or(asked).max(asked);
        let mut all = match level {
            Breakdown::Period => {
                let (code, name) = match &self.strand {
                    Some(strand) => (&strand.code, &strand.name),
                    None => (&period.code, &period.name),
                };
                let (code, name) = (Some(code.clone()), name.clone());
                rows(Unit { kind: Breakdown::Period, code, name }, chosen)
            }
            Breakdown::Network => self.by_network(viewer, network, &chosen),
            Breakdown::SubProject => by_sub_project(viewer, chosen),
        };
        if level == Breakdown::SubProject || self.strand.is_some() {
            let owes = |id: &SubProjectId| self.law_days.up_to(*id, query.cut_off);
            all.iter_mut().for_each(|row| row.owes_law = row.sub_projects.iter().any(owes));
        }
        all
    }

    fn by_network(
        &self,
        viewer: &Viewer,
        only: Option<&regional_network::Model>,
        chosen: &[&sub_project::Model],
    ) -> Vec<Row> {
        let within = |network: Option<RegionalNetworkId>| {
            chosen.iter().copied().filter(|row| row.regional_network_id == network).collect::<Vec<_>>()
        };
        let mut networks: Vec<_> = self.networks.iter().collect();
        networks.sort_by(|a, b| a.code.cmp(&b.code));
        let mut all: Vec<Row> = networks
            .into_iter()
            .filter(|network| only.is_none_or(|only| only.id == network.id))
            .filter(|network| viewer.is_anonymous() || viewer.reads().covers_network(network.id))
            .map(|network| (network, within(Some(network.id))))
            .filter(|(_, members)| self.strand.is_none() || !members.is_empty())
            .flat_map(|(network, members)| {
                let (code, name) = (Some(network.code.clone()), network.name.clone());
                rows(Unit { kind: Breakdown::Network, code, name }, members)
            })
            .collect();
        let alone = within(None);
        let sees_all = *viewer.reads() == crate::Scope::All;
        if only.is_none() && sees_all && !alone.is_empty() {
            all.extend(rows(Unit { kind: Breakdown::Network, code: None, name: String::new() }, alone));
        }
        all
    }
}

fn by_sub_project(viewer: &Viewer, mut chosen: Vec<&sub_project::Model>) -> Vec<Row> {
    chosen.sort_by(|a, b| a.code.cmp(&b.code));
    let visible = chosen.into_iter().filter(|row| viewer.reads().covers(row.id));
    visible
        .flat_map(|row| {
            let unit =
                Unit { kind: Breakdown::SubProject, code: Some(row.code.clone()), name: row.name.clone() };
            rows(unit, vec![row])
        })
        .collect()
}

/// A unit's rows, one per region category of its sub-projects; without any, one in the default category.
fn rows(unit: Unit, sub_projects: Vec<&sub_project::Model>) -> Vec<Row> {
    let category =
        |row: &sub_project::Model| row.region_category.parse::<RegionCategory>().unwrap_or_default();
    let mut categories: BTreeSet<RegionCategory> = sub_projects.iter().map(|row| category(row)).collect();
    if categories.is_empty() {
        categories.insert(RegionCategory::default());
    }
    let unit = Arc::new(unit);
    let row = |region_category| Row {
        unit: Arc::clone(&unit),
        region_category,
        sub_projects: sub_projects
            .iter()
            .filter(|row| category(row) == region_category)
            .map(|row| row.id)
            .collect(),
        owes_law: true,
        strands: None,
    };
    categories.into_iter().map(row).collect()
}
