//! Where finished workbooks are kept.

mod s3;
mod unfinished;

use std::{
    ops::Range,
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use domain::{
    id::ReportRunId,
    report::{Attempt, Shelf},
};
use futures::{FutureExt, TryStreamExt};
use object_store::{
    GetOptions, GetRange, GetResult, ObjectStore, ObjectStoreExt, WriteMultipart, local::LocalFileSystem,
    path::Path as Key,
};
use sha2::{Digest, Sha256};
use tempfile::TempPath;
use tokio::{
    fs::File,
    io::{AsyncReadExt, AsyncWriteExt},
};

use crate::error::FileError;
pub use s3::S3;

/// Keeps files under keys like `reports/{run}/{attempt}.xlsx`. A key holds a whole file or none.
#[derive(Clone, Debug)]
pub struct FileStore {
    store: Arc<dyn ObjectStore>,
    drafts: PathBuf,
    /// The folder that it is, if it is one.
    root: Option<PathBuf>,
}

/// A file that was put into the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Bytes.
    pub size: u64,
    /// SHA-256, hex.
    pub sha256: String,
}

/// Bytes read and sent at once.
const CHUNK: usize = 256 * 1024;
/// Chunks under way at once.
const UNDER_WAY: usize = 4;
/// No build takes so long: a draft older than this was left by a process that died.
const LEFTOVER_AFTER: Duration = Duration::from_secs(24 * 60 * 60);

impl FileStore {
    /// A store of objects, with drafts in a local folder.
    pub fn new(store: Arc<dyn ObjectStore>, drafts: PathBuf) -> Self {
        Self { store, drafts, root: None }
    }

    /// A store in the folder `files` of the data directory, with drafts in the folder `drafts` beside it.
    ///
    /// # Errors
    /// When the folders cannot be made.
    pub fn local(data_dir: &Path) -> Result<Self, FileError> {
        Self::in_folder(&data_dir.join("files"), data_dir.join("drafts"))
    }

    /// A store in a folder, with drafts in another.
    ///
    /// # Errors
    /// When the folders cannot be made.
    pub fn in_folder(files: &Path, drafts: PathBuf) -> Result<Self, FileError> {
        std::fs::create_dir_all(files)?;
        std::fs::create_dir_all(&drafts)?;
        let store = Arc::new(LocalFileSystem::new_with_prefix(files)?);
        Ok(Self { root: Some(files.to_owned()), ..Self::new(store, drafts) })
    }

    /// The objects themselves, for whoever hands files out.
    pub fn objects(&self) -> &Arc<dyn ObjectStore> {
        &self.store
    }

    /// A local place for a file in the making, or one that is only looked at; it is removed when dropped.
    ///
    /// # Errors
    /// When there is no room.
    pub fn draft(&self) -> Result<TempPath, FileError> {
        Ok(tempfile::Builder::new().suffix(".xlsx").tempfile_in(&self.drafts)?.into_temp_path())
    }

    /// Where an attempt stores its file, whose name ends like this.
    pub(crate) fn key(attempt: Attempt, extension: &str) -> String {
        format!("{}/{}.{extension}", folder(attempt.run), attempt.number)
    }

    /// Removes what attempts of a run have stored, but for the file that is published.
    pub(crate) async fn keep_of_run(
        &self,
        run: ReportRunId,
        published: Option<&str>,
    ) -> Result<(), FileError> {
        let stored = self.store.list(Some(&Key::from(folder(run))));
        let stored: Vec<_> = stored.map_ok(|file| file.location).try_collect().await?;
        for key in stored.into_iter().filter(|key| Some(key.as_ref()) != published) {
            self.store.delete(&key).await?;
        }
        Ok(())
    }

    /// Stores a finished draft.
    pub(crate) async fn put(&self, key: &str, draft: &Path) -> Result<Stored, FileError> {
        let mut file = File::open(draft).await?;
        let mut upload = WriteMultipart::new(self.store.put_multipart(&Key::from(key)).await?);
        match send(&mut file, &mut upload).await {
            Ok(stored) => {
                upload.finish().await?;
                Ok(stored)
            }
            Err(error) => {
                // The first error tells more than one about the cleaning up after it.
                let _ = upload.abort().await;
                Err(error)
            }
        }
    }

    /// Bytes of a file as a stream, or all of it.
    ///
    /// # Errors
    /// [`FileError::is_missing`] when there is none.
    pub async fn part(&self, key: &str, part: Option<Range<u64>>) -> Result<GetResult, FileError> {
        let options = GetOptions { range: part.map(GetRange::Bounded), ..GetOptions::default() };
        Ok(self.store.get_opts(&Key::from(key), options).await?)
    }

    /// The whole of a file.
    ///
    /// # Errors
    /// [`FileError::is_missing`] when there is none.
    pub async fn read(&self, key: &str) -> Result<Vec<u8>, FileError> {
        let bytes = self.part(key, None).await?.bytes().await?;
        Ok(bytes.into())
    }

    /// Writes a copy of a file to a local place: all of it or nothing.
    pub async fn copy(&self, key: &str, out: &Path) -> Result<(), FileError> {
        let part = self.part(key, None).await?;
        let mut file = File::create(out).await?;
        let written = async {
            let mut chunks = part.into_stream();
            while let Some(chunk) = chunks.try_next().await? {
                file.write_all(&chunk).await?;
            }
            Ok(file.sync_all().await?)
        };
        let written = written.await;
        if written.is_err() {
            // nobody is to take half a file for a whole one
            let _ = tokio::fs::remove_file(out).await;
        }
        written
    }

    /// Removes a file nobody is to have.
    pub(crate) async fn delete(&self, key: &str) -> Result<(), FileError> {
        Ok(self.store.delete(&Key::from(key)).await?)
    }

    /// Removes drafts of processes that died long ago.
    pub(crate) async fn remove_leftovers(&self) -> Result<(), FileError> {
        let mut drafts = tokio::fs::read_dir(&self.drafts).await?;
        while let Some(draft) = drafts.next_entry().await? {
            let age = draft.metadata().await.and_then(|data| data.modified()).ok();
            if age.and_then(|modified| modified.elapsed().ok()).is_some_and(|age| age > LEFTOVER_AFTER) {
                // Another process may be cleaning up as well.
                let _ = tokio::fs::remove_file(draft.path()).await;
            }
        }
        Ok(())
    }
}

impl Shelf for FileStore {
    fn has_lost<'a>(&'a self, key: &'a str) -> Pin<Box<dyn Future<Output = bool> + Send + 'a>> {
        let there = async move { self.store.head(&Key::from(key)).await };
        Box::pin(there.map(|there| matches!(there, Err(object_store::Error::NotFound { .. }))))
    }
}

fn folder(run: ReportRunId) -> String {
    format!("reports/{run}")
}

async fn send(file: &mut File, upload: &mut WriteMultipart) -> Result<Stored, FileError> {
    let mut hash = Sha256::new();
    let mut size = 0;
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = file.read(&mut chunk).await?;
        if read == 0 {
            return Ok(Stored { size, sha256: hex::encode(hash.finalize()) });
        }
        hash.update(&chunk[..read]);
        size += read as u64;
        upload.wait_for_capacity(UNDER_WAY).await?;
        upload.write(&chunk[..read]);
    }
}
