//! Uploads into a folder that nobody will finish.
//!
//! A file is written beside its place, as `2.xlsx#1`, and gets its name once it is whole; lists never show it before. What
//! a killed process had begun stays there. A bucket keeps such uploads out of sight, too, and its own rules end them.

use std::{
    io::{self, ErrorKind},
    path::Path,
    time::Duration,
};

use tokio::fs;

use super::FileStore;
use crate::error::FileError;

/// Who is at work adds to an upload all the time; nothing keeps a writer waiting for so long.
const UNTOUCHED_FOR: Duration = Duration::from_secs(60 * 60);

/// The folder in which the folders of runs lie.
const REPORTS: &str = "reports";

impl FileStore {
    /// Uploads of attempts that nothing has been added to for long, e.g. `reports/{run}/2.xlsx#1`. None in a store that
    /// is not a folder.
    pub(crate) async fn unfinished(&self) -> Result<Vec<String>, FileError> {
        let mut found = Vec::new();
        let Some(root) = &self.root else { return Ok(found) };
        for run in names(&root.join(REPORTS)).await? {
            for name in names(&root.join(REPORTS).join(&run)).await? {
                let key = format!("{REPORTS}/{run}/{name}");
                if is_upload(&name) && is_old(&root.join(&key)).await {
                    found.push(key);
                }
            }
        }
        Ok(found)
    }

    /// Removes such an upload.
    pub(crate) async fn discard(&self, upload: &str) -> Result<(), FileError> {
        let Some(root) = &self.root else { return Ok(()) };
        // Another worker may be tidying up as well.
        Ok(fs::remove_file(root.join(upload)).await.or_else(unless_missing)?)
    }
}

/// What lies in a folder; nothing when there is none.
async fn names(folder: &Path) -> Result<Vec<String>, io::Error> {
    let mut names = Vec::new();
    let mut entries = match fs::read_dir(folder).await {
        Ok(entries) => entries,
        Err(error) => return unless_missing(error).map(|()| names),
    };
    while let Some(entry) = entries.next_entry().await? {
        names.extend(entry.file_name().into_string());
    }
    Ok(names)
}

fn unless_missing(error: io::Error) -> Result<(), io::Error> {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Ok(()),
        _ => Err(error),
    }
}

/// Whether it is the name of a file in the making.
fn is_upload(name: &str) -> bool {
    let number = name.split_once('#').map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
}

async fn is_old(file: &Path) -> bool {
    let touched = fs::metadata(file).await.and_then(|data| data.modified()).ok();
    touched.and_then(|touched| touched.elapsed().ok()).is_some_and(|age| age > UNTOUCHED_FOR)
}
