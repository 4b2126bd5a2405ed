//! Reading report runs and their files.

use sea_orm::PaginatorTrait;

use super::{Model, store};
use crate::{
    Domain, Error, Result, Viewer,
    audit::{self, Action, Entry},
    id::ReportRunId,
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
}

/// One run, when the viewer may read everything it is about.
///
/// # Errors
/// [`Error::NotFound`] also when there is one the viewer may not see.
pub async fn get(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<Model> {
    viewer.require_reader()?;
    let run = store::one(&domain.db, store::visible_to(viewer.reads()), id).await?;
    run.ok_or(Error::NotFound("report_run"))
}

/// The runs the viewer may see, newest first: at most `limit` of those asked for before `after`.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    after: Option<ReportRunId>,
    limit: u64,
) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    store::newest(&domain.db, store::visible_to(viewer.reads()), after, limit).await
}

/// How many runs the viewer may see.
pub async fn count(domain: &Domain, viewer: &Viewer) -> Result<u64> {
    viewer.require_reader()?;
    Ok(store::visible_to(viewer.reads()).count(&domain.db).await?)
}

/// The workbook of a run; tell [`downloaded`] when it is handed out.
///
/// # Errors
/// [`Error::NotFound`] while there is none, and when the viewer may not see the run.
pub async fn file_of(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<ReportFile> {
    let run = get(domain, viewer, id).await?;
    match (run.file_key, run.file_name, run.file_size, run.file_sha256) {
        (Some(key), Some(name), Some(size), Some(sha256)) => {
            Ok(ReportFile { key, name, size: size.unsigned_abs(), sha256 })
        }
        _ => Err(Error::NotFound("report_file")),
    }
}

/// Notes in the audit log that the viewer is given a run's workbook.
pub async fn downloaded(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<()> {
    let entry = Entry {
        object_id: Some(id.to_string()),
        ..Entry::new(Action::Download, "report_run", "download of a report")
    };
    audit::record(domain, viewer, entry).await
}
