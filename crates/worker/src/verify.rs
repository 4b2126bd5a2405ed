//! Whether a workbook is what it says it is.

mod origin;

use domain::{
    Domain, Viewer,
    audit::{self, Action, Entry},
    edition::{self, Identity},
    report,
};
use interchange::{Comparison, Limits, ReadError, compare};
use sha2::{Digest, Sha256};

use crate::{Error, FileStore};
use origin::{Origin, origin};

/// What a workbook turned out to be.
#[derive(Debug)]
pub enum Verdict {
    /// The workbook of an edition, unmodified.
    Edition(Box<edition::Model>),
    /// The file of a run that is no edition, unmodified; of a workbook in a bundle, the bundle's run with its unit.
    Run(Box<report::Model>),
    /// A workbook of ours that was modified.
    Modified {
        /// The run whose workbook it was.
        run: Box<report::Model>,
        /// The edition it was, if any.
        edition: Option<Box<edition::Model>>,
        /// What differs; none when the original is no longer there to compare with.
        comparison: Option<Comparison>,
        /// Whether its properties are gone, so that only its hidden name says what it is.
        lacks_properties: bool,
    },
    /// No workbook of ours, or of a report the viewer may not see.
    Unknown,
    /// No workbook at all.
    Unreadable(ReadError),
}

/// Bytes of the largest workbook that is looked at: those of [`Limits::default`].
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
    let Some(Origin { run, edition, file, lacks_properties }) =
        origin(domain, files, (viewer, &bytes)).await?
    else {
        let compared = in_the_background(move || compare(&bytes, &bytes, &Limits::default())).await;
        return Ok(compared.map_or_else(Verdict::Unreadable, |_| Verdict::Unknown));
    };
    let Some(original) = file else {
        return Ok(Verdict::Modified { run, edition, comparison: None, lacks_properties });
    };
    if original == bytes {
        return Ok(Verdict::Run(run));
    }
    let entry = Entry {
        object_id: Some(run.id.to_string()),
        ..Entry::new(Action::Read, "report_run", "comparison of a file with a report")
    };
    audit::record(domain, viewer, entry).await?;
    let compared = in_the_background(move || compare(&original, &bytes, &Limits::default())).await;
    Ok(match compared {
        Ok(comparison) => Verdict::Modified { run, edition, comparison: Some(comparison), lacks_properties },
        Err(error) => Verdict::Unreadable(error),
    })
}

pub(crate) async fn in_the_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}
