//! Building the workbook of an edition again, out of what it was frozen with.

use std::{ops::ControlFlow, path::Path};

use domain::{Domain, Viewer, edition, id::EditionId, report};
use interchange::{Comparison, Limits, compare};
use sha2::{Digest, Sha256};
use tempfile::TempPath;

use crate::{Error, FileStore, content::content, verify::in_the_background};

/// The workbook of an edition, built again.
#[derive(Debug)]
pub struct Rebuilt {
    /// The edition.
    pub edition: edition::Model,
    /// The run that made its workbook.
    pub run: report::Model,
    /// The new workbook; it is removed when dropped.
    pub workbook: TempPath,
    /// SHA-256 of the new workbook, hex.
    pub sha256: String,
    /// What differs from the stored workbook, where bytes differ; none also when that is no longer stored.
    pub comparison: Option<Comparison>,
}

impl Rebuilt {
    /// Whether it is the same, byte by byte.
    pub fn is_same(&self) -> bool {
        self.sha256 == self.edition.file_sha256
    }

    /// Whether the form of the workbook is another than the edition's: the bytes then differ, whatever it says.
    pub fn has_another_form(&self) -> bool {
        self.edition.template_version != report::TEMPLATE_VERSION
    }
}

/// Builds the workbook of an edition again: at its cut-off, as known at its moment, with the rules and names of then.
/// Nothing stored changes.
///
/// # Errors
/// [`domain::Error::NotFound`] for an edition the viewer may not see; a workbook that can no longer be written or read.
pub async fn rebuild(
    domain: &Domain,
    files: &FileStore,
    (viewer, id): (&Viewer, EditionId),
) -> Result<Rebuilt, Error> {
    let edition = edition::get(domain, viewer, id).await?;
    let run = report::get(domain, viewer, edition.report_run_id).await?;
    let content = content(domain, &run).await?;
    let workbook = files.draft()?;
    let workbook = in_the_background(move || {
        reporting::write_report(&content, &workbook, &mut |_, _| ControlFlow::Continue(()))?;
        Ok::<_, Error>(workbook)
    })
    .await?;
    let bytes = read(&workbook).await?;
    let sha256 = hex::encode(Sha256::digest(&bytes));
    let original = match &run.file_key {
        Some(key) if run.file_removed_at.is_none() && sha256 != edition.file_sha256 => files
            .read(key)
            .await
            .map(Some)
            .or_else(|error| if error.is_missing() { Ok(None) } else { Err(error) })?,
        _ => None,
    };
    let comparison = match original {
        Some(original) => {
            Some(in_the_background(move || compare(&original, &bytes, &Limits::default())).await?)
        }
        None => None,
    };
    Ok(Rebuilt { edition, run, workbook, sha256, comparison })
}

async fn read(path: &Path) -> Result<Vec<u8>, Error> {
    Ok(tokio::fs::read(path).await.map_err(crate::FileError::from)?)
}
