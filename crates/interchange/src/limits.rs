use std::fmt;

use crate::ReadError;

/// What a single file may cost. Passing a limit is [`ReadError::TooLarge`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes. Default 64 MiB.
    pub file_bytes: u64,
    /// Size in bytes of all parts of a workbook once unpacked, and of the values kept from any file (24 bytes a cell
    /// plus its text), so that one long text shown in many cells counts each time. Default 512 MiB.
    pub uncompressed_bytes: u64,
    /// Rows with a value below the header, per table. Default 1,000,000.
    pub rows: u64,
    /// Columns of the header, per table. Default 200.
    pub columns: u64,
    /// Characters in one cell. Default 32,767, the most that a spreadsheet program keeps in a cell.
    pub cell_chars: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            uncompressed_bytes: 512 << 20,
            rows: 1_000_000,
            columns: 200,
            cell_chars: 32_767,
        }
    }
}

impl Limits {
    pub(crate) fn check_file(&self, bytes: u64) -> Result<(), ReadError> {
        Measure::FileBytes.check(bytes, self.file_bytes)
    }
}

/// What was measured when a file is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Bytes of the file as it is.
    FileBytes,
    /// Bytes of its contents, unpacked.
    UncompressedBytes,
    /// How many times larger a part becomes when it is unpacked.
    Compression,
    /// Number of parts inside a workbook.
    Parts,
    /// Rows of one table.
    Rows,
    /// Columns of one table.
    Columns,
    /// Characters of one cell.
    CellChars,
}

impl Measure {
    pub(crate) fn check(self, found: u64, limit: u64) -> Result<(), ReadError> {
        if found > limit { Err(self.passed(limit)) } else { Ok(()) }
    }

    pub(crate) fn passed(self, limit: u64) -> ReadError {
        ReadError::TooLarge { what: self, limit }
    }

    /// Stable name for translations and machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            Self::FileBytes => "file_bytes",
            Self::UncompressedBytes => "uncompressed_bytes",
            Self::Compression => "compression",
            Self::Parts => "parts",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::CellChars => "cell_chars",
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileBytes => "bytes",
            Self::UncompressedBytes => "bytes once unpacked",
            Self::Compression => "times its packed size",
            Self::Parts => "parts",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::CellChars => "characters in a cell",
        })
    }
}
