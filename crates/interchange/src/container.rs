use std::io::{Cursor, Read};

use zip::{ZipArchive, read::ZipFile, result::ZipError};

use crate::{Format, Limits, Measure, ReadError, part_checks::Watch};

const MAX_PARTS: u64 = 5_000;
const MAX_COMPRESSION: u64 = 200;
const COMPRESSION_CHECKED_FROM: u64 = 16 << 20;
const END_RECORD: &[u8] = b"PK\x05\x06";
const END_RECORD_BYTES: usize = 22;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Unpacks every part once without keeping it, so that a workbook is refused before any of it is interpreted: sizes
/// are those actually unpacked, not those the file declares, and every checksum has been compared.
pub(crate) fn inspect(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error, bytes))?;
    Measure::Parts.check(archive.len() as u64, MAX_PARTS)?;
    expect_workbook(&archive)?;
    let limit = limits.uncompressed_bytes;
    let declared = archive.decompressed_size().unwrap_or_default();
    Measure::UncompressedBytes.check(u64::try_from(declared).unwrap_or(u64::MAX), limit)?;
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(error, bytes))?;
        total += unpack(part, limit - total)?.ok_or_else(|| Measure::UncompressedBytes.passed(limit))?;
    }
    Ok(())
}

fn expect_workbook(archive: &Archive<'_>) -> Result<(), ReadError> {
    let names: Vec<_> = archive.file_names().collect::<Result<_, _>>().map_err(unreadable)?;
    match Format::of_parts(&names) {
        Format::Workbook => Ok(()),
        found => Err(ReadError::WrongFormat { expected: Format::Workbook, found }),
    }
}

/// The unpacked size, or `None` when it is more than `allowed`.
fn unpack(mut part: ZipFile<'_, Cursor<&[u8]>>, allowed: u64) -> Result<Option<u64>, ReadError> {
    let name = part.name().map_err(unreadable)?.to_ascii_lowercase();
    let packed = part.compressed_size();
    let mut content = Watch::of(&name, allowed);
    let mut chunk = vec![0; 64 << 10];
    let mut size = 0;
    loop {
        let length = part.read(&mut chunk).map_err(unreadable)?;
        if length == 0 {
            content.finish()?;
            return Ok(Some(size));
        }
        size += length as u64;
        if size > allowed {
            return Ok(None);
        }
        if size > COMPRESSION_CHECKED_FROM {
            Measure::Compression.check(size / packed.max(1), MAX_COMPRESSION)?;
        }
        content.see(&chunk[..length])?;
    }
}

fn damaged(error: ZipError, bytes: &[u8]) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted,
        _ if lacks_end(bytes) => ReadError::Truncated,
        _ => unreadable(error),
    }
}

fn lacks_end(bytes: &[u8]) -> bool {
    let end = bytes.windows(END_RECORD.len()).rposition(|window| window == END_RECORD);
    end.is_none_or(|at| at + END_RECORD_BYTES > bytes.len())
}

fn unreadable(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> ReadError {
    ReadError::Unreadable(error.into())
}
