//! Whether a workbook is what it says it is.

use domain::{
    Domain, Viewer,
    audit::{self, Action, Entry},
    edition::{self, Identity},
    id::ReportRunId,
    report,
};
use interchange::{Comparison, Limits, ReadError, compare, property};
use reporting::{REPORT_PROPERTY, bundled};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Error, FileStore};

/// What a workbook turned out to be.
#[derive(Debug)]
pub enum Verdict {
    /// The workbook of an edition, unmodified.
    Edition(Box<edition::Model>),
    /// The workbook of a run that is no edition, or of a bundle, unmodified.
    Run(Box<report::Model>),
    /// A workbook of ours that was modified.
    Modified {
        /// The run whose workbook it was.
        run: Box<report::Model>,
        /// The edition it was, if any.
        edition: Option<Box<edition::Model>>,
        /// What differs; none when the original is no longer there to compare with.
        comparison: Option<Comparison>,
    },
    /// No workbook of ours, or of a report the viewer may not see.
    Unknown,
    /// No workbook at all.
    Unreadable(ReadError),
}

/// Bytes of the largest workbook that is looked at.
pub const LARGEST_WORKBOOK: u64 = 64 << 20;

/// Tells what a file is, by its hash, else by the report it says it is of.
pub async fn verify(
    domain: &Domain,
    files: &FileStore,
    (viewer, bytes): (&Viewer, Vec<u8>),
) -> Result<Verdict, Error> {
    match edition::identify(domain, viewer, &hex::encode(Sha256::digest(&bytes))).await? {
        Identity::Edition(edition) => return Ok(Verdict::Edition(edition)),
        Identity::Run(run) => return Ok(Verdict::Run(run)),
        Identity::Unknown => {}
    }
    let named = property(&bytes, REPORT_PROPERTY).unwrap_or_default();
    // a workbook of a bundle names its file in it
    let (id, part) = named.split_once(' ').map_or((&*named, None), |(id, part)| (id, Some(part)));
    let run = match Uuid::parse_str(id).ok() {
        Some(id) => match report::get(domain, viewer, ReportRunId(id)).await {
            Ok(run) => Some(Box::new(run)),
            Err(domain::Error::NotFound(_)) => None,
            Err(error) => return Err(error.into()),
        },
        None => None,
    };
    let Some(run) = run else {
        let compared = in_the_background(move || compare(&bytes, &bytes, &limits())).await;
        return Ok(compared.map_or_else(Verdict::Unreadable, |_| Verdict::Unknown));
    };
    let edition = edition::of_run(domain, viewer, run.id).await?.map(Box::new);
    let Some(key) = run.file_key.as_ref().filter(|_| run.file_removed_at.is_none()) else {
        return Ok(Verdict::Modified { run, edition, comparison: None });
    };
    let mut original = match files.read(key).await {
        Ok(original) => original,
        Err(error) if error.is_missing() => {
            report::lose(domain, viewer, run.id).await?;
            return Ok(Verdict::Modified { run, edition, comparison: None });
        }
        Err(error) => return Err(error.into()),
    };
    if let Some(part) = part {
        original = bundled(&original, part).unwrap_or_default();
        if original == bytes {
            return Ok(Verdict::Run(run));
        }
    }
    let entry = Entry {
        object_id: Some(run.id.to_string()),
        ..Entry::new(Action::Read, "report_run", "comparison of a file with a report")
    };
    audit::record(domain, viewer, entry).await?;
    let compared = in_the_background(move || compare(&original, &bytes, &limits())).await;
    Ok(match compared {
        Ok(comparison) => Verdict::Modified { run, edition, comparison: Some(comparison) },
        Err(error) => Verdict::Unreadable(error),
    })
}

pub(crate) async fn in_the_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}

fn limits() -> Limits {
    Limits { file_bytes: LARGEST_WORKBOOK, ..Limits::default() }
}
