//! Reading editions.

use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{Column, EditionFilter, Entity, KIND, Model, event_entity, store};
use crate::{
    Domain, Error, Result, Viewer,
    id::{EditionId, ReportRunId},
    report,
    rows::Rows,
};

/// A part of the list of editions.
#[derive(Clone, Debug, Default)]
pub struct EditionQuery {
    /// Which ones are wanted.
    pub filter: EditionFilter,
    /// The last edition seen; none means from the newest.
    pub after: Option<EditionId>,
    /// How many at most.
    pub limit: u64,
}

/// One edition.
///
/// # Errors
/// [`Error::NotFound`] also when there is one the viewer may not see.
pub async fn get(domain: &Domain, viewer: &Viewer, id: EditionId) -> Result<Model> {
    viewer.require_reader()?;
    let found = store::visible_to(viewer.reads()).filter(Column::Id.eq(id)).one(&domain.db).await?;
    found.ok_or(Error::NotFound(KIND))
}

/// The editions that are wanted and the viewer may see, the newest first.
///
/// # Errors
/// Mistakes in the filter, all at once.
pub async fn list(domain: &Domain, viewer: &Viewer, query: &EditionQuery) -> Result<Vec<Model>> {
    let mut select =
        wanted(domain, viewer, &query.filter).await?.order_by_desc(Column::Id).limit(query.limit);
    if let Some(after) = query.after {
        select = select.filter(Column::Id.lt(after));
    }
    Ok(select.all(&domain.db).await?)
}

/// How many of the editions that are wanted the viewer may see.
///
/// # Errors
/// Mistakes in the filter, all at once.
pub async fn count(domain: &Domain, viewer: &Viewer, filter: &EditionFilter) -> Result<u64> {
    Ok(wanted(domain, viewer, filter).await?.count(&domain.db).await?)
}

async fn wanted(domain: &Domain, viewer: &Viewer, filter: &EditionFilter) -> Result<Select<Entity>> {
    viewer.require_reader()?;
    Ok(store::visible_to(viewer.reads()).filter(filter.condition(&domain.db).await?))
}

/// The editions with some keys that the viewer may see, in no order.
pub async fn by_ids(domain: &Domain, viewer: &Viewer, ids: &[EditionId]) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let select = store::visible_to(viewer.reads());
    Rows { select, column: Column::Id, keys: ids }.read(&domain.db).await
}

/// What happened to editions the viewer may see, in order.
pub async fn events(domain: &Domain, viewer: &Viewer, ids: &[EditionId]) -> Result<Vec<event_entity::Model>> {
    viewer.require_reader()?;
    store::events(&domain.db, ids).await
}

/// The edition that a run was made for, if any.
pub async fn of_run(domain: &Domain, viewer: &Viewer, run: ReportRunId) -> Result<Option<Model>> {
    report::get(domain, viewer, run).await?;
    store::of_run(&domain.db, run).await
}

/// The editions that some runs were made for, of those the viewer may see.
pub async fn of_runs(domain: &Domain, viewer: &Viewer, runs: &[ReportRunId]) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let select = store::visible_to(viewer.reads());
    Rows { select, column: Column::ReportRunId, keys: runs }.read(&domain.db).await
}

/// What a file is, told by its hash.
#[derive(Clone, Debug)]
pub enum Identity {
    /// The workbook of an edition, as it was made.
    Edition(Box<Model>),
    /// The workbook of a run that is no edition, as it was made.
    Run(Box<report::Model>),
    /// Nothing the viewer may see was stored with this hash.
    Unknown,
}

/// Tells what a file is by its SHA-256, hex.
pub async fn identify(domain: &Domain, viewer: &Viewer, sha256: &str) -> Result<Identity> {
    viewer.require_reader()?;
    let edition = store::visible_to(viewer.reads())
        .filter(Column::FileSha256.eq(sha256))
        .order_by_desc(Column::Id)
        .one(&domain.db)
        .await?;
    if let Some(edition) = edition {
        return Ok(Identity::Edition(Box::new(edition)));
    }
    let run = report::with_hash(domain, viewer, sha256).await?;
    Ok(run.map_or(Identity::Unknown, |run| Identity::Run(Box::new(run))))
}
