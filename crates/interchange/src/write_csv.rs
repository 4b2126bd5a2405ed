use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

/// Writes a header and rows as CSV: UTF-8 without a byte-order mark, comma, CRLF, quotes where RFC 4180 needs them.
///
/// Values are written as they are. A text such as `=1+1` is not disguised, so that reading the file gives back what
/// was written; programs that show the file to people should be given a workbook instead.
///
/// # Errors
/// What `out` reports, or `InvalidData` for a row that is not as long as the header.
pub fn write_csv(
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    out: impl Write,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    writer.write_record(header).map_err(into_io)?;
    for row in rows {
        writer.write_record(&row).map_err(into_io)?;
    }
    writer.flush()
}

fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => io::Error::new(
            io::ErrorKind::InvalidData,
            format!("a row has {len} values, the header has {expected_len}"),
        ),
        kind => io::Error::other(format!("{kind:?}")),
    }
}
