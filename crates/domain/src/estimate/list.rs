//! Reading estimates: only those whose unit the viewer may read whole.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder};

use super::{Amount, Column, Entity, Estimate, Model};
use crate::{
    Domain, Error, Result, Scope, Versioned, Viewer,
    figure::{Breakdown, Unit},
    id::FundingPeriodId,
    indicator::Catalogue,
    selection::{self, Asked, Selection},
};

/// Which estimates are wanted.
#[derive(Clone, Debug)]
pub struct EstimateQuery {
    /// Code of the funding period.
    pub period: String,
    /// Those in force at this cut-off: of several for the same thing, the one valid from the latest day up to it.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Only those for this regional network and its sub-projects, by code.
    pub network: Option<String>,
    /// Only those for the sub-projects that belong to this strand at the cut-off, by code.
    pub strand: Option<String>,
    /// Only those for this sub-project, by code.
    pub sub_project: Option<String>,
}

/// The estimates in force, by unit, indicator and gender.
///
/// # Errors
/// Unknown codes, a cut-off before the period and a known-at in the future; those who read nothing are refused.
pub async fn list(domain: &Domain, viewer: &Viewer, query: &EstimateQuery) -> Result<Vec<Estimate>> {
    let asked = Asked {
        period: &query.period,
        network: query.network.as_deref(),
        strand: query.strand.as_deref(),
        sub_project: query.sub_project.as_deref(),
        cut_off: query.cut_off,
        known_at: query.known_at,
    };
    let selection = selection::select(domain, viewer, asked).await?;
    let rows = in_force(&domain.db, (selection.period.id, query.cut_off, selection.known_at)).await?;
    let catalogue = Catalogue::of(&domain.db, &selection.period, selection.known_at).await?;
    let mut in_force = BTreeMap::new();
    for row in rows {
        let Some(unit) = unit(&row, (&selection, viewer.reads()), query) else { continue };
        if let Some(estimate) = estimate(&row, (unit, &catalogue))? {
            let unit = (estimate.unit.kind, estimate.unit.code.clone());
            in_force.insert((unit, row.indicator.clone(), row.gender.clone()), estimate);
        }
    }
    Ok(in_force.into_values().collect())
}

/// The estimates of a period that hold at a cut-off, as known at a moment, none meaning now; of several for the same thing the
/// one in force comes last.
pub(crate) async fn in_force(
    db: &impl ConnectionTrait,
    (period, cut_off, known_at): (FundingPeriodId, NaiveDate, Option<DateTime<Utc>>),
) -> Result<Vec<Model>> {
    let rows = Entity::known_at(known_at)
        .filter(Column::FundingPeriodId.eq(period))
        .filter(Column::ValidFrom.lte(cut_off))
        .order_by_asc(Column::ValidFrom)
        .order_by_asc(Column::RecordedAt);
    Ok(rows.all(db).await?)
}

/// The unit of an estimate, when it is among those asked for and the scope holds it whole.
fn unit(row: &Model, (selection, scope): (&Selection, &Scope), query: &EstimateQuery) -> Option<Unit> {
    match (row.sub_project_id, row.regional_network_id) {
        (Some(id), _) => {
            let row = selection.sub_projects.iter().find(|row| row.id == id)?;
            Some(Unit { kind: Breakdown::SubProject, code: Some(row.code.clone()), name: row.name.clone() })
        }
        (None, Some(id)) => {
            let row = selection.networks.iter().find(|row| row.id == id && scope.covers_network(id))?;
            let wanted = query.network.as_ref().is_none_or(|code| *code == row.code);
            let unit =
                Unit { kind: Breakdown::Network, code: Some(row.code.clone()), name: row.name.clone() };
            (wanted && query.strand.is_none() && query.sub_project.is_none()).then_some(unit)
        }
        (None, None) => {
            let is_whole = query.network.is_none() && query.strand.is_none() && query.sub_project.is_none();
            let wanted = is_whole && *scope == Scope::All;
            let period = &selection.period;
            wanted.then(|| Unit {
                kind: Breakdown::Period,
                code: Some(period.code.clone()),
                name: period.name.clone(),
            })
        }
    }
}

/// An estimate out of its row; none when nobody knows the indicator any more.
fn estimate(row: &Model, (unit, catalogue): (Unit, &Catalogue)) -> Result<Option<Estimate>> {
    let odd = |column| Error::Inconsistent { table: "estimate", column };
    let Some(indicator) = catalogue.by_code(&row.indicator) else { return Ok(None) };
    let count = row.count.map(u64::try_from).transpose().map_err(|_| odd("count"))?;
    let amount = match (row.share, count) {
        (Some(share), None) => Amount::Share(share),
        (None, Some(count)) => Amount::Count(count),
        _ => return Err(odd("share")),
    };
    Ok(Some(Estimate {
        id: row.id,
        unit: Arc::new(unit),
        indicator: Arc::clone(indicator),
        gender: row.gender.as_deref().map(str::parse).transpose().map_err(|_| odd("gender"))?,
        amount,
        method: row.method.clone(),
        document: row.document.clone(),
        valid_from: row.valid_from,
        entered_at: row.recorded_at,
    }))
}
