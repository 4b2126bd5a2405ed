//! What two workbooks say differently, cell by cell.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Reader, Xlsx, XlsxError, XlsxFormulaMetadata};
use zip::ZipArchive;

use crate::{Format, Limits, ReadError, container, metered::Metered};

/// What tells two workbooks apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Sheets that only the original has.
    pub missing: Vec<String>,
    /// Sheets that only the other one has.
    pub added: Vec<String>,
    /// The first cells that differ, at most [`SHOWN`], sheet by sheet and row by row.
    pub cells: Vec<CellDifference>,
    /// How many cells differ in all.
    pub different: u64,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellDifference {
    /// The sheet.
    pub sheet: String,
    /// The cell, e.g. `B7`.
    pub cell: String,
    /// What the original says; none when it says nothing.
    pub was: Option<String>,
    /// What the other one says; none when it says nothing.
    pub is: Option<String>,
}

/// So many differing cells are told one by one.
pub const SHOWN: usize = 200;

impl Comparison {
    /// Whether every cell of every sheet says the same.
    pub fn is_same(&self) -> bool {
        *self == Self::default()
    }
}

type Cells = BTreeMap<(u32, u32), String>;
type Book<'a> = Xlsx<Metered<'a>>;

/// Compares the values and formulas of all cells of two workbooks. Looks, notes and charts are not compared.
///
/// # Errors
/// Contents that are no workbook, are damaged or password-protected; a passed limit.
pub fn compare(original: &[u8], other: &[u8], limits: &Limits) -> Result<Comparison, ReadError> {
    for bytes in [original, other] {
        limits.check_file(bytes.len() as u64)?;
        match Format::of(bytes) {
            Format::Zip => container::inspect(bytes, limits)?,
            Format::Encrypted => return Err(ReadError::Encrypted),
            found => return Err(ReadError::WrongFormat { expected: Format::Workbook, found }),
        }
    }
    catch_unwind(AssertUnwindSafe(|| sheet_by_sheet(original, other)))
        .unwrap_or_else(|_| Err(ReadError::Unreadable("an absurd cell reference".into())))
}

fn sheet_by_sheet(original: &[u8], other: &[u8]) -> Result<Comparison, ReadError> {
    let mut original = Book::new(Metered::new(original)).map_err(damaged)?;
    let mut other = Book::new(Metered::new(other)).map_err(damaged)?;
    let (before, after) = (original.sheet_names(), other.sheet_names());
    let mut comparison = Comparison {
        missing: before.iter().filter(|name| !after.contains(name)).cloned().collect(),
        added: after.iter().filter(|name| !before.contains(name)).cloned().collect(),
        ..Comparison::default()
    };
    for sheet in before.iter().filter(|name| after.contains(name)) {
        let (was, is) = (cells(&mut original, sheet)?, cells(&mut other, sheet)?);
        let places: BTreeSet<_> = was.keys().chain(is.keys()).collect();
        for place in places.into_iter().filter(|place| was.get(place) != is.get(place)) {
            comparison.different += 1;
            if comparison.cells.len() < SHOWN {
                comparison.cells.push(CellDifference {
                    sheet: sheet.clone(),
                    cell: name(*place),
                    was: was.get(place).cloned(),
                    is: is.get(place).cloned(),
                });
            }
        }
    }
    Ok(comparison)
}

/// What the cells of a sheet say; a formula says its text and its saved result.
fn cells(book: &mut Book<'_>, sheet: &str) -> Result<Cells, ReadError> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(damaged)?;
    let mut cells = Cells::new();
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let value = calamine::Data::from(found.value.clone()).to_string();
        let said = match found.formula {
            Some(XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. }) => {
                format!("={formula} → {value}")
            }
            Some(_) => format!("= → {value}"),
            None => value,
        };
        if !said.is_empty() {
            cells.insert(found.pos, said);
        }
    }
    Ok(cells)
}

/// The name of a place, e.g. `B7`.
fn name((row, column): (u32, u32)) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", row + 1)
}

/// The largest part with properties that is looked at.
const LONGEST_PROPERTIES: u64 = 1 << 20;

/// The text of one of the properties that its maker gave a workbook; none when there is no such.
pub fn property(bytes: &[u8], wanted: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = archive.by_name("docProps/custom.xml").ok()?;
    let mut properties = String::new();
    part.take(LONGEST_PROPERTIES).read_to_string(&mut properties).ok()?;
    let (_, after) = properties.split_once(&format!("name=\"{wanted}\""))?;
    let (_, value) = after.split_once("<vt:lpwstr>")?;
    Some(value.split_once("</vt:lpwstr>")?.0.to_owned())
}

fn damaged(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        error => ReadError::Unreadable(error.into()),
    }
}
