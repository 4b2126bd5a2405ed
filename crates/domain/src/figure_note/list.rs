//! Which notes there are, by the codes of their units.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, QueryFilter};

use super::{Column, FigureNote, KIND, Model, store};
use crate::{
    Domain, Error, Result, Viewer,
    figure::Breakdown,
    funding_period,
    id::{FigureNoteId, FundingPeriodId, RegionalNetworkId, SubProjectId},
    regional_network, sub_project,
};

/// The notes of a period, by code, that stand at a moment, none meaning now, on figures the viewer may read; the oldest
/// first. Somebody who is not signed in reads none.
pub async fn list(
    domain: &Domain,
    viewer: &Viewer,
    (period, known_at): (&str, Option<DateTime<Utc>>),
) -> Result<Vec<FigureNote>> {
    if viewer.require_reader().is_err() {
        return Ok(Vec::new());
    }
    let Some(period) = funding_period::store::by_code(&domain.db, period).await? else {
        return Ok(Vec::new());
    };
    let visible = store::visible_to(viewer.reads(), known_at);
    let rows = visible.filter(Column::FundingPeriodId.eq(period.id)).all(&domain.db).await?;
    shown(domain, (rows, known_at)).await
}

/// One note.
///
/// # Errors
/// [`Error::NotFound`] also when it was withdrawn, or is on a figure the viewer may not read.
pub async fn get(domain: &Domain, viewer: &Viewer, id: FigureNoteId) -> Result<FigureNote> {
    viewer.require_reader()?;
    let row = store::visible_to(viewer.reads(), None).filter(Column::Id.eq(id)).one(&domain.db).await?;
    let note = shown(domain, (row.into_iter().collect(), None)).await?.pop();
    note.ok_or(Error::NotFound(KIND))
}

/// Those of the notes that stand which the viewer may withdraw.
pub async fn withdrawable(domain: &Domain, viewer: &Viewer) -> Result<HashSet<FigureNoteId>> {
    if viewer.require_writer().is_err() {
        return Ok(HashSet::new());
    }
    let own = store::visible_to(viewer.writes(), None).all(&domain.db).await?;
    Ok(own.into_iter().map(|row| row.id).collect())
}

/// The notes with the codes that their units had at a moment, none meaning now.
pub(super) async fn shown(
    domain: &Domain,
    (rows, known_at): (Vec<Model>, Option<DateTime<Utc>>),
) -> Result<Vec<FigureNote>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let periods: Vec<FundingPeriodId> = rows.iter().map(|row| row.funding_period_id).collect();
    let networks: Vec<RegionalNetworkId> = rows.iter().filter_map(|row| row.regional_network_id).collect();
    let sub_projects: Vec<SubProjectId> = rows.iter().filter_map(|row| row.sub_project_id).collect();
    let periods = funding_period::store::by_ids(&domain.db, &periods).await?;
    let networks = regional_network::store::by_ids(&domain.db, &networks, known_at).await?;
    let sub_projects = sub_project::store::by_ids(&domain.db, &sub_projects, known_at).await?;
    let periods: BTreeMap<_, _> = periods.into_iter().map(|row| (row.id, row.code)).collect();
    let networks: BTreeMap<_, _> = networks.into_iter().map(|row| (row.id, row.code)).collect();
    let sub_projects: BTreeMap<_, _> = sub_projects.into_iter().map(|row| (row.id, row.code)).collect();
    let mut notes = Vec::with_capacity(rows.len());
    for row in rows {
        let (level, code) = match (row.regional_network_id, row.sub_project_id) {
            (_, Some(id)) => (Breakdown::SubProject, sub_projects.get(&id)),
            (Some(id), None) => (Breakdown::Network, networks.get(&id)),
            (None, None) => (Breakdown::Period, periods.get(&row.funding_period_id)),
        };
        let odd = |column| Error::Inconsistent { table: KIND, column };
        notes.push(FigureNote {
            id: row.id,
            level,
            code: code.cloned().ok_or(odd("sub_project_id"))?,
            indicator: row.indicator,
            gender: row.gender.as_deref().map(str::parse).transpose().map_err(|_| odd("gender"))?,
            text: row.text,
            by: row.written_by_name,
            at: row.written_at,
        });
    }
    Ok(notes)
}
