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

/// Removes what attempts of runs that have ended left in the store, finished or not, but for the files that are published;
/// one of those that was lost, such as with a folder that was not mounted, is found again.
///
/// The store is listed before the runs are read: a file that is published in between is seen as such.
pub async fn remove(domain: &Domain, files: &FileStore) -> Result<(), Error> {
    let stored: Vec<_> = files.objects().list(None).try_collect().await.map_err(FileError::from)?;
    let stored = of_runs(stored.into_iter().map(|file| file.location.into()));
    let unfinished = of_runs(files.unfinished().await?.into_iter());
    let runs: Vec<_> = stored.iter().chain(&unfinished).map(|(run, _)| *run).collect();
    let runs: HashMap<_, _> =
        report::unscoped_by_ids(domain, &runs).await?.into_iter().map(|run| (run.id, run)).collect();
    for (run, upload) in unfinished {
        if runs.get(&run).is_some_and(has_ended) {
            files.discard(&upload).await?;
        }
    }
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
    has_ended(run) && run.file_key.as_deref() != Some(key)
}

fn has_ended(run: &Model) -> bool {
    run.state().is_ok_and(|state| !state.is_under_way())
}

/// Each key with its run.
fn of_runs(keys: impl Iterator<Item = String>) -> Vec<(ReportRunId, String)> {
    keys.filter_map(|key| Some((run_of(&key)?, key))).collect()
}

/// The run whose attempts store under a key `reports/<run>/…`.
fn run_of(key: &str) -> Option<ReportRunId> {
    let (folder, rest) = key.split_once('/')?;
    let (run, _) = rest.split_once('/')?;
    let run = (folder == "reports").then(|| Uuid::parse_str(run).ok())??;
    Some(ReportRunId(run))
}
