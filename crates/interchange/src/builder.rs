use std::collections::HashSet;

use crate::{Cell, Limits, Measure, ReadError, Row, Table, value};

const CELL_BYTES: u64 = size_of::<Cell>() as u64;

/// What may still be kept of one file, over all its tables.
pub(crate) struct Budget {
    left: u64,
    limit: u64,
}

impl Budget {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { left: limits.uncompressed_bytes, limit: limits.uncompressed_bytes }
    }

    fn spend(&mut self, bytes: u64) -> Result<(), ReadError> {
        let left = self.left.checked_sub(bytes);
        self.left = left.ok_or_else(|| Measure::UncompressedBytes.passed(self.limit))?;
        Ok(())
    }
}

/// Turns raw rows into a [`Table`]: the first row with a value is the header, empty rows vanish.
pub(crate) struct TableBuilder<'a> {
    limits: &'a Limits,
    budget: &'a mut Budget,
    sheet: Option<String>,
    header: Option<Vec<String>>,
    rows: Vec<Row>,
}

impl<'a> TableBuilder<'a> {
    pub(crate) fn new(limits: &'a Limits, budget: &'a mut Budget, sheet: Option<&str>) -> Self {
        Self { limits, budget, sheet: sheet.map(str::to_owned), header: None, rows: Vec::new() }
    }

    pub(crate) fn push(&mut self, number: u32, mut cells: Vec<Cell>) -> Result<(), ReadError> {
        let used = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        cells.truncate(used);
        if cells.is_empty() {
            return Ok(());
        }
        for cell in &cells {
            self.admit(cell)?;
        }
        let Some(width) = self.header.as_ref().map(Vec::len) else {
            self.header = Some(self.name_columns(&cells)?);
            return Ok(());
        };
        Measure::Rows.check(self.rows.len() as u64 + 1, self.limits.rows)?;
        self.budget.spend(CELL_BYTES * width as u64)?;
        let extra_cells = cells.len() > width;
        cells.resize(width, Cell::Empty);
        self.rows.push(Row { number, cells, extra_cells });
        Ok(())
    }

    /// `None` when no row holds a value.
    pub(crate) fn finish(self, file: &str) -> Option<Table> {
        let header = self.header?;
        Some(Table { file: file.to_owned(), sheet: self.sheet, header, rows: self.rows })
    }

    fn admit(&mut self, cell: &Cell) -> Result<(), ReadError> {
        let (Cell::Text(text) | Cell::Invalid(text)) = cell else {
            return Ok(());
        };
        let limit = self.limits.cell_chars;
        if text.len() as u64 > limit {
            Measure::CellChars.check(text.chars().count() as u64, limit)?;
        }
        self.budget.spend(text.len() as u64)
    }

    fn name_columns(&self, cells: &[Cell]) -> Result<Vec<String>, ReadError> {
        Measure::Columns.check(cells.len() as u64, self.limits.columns)?;
        let names: Vec<_> = cells.iter().map(value::shown).collect();
        let mut seen = HashSet::new();
        for name in names.iter().filter(|name| !name.is_empty()) {
            if !seen.insert(name.to_lowercase()) {
                let (sheet, column) = (self.sheet.clone(), name.clone());
                return Err(ReadError::DuplicateColumn { sheet, column });
            }
        }
        Ok(names)
    }
}
