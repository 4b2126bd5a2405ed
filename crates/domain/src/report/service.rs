//! Reading report runs and their files.

use sea_orm::PaginatorTrait;

use super::{Column, KIND, Model, State, store};
use crate::{
    Domain, Error, Result, Viewer,
    audit::{self, Action, Entry},
    id::ReportRunId,
    rows::Rows,
};

/// A finished workbook in the file store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// Key in the store.
    pub key: String,
    /// Name of the download.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256, hex.
    pub sha256: String,
    /// SHA-256 of the figures in it, hex.
    pub data_sha256: String,
}

/// One run, when the viewer may read everything it is about.
///
/// # Errors
/// [`Error::NotFound`] also when there is one the viewer may not see.
pub async fn get(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<Model> {
    viewer.require_reader()?;
    let run = store::one(&domain.db, store::visible_to(viewer.reads()), id).await?;
    run.ok_or(Error::NotFound(KIND))
}

/// The runs with some keys that the viewer may see, in no order.
pub async fn by_ids(domain: &Domain, viewer: &Viewer, ids: &[ReportRunId]) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let select = store::visible_to(viewer.reads());
    Rows { select, column: Column::Id, keys: ids }.read(&domain.db).await
}

/// A run that the viewer may report on.
///
/// # Errors
/// [`Error::NotFound`] when there is none the viewer may see, [`Error::Forbidden`] when they may only see it.
pub(crate) async fn to_change(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<Model> {
    let run = get(domain, viewer, id).await?;
    viewer.require_writer()?;
    let own = store::one(&domain.db, store::visible_to(viewer.writes()), id).await?;
    own.map(|_| run).ok_or(Error::Forbidden)
}

/// The runs the viewer may see, newest first: at most `limit` of those asked for before `after`, in one of the
/// states; no states mean any.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    (states, after, limit): (&[State], Option<ReportRunId>, u64),
) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    store::newest(&domain.db, store::in_states(viewer.reads(), states), after, limit).await
}

/// How many runs the viewer may see.
pub async fn count(domain: &Domain, viewer: &Viewer, states: &[State]) -> Result<u64> {
    viewer.require_reader()?;
    Ok(store::in_states(viewer.reads(), states).count(&domain.db).await?)
}

/// The workbook of a run; tell [`downloaded`] when it is handed out.
///
/// # Errors
/// [`Error::NotFound`] while there is none, and when the viewer may not see the run.
pub async fn file_of(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<ReportFile> {
    let run = get(domain, viewer, id).await?;
    if run.file_removed_at.is_some() {
        return Err(Error::NotFound("report_file"));
    }
    match (run.file_key, run.file_name, run.file_size, run.file_sha256) {
        (Some(key), Some(name), Some(size), Some(sha256)) => {
            let data_sha256 = run.data_sha256.unwrap_or_default();
            Ok(ReportFile { key, name, size: size.unsigned_abs(), sha256, data_sha256 })
        }
        _ => Err(Error::NotFound("report_file")),
    }
}

/// The newest run the viewer may see whose workbook has a hash, if any.
pub async fn with_hash(domain: &Domain, viewer: &Viewer, sha256: &str) -> Result<Option<Model>> {
    viewer.require_reader()?;
    store::with_hash(&domain.db, viewer.reads(), sha256).await
}

/// Notes in the audit log that the viewer is given a run's workbook.
pub async fn downloaded(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<()> {
    let entry = Entry {
        object_id: Some(id.to_string()),
        ..Entry::new(Action::Download, KIND, "download of a report")
    };
    audit::record(domain, viewer, entry).await
}
