use std::io::{Cursor, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use crate::{
    Cell, Format, Limits, ReadError, Table,
    builder::{Budget, TableBuilder},
    encoding::decode,
};

/// Read after the text: a record that no text holds. If it comes out inside a cell, that cell's quotes never close.
const END: &str = "\n\0";

/// Reads CSV: UTF-8 with or without a byte-order mark or Windows-1252, separated by comma, semicolon or tab,
/// whichever the header row has most of. Rows may be shorter or longer than the header.
///
/// # Errors
/// Contents that are no text, quotes that never close, a missing header, a column name that occurs twice,
/// a passed limit.
pub fn read_csv(name: &str, bytes: &[u8], limits: &Limits) -> Result<Table, ReadError> {
    limits.check_file(bytes.len() as u64)?;
    match Format::of(bytes) {
        Format::Text => {}
        Format::Binary => return Err(ReadError::NotText),
        found => {
            return Err(ReadError::WrongFormat { expected: Format::Text, found });
        }
    }
    let text = decode(bytes)?;
    let mut budget = Budget::new(limits);
    let mut table = TableBuilder::new(limits, &mut budget, None);
    let mut records = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(Cursor::new(text.as_bytes()).chain(END.as_bytes()));
    let mut lines = LineCounter::new(text.as_bytes());
    let mut record = ByteRecord::new();
    while next(&mut records, &mut record)? && record.get(0) != Some(b"\0") {
        let line = lines.advance_to(record.position().map_or(0, csv::Position::byte));
        if record.iter().next_back().is_some_and(|field| field.ends_with(END.as_bytes())) {
            return Err(ReadError::UnclosedQuote { line });
        }
        let fields = record.iter().map(String::from_utf8_lossy);
        table.push(line, fields.map(|field| Cell::text(&field)).collect())?;
    }
    table.finish(name).ok_or(ReadError::NoHeader)
}

fn next(records: &mut Reader<impl Read>, record: &mut ByteRecord) -> Result<bool, ReadError> {
    records.read_byte_record(record).map_err(|error| ReadError::Io(std::io::Error::other(error)))
}

/// The separator that the first row with contents has most of, outside quotes.
fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let header = text.trim_start_matches(['\r', '\n']).bytes().take_while(|&byte| {
        quoted ^= byte == b'"';
        quoted || !matches!(byte, b'\r' | b'\n')
    });
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    let mut quoted = false;
    for byte in header {
        quoted ^= byte == b'"';
        for (separator, count) in &mut counts {
            *count += usize::from(!quoted && byte == *separator);
        }
    }
    counts.iter().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// Counts lines as an editor does: `\n`, `\r\n` and a lone `\r` each end one.
struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    fn new(text: &'a [u8]) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// Line of the first byte at or after `start` that does not end a line: blank lines belong to no record.
    fn advance_to(&mut self, start: u64) -> u32 {
        while let Some(&byte) = self.text.get(self.at) {
            let ends_line = matches!(byte, b'\r' | b'\n');
            if self.at as u64 >= start && !ends_line {
                break;
            }
            let first_of_two = byte == b'\r' && self.text.get(self.at + 1) == Some(&b'\n');
            self.line += u32::from(ends_line && !first_of_two);
            self.at += 1;
        }
        self.line
    }
}
