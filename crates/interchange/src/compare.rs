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

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{DocProperties, Formula, Workbook};

    use super::{CellDifference, compare, name, property};
    use crate::Limits;

    fn book(cells: &[(&str, u32, u16, &str)]) -> Vec<u8> {
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_custom_property("Made for", "a test"));
        for (sheet, row, column, text) in cells {
            if book.worksheet_from_name(sheet).is_err() {
                book.add_worksheet().set_name(*sheet).expect("a name");
            }
            let to = book.worksheet_from_name(sheet).expect("a sheet");
            match text.strip_prefix('=') {
                Some(formula) => {
                    to.write_formula(*row, *column, Formula::new(formula).set_result("3")).map(drop)
                }
                None => to.write_string(*row, *column, *text).map(drop),
            }
            .expect("a cell");
        }
        book.save_to_buffer().expect("a workbook")
    }

    #[test]
    fn changed_added_and_removed_cells_are_named() {
        let original =
            book(&[("A", 0, 0, "x"), ("A", 6, 1, "kept"), ("A", 7, 1, "gone"), ("B", 0, 0, "=1+2")]);
        let changed = book(&[
            ("A", 0, 0, "y"),
            ("A", 6, 1, "kept"),
            ("A", 0, 27, "new"),
            ("B", 0, 0, "3"),
            ("C", 0, 0, "c"),
        ]);

        let same = compare(&original, &original, &Limits::default()).expect("a comparison");
        let told = compare(&original, &changed, &Limits::default()).expect("a comparison");

        assert!(same.is_same());
        let difference = |sheet: &str, cell: &str, was: Option<&str>, is: Option<&str>| CellDifference {
            sheet: sheet.into(),
            cell: cell.into(),
            was: was.map(Into::into),
            is: is.map(Into::into),
        };
        assert_eq!(
            told.cells,
            [
                difference("A", "A1", Some("x"), Some("y")),
                difference("A", "AB1", None, Some("new")),
                difference("A", "B8", Some("gone"), None),
                difference("B", "A1", Some("=1+2 → 3"), Some("3")),
            ]
        );
        assert_eq!((told.different, told.missing.len(), told.added), (4, 0, vec!["C".to_owned()]));
    }

    #[test]
    fn places_have_the_names_programs_show() {
        for (place, shown) in
            [((0, 0), "A1"), ((6, 25), "Z7"), ((0, 26), "AA1"), ((9, 701), "ZZ10"), ((0, 702), "AAA1")]
        {
            assert_eq!(name(place), shown);
        }
    }

    #[test]
    fn a_property_is_read_and_nothing_is_read_of_what_is_no_workbook() {
        let original = book(&[("A", 0, 0, "x")]);
        assert_eq!(property(&original, "Made for").as_deref(), Some("a test"));
        assert_eq!(property(&original, "Made by"), None);
        assert_eq!(property(b"PK", "Made for"), None);
        assert!(compare(&original, b"no workbook", &Limits::default()).is_err());
    }
}
