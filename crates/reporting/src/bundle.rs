//! Several files as one: a ZIP file that holds them as they are, the same bytes whenever it is made.

use std::fs::File;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::WriteError;

/// Bytes copied at once.
const CHUNK: usize = 64 * 1024;

/// A bundle in the making.
pub struct Bundle(ZipWriter<File>);

impl Bundle {
    /// An empty bundle at `out`.
    ///
    /// # Errors
    /// [`WriteError::Disk`].
    pub fn begin(out: &Path) -> Result<Self, WriteError> {
        Ok(Self(ZipWriter::new(File::create(out).map_err(WriteError::Disk)?)))
    }

    /// Adds a file under a name no other file has; its SHA-256, hex.
    ///
    /// # Errors
    /// [`WriteError::Disk`].
    pub fn add(&mut self, name: &str, file: &Path) -> Result<String, WriteError> {
        self.copy(name, file).map_err(|error| WriteError::Disk(error.into()))
    }

    fn copy(&mut self, name: &str, file: &Path) -> Result<String, ZipError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(name, options)?;
        let mut file = File::open(file)?;
        let mut hash = Sha256::new();
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = file.read(&mut chunk)?;
            if read == 0 {
                return Ok(hex::encode(hash.finalize()));
            }
            hash.update(&chunk[..read]);
            self.0.write_all(&chunk[..read])?;
        }
    }

    /// Writes the list of its files and closes it.
    ///
    /// # Errors
    /// [`WriteError::Disk`].
    pub fn finish(self) -> Result<(), WriteError> {
        let file = self.0.finish().map_err(|error| WriteError::Disk(error.into()))?;
        file.sync_all().map_err(WriteError::Disk)
    }
}

/// A file of a bundle; none when the bundle has no such file, or is none.
pub fn bundled(bundle: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut files = ZipArchive::new(Cursor::new(bundle)).ok()?;
    let mut bytes = Vec::new();
    io::copy(&mut files.by_name(name).ok()?, &mut bytes).ok()?;
    Some(bytes)
}
