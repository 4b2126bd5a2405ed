//! Whether the files of reports are where they were put.

use std::{fmt::Debug, pin::Pin};

use super::{Model, State, retention};
use crate::{Domain, Result, Viewer};

/// The store of files, as far as this crate knows it.
pub trait Shelf: Debug + Send + Sync {
    /// Whether the file under a key is gone for certain: a store that does not answer has lost nothing.
    fn has_lost<'a>(&'a self, key: &'a str) -> Pin<Box<dyn Future<Output = bool> + Send + 'a>>;
}

/// Whether the file of a finished run is gone from the store; then that is noted. Without a store to ask, none is.
pub(super) async fn has_lost(domain: &Domain, viewer: &Viewer, run: &Model) -> Result<bool> {
    let (Some(shelf), Some(key), State::Done) = (&domain.shelf, &run.file_key, run.state()?) else {
        return Ok(false);
    };
    let lost = shelf.has_lost(key).await;
    if lost {
        retention::lose(domain, viewer, run.id).await?;
    }
    Ok(lost)
}
