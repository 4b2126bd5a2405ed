//! What the store and the runs say differently: files that nobody will ever publish, left by workers that died after they
//! stored one, and lost files that are there again.

use std::collections::HashMap;

use domain::{
    Domain,
    id::ReportRunId,
    report::{self, LOST, Model},
};
use futures::TryStreamExt;
use uuid::Uuid;

use crate::{
    error::{Error, FileError},
    files::FileStore,
};

/// Removes what attempts of runs that have ended left in the store, but for the files that are published; one of those that
/// was lost, such as with a folder that was not mounted, is found again.
///
/// The store is listed before the runs are read: a file that is published in between is seen as such.
pub async fn remove(domain: &Domain, files: &FileStore) -> Result<(), Error> {
    let stored: Vec<_> = files.objects().list(None).try_collect().await.map_err(FileError::from)?;
    let stored: Vec<(ReportRunId, String)> = stored
        .into_iter()
        .filter_map(|file| Some((run_of(file.location.as_ref())?, file.location.into())))
        .collect();
    let runs: Vec<_> = stored.iter().map(|(run, _)| *run).collect();
    let runs: HashMap<_, _> =
        report::unscoped_by_ids(domain, &runs).await?.into_iter().map(|run| (run.id, run)).collect();
    for (run, key) in stored {
        let Some(run) = runs.get(&run) else { continue };
        if run.file_key.as_deref() == Some(&*key) && run.file_removed_for.as_deref() == Some(LOST) {
            report::find_again(domain, run.id).await?;
        }
        if is_left_behind(run, &key) {
            // Another worker may be tidying up as well.
            files.delete(&key).await.or_else(|error| if error.is_missing() { Ok(()) } else { Err(error) })?;
        }
    }
    Ok(())
}

fn is_left_behind(run: &Model, key: &str) -> bool {
    run.state().is_ok_and(|state| !state.is_under_way()) && run.file_key.as_deref() != Some(key)
}

/// The run whose attempts store under a key `reports/<run>/…`.
fn run_of(key: &str) -> Option<ReportRunId> {
    let (folder, rest) = key.split_once('/')?;
    let (run, _) = rest.split_once('/')?;
    let run = (folder == "reports").then(|| Uuid::parse_str(run).ok())??;
    Some(ReportRunId(run))
}
