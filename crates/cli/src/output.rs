//! Standard output and standard error: the only place that writes there.

use std::io::{self, Write};

use chrono::{DateTime, Utc};
use clap::ValueEnum;
use domain::Error;
use serde::Serialize;
use texts::Language;

/// How a command answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Writes a line.
pub fn line(text: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{text}")
}

/// Writes a value as indented JSON.
pub fn json(value: &impl Serialize) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)
}

/// Writes rows under their headings, columns aligned, numbers to the right. Each row is one line: a text of several lines is
/// told in one, a long one by its beginning.
pub fn table(headings: &[&str], rows: Vec<Vec<String>>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let rows: Vec<_> = rows.into_iter().map(|row| row.into_iter().map(in_one_line).collect()).collect();
    for line in aligned(headings, &rows) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A moment as tables show it: to the second, in UTC.
pub fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%SZ").to_string()
}

/// Writes a line to standard error. Whether it arrives changes nothing.
pub fn error(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Says why a command failed: the mistakes in its input, what it names that is not there, or the chain of causes.
pub fn failure(failure: &anyhow::Error) {
    match failure.chain().find_map(|cause| cause.downcast_ref()) {
        Some(Error::Invalid(mistakes)) => {
            for mistake in mistakes {
                error(&format!("error: {}", mistake.message(Language::En)));
            }
        }
        Some(found @ Error::NotFound(_)) => {
            error(&format!("error: {}", found.message(Language::En).unwrap_or_default()));
        }
        _ => error(&format!("error: {failure:#}")),
    }
}

/// Whether a command failed only because nobody reads on, as with `migranet … | head`.
pub fn is_broken_pipe(failure: &anyhow::Error) -> bool {
    let broken = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    failure.chain().any(broken)
}

/// The longest cell of a table, in characters.
const WIDEST: usize = 100;

fn in_one_line(cell: String) -> String {
    let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(WIDEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn aligned(headings: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    let length = |cell: &str| cell.chars().count();
    let mut widths: Vec<usize> = headings.iter().map(|heading| length(heading)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = length(cell).max(*width);
        }
    }
    let is_number = |cell: &str| cell.parse::<f64>().is_ok();
    let numbers: Vec<bool> = (0..headings.len())
        .map(|place| rows.iter().all(|row| row[place].is_empty() || is_number(&row[place])))
        .collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded = cells.zip(&widths).zip(&numbers).map(|((cell, &width), &number)| {
            if number { format!("{cell:>width$}") } else { format!("{cell:width$}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(&mut headings.iter().copied())];
    lines.extend(rows.iter().map(|row| line(&mut row.iter().map(String::as_str))));
    lines
}

#[cfg(test)]
mod tests {
    use super::{aligned, in_one_line, is_broken_pipe};

    #[test]
    fn a_row_is_one_line() {
        assert_eq!(in_one_line("one\r\n two\tthree\u{2028}four".to_owned()), "one two three four");
        assert_eq!(in_one_line("ä".repeat(100)), "ä".repeat(100));
        assert_eq!(in_one_line("ä".repeat(101)), "ä".repeat(100) + "…");
    }

    #[test]
    fn columns_are_aligned_by_characters_and_numbers_to_the_right() {
        let rows = vec![vec!["Ärztin".into(), "1".into()], vec!["x".into(), String::new()]];
        assert_eq!(aligned(&["name", "count"], &rows), ["name    count", "Ärztin      1", "x"]);
        assert_eq!(aligned(&["name"], &[]), ["name"]);
    }

    #[test]
    fn only_a_broken_pipe_is_one() {
        let of =
            |kind: std::io::ErrorKind| anyhow::Error::from(std::io::Error::from(kind)).context("writing");
        assert!(is_broken_pipe(&of(std::io::ErrorKind::BrokenPipe)));
        assert!(!is_broken_pipe(&of(std::io::ErrorKind::NotFound)));
    }
}
