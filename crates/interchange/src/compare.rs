//! What two workbooks say differently, cell by cell.

mod said;

use std::{
    cmp::Ordering,
    io::{Cursor, Read},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Reader, Xlsx, XlsxCellReader, XlsxError};
use zip::ZipArchive;

use crate::{Format, Limits, ReadError, container, metered::Metered};
use said::{Said, told};

/// What tells two workbooks apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Sheets that only the original has.
    pub missing: Vec<String>,
    /// Sheets that only the other one has.
    pub added: Vec<String>,
    /// Whether the sheets that both have follow one another in another order.
    pub reordered: bool,
    /// The first cells that differ, at most [`SHOWN`]: those whose value differs, then those whose formula alone does,
    /// sheet by sheet and row by row.
    pub cells: Vec<CellDifference>,
    /// How many cells differ in all.
    pub different: u64,
    /// How many formulas are the same but have no saved result any more, as when a program that does not calculate
    /// saved a copy.
    pub uncalculated: u64,
}

/// A cell that differs. Numbers are told as people write them, long texts by their beginning.
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
    /// Whether every cell of every sheet says the same; results that were not saved say nothing else.
    pub fn is_same(&self) -> bool {
        self.missing.is_empty() && self.added.is_empty() && self.different == 0
    }
}

type Place = (u32, u32);
type Book<'a> = Xlsx<Metered<'a>>;

/// Compares the values and formulas of all cells of two workbooks; numbers are the same that agree in twelve digits.
/// Looks, notes and charts are not compared.
///
/// # Errors
/// Contents that are no workbook, are empty, damaged or password-protected; a passed limit.
pub fn compare(original: &[u8], other: &[u8], limits: &Limits) -> Result<Comparison, ReadError> {
    for bytes in [original, other] {
        limits.check_file(bytes.len() as u64)?;
        match Format::of(bytes) {
            _ if bytes.is_empty() => return Err(ReadError::Empty),
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
    let shared = before.iter().filter(|name| after.contains(name));
    let mut differences = Differences {
        comparison: Comparison {
            missing: before.iter().filter(|name| !after.contains(name)).cloned().collect(),
            added: after.iter().filter(|name| !before.contains(name)).cloned().collect(),
            reordered: shared.clone().ne(after.iter().filter(|name| before.contains(name))),
            ..Comparison::default()
        },
        formulas: Vec::new(),
    };
    for sheet in shared {
        cell_by_cell(sheet, (&mut original, &mut other), &mut differences)?;
    }
    let Differences { mut comparison, formulas } = differences;
    let room = SHOWN - comparison.cells.len();
    comparison.cells.extend(formulas.into_iter().take(room));
    Ok(comparison)
}

/// Walks both sheets at once: neither is ever held as a whole.
fn cell_by_cell(
    sheet: &str,
    (original, other): (&mut Book<'_>, &mut Book<'_>),
    differences: &mut Differences,
) -> Result<(), ReadError> {
    let (mut before, mut after) = (Cells::of(original, sheet)?, Cells::of(other, sheet)?);
    let (mut was, mut is) = (before.next()?, after.next()?);
    loop {
        let order = match (&was, &is) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((one, _)), Some((other, _))) => one.cmp(other),
        };
        let old = if order == Ordering::Greater { None } else { std::mem::replace(&mut was, before.next()?) };
        let new = if order == Ordering::Less { None } else { std::mem::replace(&mut is, after.next()?) };
        if let Some((place, _)) = old.as_ref().or(new.as_ref()) {
            let place = *place;
            differences.note((sheet, place), old.map(|(_, said)| said), new.map(|(_, said)| said));
        }
    }
}

/// What was found so far.
struct Differences {
    comparison: Comparison,
    /// The first cells of which only the formula differs.
    formulas: Vec<CellDifference>,
}

impl Differences {
    fn note(&mut self, (sheet, place): (&str, Place), was: Option<Said>, is: Option<Said>) {
        match (&was, &is) {
            (Some(was), Some(is)) if was.is_as(is) => return,
            (Some(was), Some(is)) if was.has_lost_its_result(is) => {
                self.comparison.uncalculated += 1;
                return;
            }
            _ => {}
        }
        self.comparison.different += 1;
        let same_value = was.as_ref().map(|was| &was.value) == is.as_ref().map(|is| &is.value);
        let shown = if same_value { &mut self.formulas } else { &mut self.comparison.cells };
        if shown.len() < SHOWN {
            let (was, is) = told(was.as_ref(), is.as_ref());
            shown.push(CellDifference { sheet: sheet.to_owned(), cell: name(place), was, is });
        }
    }
}

/// The cells of a sheet that say anything, row by row.
struct Cells<'b, 'a> {
    reader: XlsxCellReader<'b, Metered<'a>>,
    last: Option<Place>,
}

impl<'b, 'a> Cells<'b, 'a> {
    fn of(book: &'b mut Book<'a>, sheet: &str) -> Result<Self, ReadError> {
        Ok(Self { reader: book.worksheet_cells_reader(sheet).map_err(damaged)?, last: None })
    }

    fn next(&mut self) -> Result<Option<(Place, Said)>, ReadError> {
        while let Some(cell) = self.reader.next_cell_with_formula_metadata().map_err(damaged)? {
            let place = cell.pos;
            if self.last.is_some_and(|last| place <= last) {
                return Err(ReadError::Unreadable("cells that are not in order".into()));
            }
            self.last = Some(place);
            let said = Said::of(cell);
            if said.is_anything() {
                return Ok(Some((place, said)));
            }
        }
        Ok(None)
    }
}

/// The name of a place, e.g. `B7`.
fn name((row, column): Place) -> String {
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

/// The largest part that is looked at for properties or names.
const LONGEST_PART: u64 = 1 << 20;

/// The text of one of the properties that its maker gave a workbook; none when there is no such.
pub fn property(bytes: &[u8], wanted: &str) -> Option<String> {
    let properties = part(bytes, "docProps/custom.xml")?;
    let (_, after) = properties.split_once(&format!("name=\"{wanted}\""))?;
    let (_, value) = after.split_once("<vt:lpwstr>")?;
    Some(value.split_once("</vt:lpwstr>")?.0.to_owned())
}

/// The text that a name of a workbook stands for; none when there is no such, or it stands for something else.
pub fn named_text(bytes: &[u8], wanted: &str) -> Option<String> {
    let workbook = part(bytes, "xl/workbook.xml")?;
    let (_, after) = workbook.split_once(&format!("name=\"{wanted}\""))?;
    let (_, after) = after.split_once('>')?;
    let formula = after.split_once("</")?.0.replace("&quot;", "\"");
    Some(formula.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// The text of a part of a workbook.
fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(name).ok()?.take(LONGEST_PART).read_to_string(&mut text).ok()?;
    Some(text)
}

fn damaged(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        error => ReadError::Unreadable(error.into()),
    }
}
