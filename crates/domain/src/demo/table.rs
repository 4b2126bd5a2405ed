//! Building import tables, so that generated records take the same road as everybody's.

use interchange::{Cell, Row, Table};

use crate::exchange::Kind;

/// A table in the making.
pub(super) struct Rows {
    kind: Kind,
    table: Table,
}

impl Rows {
    /// A table with all columns of a kind.
    pub fn new(kind: Kind) -> Self {
        let header = kind.columns().iter().map(|column| column.name.to_owned()).collect();
        Self {
            kind,
            table: Table {
                file: "demo".to_owned(),
                sheet: Some(kind.as_str().to_owned()),
                header,
                rows: Vec::new(),
            },
        }
    }

    /// Adds a row out of named values; columns not named stay empty.
    pub fn push(&mut self, values: &[(&str, String)]) {
        let cell = |column: &String| {
            let value = values.iter().find(|(name, _)| name == column);
            value.map_or(Cell::Empty, |(_, value)| Cell::text(value))
        };
        let cells = self.table.header.iter().map(cell).collect();
        let number = u32::try_from(self.table.rows.len() + 2).unwrap_or(u32::MAX);
        self.table.rows.push(Row { number, cells, extra_cells: false });
    }

    /// The finished table.
    pub fn finish(self) -> (Kind, Table) {
        (self.kind, self.table)
    }
}

/// The words in a cell of such a table.
pub(super) fn text(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text } else { "" }
}
