use std::{fs::File, io::Read, path::Path};

use crate::{Limits, ReadError, Table, read_csv, read_workbook};

/// Reads a file by its extension, `.csv` or `.xlsx` in any case. The tables carry the file's name without its folder.
///
/// # Errors
/// A file that cannot be opened, another extension, contents that do not match the extension, and whatever
/// [`read_csv`] and [`read_workbook`] report.
pub fn read_file(path: &Path, limits: &Limits) -> Result<Vec<Table>, ReadError> {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match extension.to_str() {
        Some("csv") => Ok(vec![read_csv(&name, &contents(path, limits)?, limits)?]),
        Some("xlsx") => read_workbook(&name, &contents(path, limits)?, limits),
        _ => Err(ReadError::Unsupported),
    }
}

fn contents(path: &Path, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let file = File::open(path).map_err(ReadError::Io)?;
    limits.check_file(file.metadata().map_err(ReadError::Io)?.len())?;
    let mut bytes = Vec::new();
    let one_too_many = limits.file_bytes.saturating_add(1);
    file.take(one_too_many).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    limits.check_file(bytes.len() as u64)?;
    Ok(bytes)
}
