//! The heading of a table: which of its columns are a kind's.

use std::collections::HashMap;

use interchange::{Cell, Row, Table, value};

use super::{Column, Finding, Kind, Severity};

/// What the rows of a table are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// They are records.
    Record,
    /// They name records by their keys.
    Key,
}

/// A table whose columns are known.
pub(crate) struct Heading<'a> {
    pub kind: Kind,
    pub table: &'a Table,
    places: HashMap<&'static str, usize>,
}

impl<'a> Heading<'a> {
    /// Finds the columns of `kind` in the heading of `table`; the findings are unknown columns, and those missing that
    /// the purpose needs.
    pub fn new(kind: Kind, table: &'a Table, purpose: Purpose) -> (Self, Vec<Finding>) {
        let mut places = HashMap::new();
        let mut findings = Vec::new();
        let about = |column: &str, rule, severity, allowed: String| Finding {
            column: column.to_owned(),
            allowed,
            ..about_table((kind, table), rule, severity)
        };
        for (place, heading) in table.header.iter().enumerate() {
            match kind.columns().iter().find(|column| column.is_called(heading)) {
                Some(column) => {
                    places.entry(column.name).or_insert(place);
                }
                None => {
                    let known: Vec<_> = kind.columns().iter().map(|column| column.name).collect();
                    findings.push(about(heading, "I-02", Severity::Warning, known.join(", ")));
                }
            }
        }
        let needed = |column: &&Column| match purpose {
            Purpose::Record => column.required,
            Purpose::Key => column.required && kind.key().contains(&column.name),
        };
        for column in kind.columns().iter().filter(needed) {
            if !places.contains_key(column.name) {
                findings.push(about(column.name, "I-01", Severity::Error, table.header.join(", ")));
            }
        }
        (Self { kind, table, places }, findings)
    }

    /// The finding that records of this kind cannot be withdrawn.
    pub fn cannot_be_withdrawn(&self) -> Finding {
        about_table((self.kind, self.table), "I-24", Severity::Error)
    }

    /// What stands in a column, row by row, where anything does.
    pub fn values(&self, name: &str) -> impl Iterator<Item = String> {
        let place = self.places.get(name).copied();
        let cells = self.table.rows.iter().filter_map(move |row| row.cells.get(place?));
        cells.filter_map(|cell| value::text(cell).ok().flatten())
    }

    /// Whether the column kept as `stored` is one of the kind's but not in the file.
    pub fn lacks(&self, stored: &str) -> bool {
        let column = self.kind.columns().iter().find(|column| column.stored == stored);
        column.is_some_and(|column| !self.places.contains_key(column.name))
    }

    /// The cell of a row in the column with this name, when the file has it.
    pub fn cell<'r>(&self, row: &'r Row, name: &str) -> Option<&'r Cell> {
        self.places.get(name).and_then(|place| row.cells.get(*place))
    }
}

/// A finding about a table as a whole.
fn about_table((kind, table): (Kind, &Table), rule: &'static str, severity: Severity) -> Finding {
    Finding {
        file: table.file.clone(),
        sheet: table.sheet.clone(),
        kind: Some(kind),
        row: None,
        column: String::new(),
        value: String::new(),
        rule,
        severity,
        allowed: String::new(),
        legal_source: None,
        behind: None,
    }
}
