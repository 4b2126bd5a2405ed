//! What a workbook cannot hold, found before anything is written.

use std::collections::HashSet;

use crate::WriteError;
use crate::table::{Column, Options, Part, Sheet};

const LAST_ROW: u32 = 1_048_575;
const MOST_COLUMNS: usize = 16_384;
/// Beyond this readers and programs are lost.
const MOST_SHEETS: usize = 255;
const LONGEST_NAME: usize = 31;
const LONGEST_HEADER: usize = 255;
const FORBIDDEN_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// A sheet and where its tables go.
pub struct Planned<'a> {
    pub sheet: Sheet<'a>,
    pub parts: Vec<Part>,
}

/// The sheets and their places, if a workbook can hold them.
pub fn planned<'a>(sheets: Vec<Sheet<'a>>, options: &Options) -> Result<Vec<Planned<'a>>, WriteError> {
    let plan = |sheet: Sheet<'a>| Planned { parts: sheet.parts(options), sheet };
    let planned: Vec<_> = sheets.into_iter().map(plan).collect();
    let mut names = HashSet::new();
    for Planned { sheet, parts } in &planned {
        for (index, part) in parts.iter().enumerate() {
            if part.rows.end > LAST_ROW {
                return Err(WriteError::TooManyRows { sheet: part.sheet.clone() });
            }
            let begins = index == 0 || parts[index - 1].sheet != part.sheet;
            if begins && !(can_be_named(&part.sheet) && names.insert(part.sheet.to_lowercase())) {
                return Err(WriteError::SheetName { sheet: part.sheet.clone() });
            }
        }
        for table in &sheet.tables {
            columns(&sheet.name, &table.columns)?;
        }
        charts(sheet, parts)?;
    }
    if names.len() > MOST_SHEETS {
        return Err(WriteError::TooManySheets { count: names.len() });
    }
    Ok(planned)
}

fn can_be_named(name: &str) -> bool {
    let length = name.encode_utf16().count();
    (1..=LONGEST_NAME).contains(&length)
        && !name.contains(FORBIDDEN_IN_NAMES)
        && !name.contains(char::is_control)
        && !name.starts_with('\'')
        && !name.ends_with('\'')
        && name.to_lowercase() != "history"
}

fn columns(sheet: &str, columns: &[Column]) -> Result<(), WriteError> {
    if columns.len() > MOST_COLUMNS {
        return Err(WriteError::TooManyColumns { sheet: sheet.to_owned() });
    }
    let mut headers = HashSet::new();
    for Column { header, .. } in columns {
        let fits = !header.trim().is_empty() && header.encode_utf16().count() <= LONGEST_HEADER;
        if !fits || !headers.insert(header.to_lowercase()) {
            return Err(WriteError::Header { sheet: sheet.to_owned(), header: header.clone() });
        }
    }
    Ok(())
}

/// Charts show rows and columns that are there, of tables that stand on one sheet.
fn charts(sheet: &Sheet<'_>, parts: &[Part]) -> Result<(), WriteError> {
    for chart in &sheet.charts {
        let drawn = chart.series.iter().all(|series| {
            let table = sheet.tables.get(series.table);
            let part = parts.iter().find(|part| part.table == series.table);
            table.is_some_and(|table| series.categories.max(series.values) < table.columns.len())
                && part.is_some_and(|part| part.of == 1 && series.rows.end as usize <= part.rows.len())
                && !series.rows.is_empty()
        });
        if !drawn || chart.series.is_empty() {
            return Err(WriteError::Chart { sheet: sheet.name.clone(), title: chart.title.clone() });
        }
    }
    Ok(())
}
