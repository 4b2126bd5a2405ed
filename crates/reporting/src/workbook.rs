//! Tables become a workbook. The only file that knows the library which writes it.
//!
//! Rows go to a scratch file as they come, so that memory does not grow with them.

use std::any::Any;
use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use chrono::{DateTime, Datelike, Utc};
use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};
use texts::{Language, text};

use crate::WriteError;
use crate::table::{Column, ColumnKind, Sheet, Table, Value};

const ACCENT: Color = Color::RGB(0x0B4F57);
const QUIET: Color = Color::RGB(0x51646A);
const LINE: Color = Color::RGB(0xD5DFE1);
const ROWS_PER_REPORT: u64 = 256;

/// What the file says of itself, and what every page repeats.
pub struct Document<'a> {
    /// Title of the document.
    pub title: &'a str,
    /// Its author: the network.
    pub author: &'a str,
    /// Line at the top of every printed page.
    pub header: &'a str,
    /// Line at the bottom of every printed page, shortened if need be.
    pub footer: &'a str,
    /// Language of its texts.
    pub language: Language,
    /// Its date of creation.
    pub created_at: DateTime<Utc>,
}

/// Writes the sheets, in order, to `out`; `progress` hears of rows done and rows in all.
///
/// # Errors
/// See [`WriteError`].
pub fn write(
    document: &Document<'_>,
    sheets: Vec<Sheet<'_>>,
    out: &Path,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), WriteError> {
    let total = sheets.iter().map(Sheet::len).sum();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document));
    let mut writer = Writer { document, styles: HashMap::new(), done: 0, total, progress };
    without_panic(|| {
        if let Some(directory) = out.parent().filter(|directory| directory.is_dir()) {
            workbook.set_tempdir(directory).map_err(|error| failure(error, ""))?;
        }
        for sheet in sheets {
            let name = sheet.name.clone();
            let worksheet = workbook.add_worksheet_with_constant_memory().map_err(|e| failure(e, &name))?;
            writer.sheet(worksheet, sheet)?;
        }
        writer.report()?;
        workbook.save(out).map_err(|error| failure(error, ""))
    })
}

struct Writer<'w> {
    document: &'w Document<'w>,
    styles: HashMap<Style, Format>,
    done: u64,
    total: u64,
    progress: &'w mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

impl Writer<'_> {
    fn sheet(&mut self, to: &mut Worksheet, sheet: Sheet<'_>) -> Result<(), WriteError> {
        let name = &sheet.name;
        let fail = |error| failure(error, name);
        self.page(to, name).map_err(fail)?;
        to.write_string_with_format(0, 0, &sheet.title, &title()).map_err(fail)?;
        to.set_row_height(0, 27).map_err(fail)?;
        let mut row = 1;
        for line in &sheet.lines {
            to.write_string_with_format(row, 0, line, &line_below_title()).map_err(fail)?;
            row += 1;
        }
        let single = sheet.tables.len() == 1;
        for table in sheet.tables {
            row += 1;
            if let Some(heading) = &table.heading {
                to.write_string_with_format(row, 0, heading, &heading_of_table()).map_err(fail)?;
                to.set_row_height(row, 21).map_err(fail)?;
                row += 1;
            }
            let header_row = row;
            let last_column = (table.columns.len().max(1) - 1) as u16;
            row = self.table(to, table, Place { sheet: name, row })?;
            if single {
                to.set_freeze_panes(header_row + 1, 0).map_err(fail)?;
                to.set_repeat_rows(header_row, header_row).map_err(fail)?;
                to.autofilter(header_row, 0, row.max(header_row + 2) - 1, last_column).map_err(fail)?;
            }
        }
        Ok(())
    }

    fn page(&self, to: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
        let Document { language, header, footer, .. } = self.document;
        let page = text(*language, "report-page");
        to.set_name(name)?;
        to.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        to.set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.3).set_screen_gridlines(false);
        to.set_header(format!("&R&8{}", code_free(header)));
        to.set_footer(format!("&L&8{}&R&8{page}", code_free(footer)));
        Ok(())
    }

    /// Writes a table and says which row comes after it.
    fn table(&mut self, to: &mut Worksheet, table: Table<'_>, place: Place<'_>) -> Result<u32, WriteError> {
        let fail = |error| failure(error, place.sheet);
        let Table { columns, grouped_by, rows, .. } = table;
        self.header(to, &columns, place.row).map_err(fail)?;
        let mut group = None;
        let mut row = place.row;
        for values in rows {
            row += 1;
            let group_now = grouped_by.and_then(|index| values.get(index).cloned());
            let starts_group = group.is_some() && group != Some(group_now.clone());
            group = Some(group_now);
            for (index, (value, column)) in values.iter().zip(&columns).enumerate() {
                let format = self.style(Style::new(value, column.kind, starts_group));
                put(to, Cell { row, column: index as u16, value, format }).map_err(fail)?;
            }
            self.done += 1;
            if self.done.is_multiple_of(ROWS_PER_REPORT) {
                self.report()?;
            }
        }
        Ok(row + 1)
    }

    fn header(&self, to: &mut Worksheet, columns: &[Column], row: u32) -> Result<(), XlsxError> {
        to.set_row_height(row, 31)?;
        for (column, index) in columns.iter().zip(0..) {
            to.set_column_width(index, column.width)?;
            to.write_string_with_format(row, index, &column.header, &header(column.kind))?;
            if let Some(text) = &column.note {
                to.insert_note(row, index, &note(text, self.document.author))?;
            }
        }
        Ok(())
    }

    fn style(&mut self, style: Style) -> &Format {
        let language = self.document.language;
        self.styles.entry(style).or_insert_with(|| style.format(language))
    }

    fn report(&mut self) -> Result<(), WriteError> {
        match (self.progress)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(WriteError::Cancelled),
        }
    }
}

struct Place<'a> {
    sheet: &'a str,
    row: u32,
}

struct Cell<'a> {
    row: u32,
    column: u16,
    value: &'a Value<'a>,
    format: &'a Format,
}

fn put(to: &mut Worksheet, cell: Cell<'_>) -> Result<(), XlsxError> {
    let Cell { row, column, value, format } = cell;
    match value {
        Value::Empty => to.write_blank(row, column, format)?,
        Value::Text(text) => to.write_string_with_format(row, column, text.as_ref(), format)?,
        Value::Integer(number) => to.write_number_with_format(row, column, *number as f64, format)?,
        Value::Decimal(number) | Value::Ratio(number) => {
            to.write_number_with_format(row, column, *number, format)?
        }
        // The calendar of workbooks begins in 1900.
        Value::Date(day) if day.year() < 1900 => {
            to.write_string_with_format(row, column, day.to_string(), format)?
        }
        Value::Date(day) => to.write_datetime_with_format(row, column, day, format)?,
        Value::Moment(at) => to.write_datetime_with_format(row, column, at.naive_utc(), format)?,
    };
    Ok(())
}

/// How a cell looks, by what is in it and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Style {
    number: NumberLook,
    kind: ColumnKind,
    starts_group: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum NumberLook {
    Text,
    Integer,
    Decimal,
    Ratio,
    Date,
    Moment,
}

impl Style {
    fn new(value: &Value<'_>, kind: ColumnKind, starts_group: bool) -> Self {
        let number = match value {
            Value::Empty | Value::Text(_) => NumberLook::Text,
            Value::Integer(_) => NumberLook::Integer,
            Value::Decimal(_) => NumberLook::Decimal,
            Value::Ratio(_) => NumberLook::Ratio,
            Value::Date(_) => NumberLook::Date,
            Value::Moment(_) => NumberLook::Moment,
        };
        Self { number, kind, starts_group }
    }

    fn format(self, language: Language) -> Format {
        let (edge, edge_color) =
            if self.starts_group { (FormatBorder::Medium, ACCENT) } else { (FormatBorder::Thin, LINE) };
        let format = Format::new()
            .set_font_size(10)
            .set_align(FormatAlign::Top)
            .set_border_top(edge)
            .set_border_top_color(edge_color)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE)
            .set_num_format(self.number.code(language));
        match self.kind {
            ColumnKind::Text => format.set_align(FormatAlign::Left),
            ColumnKind::Label => format.set_align(FormatAlign::Left).set_bold().set_font_color(ACCENT),
            ColumnKind::Prose => format.set_align(FormatAlign::Left).set_text_wrap(),
            ColumnKind::Number => format.set_align(FormatAlign::Right),
            ColumnKind::Total => format.set_align(FormatAlign::Right).set_bold(),
        }
    }
}

impl NumberLook {
    /// The format code; programs show its separators as their own language has them.
    const fn code(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Text, _) => "@",
            (Self::Integer, _) => "#,##0",
            (Self::Decimal, _) => "#,##0.00",
            (Self::Ratio, _) => "0.0 %",
            (Self::Date, Language::De) => "dd.mm.yyyy",
            (Self::Date, Language::En) => "yyyy-mm-dd",
            (Self::Moment, Language::De) => "dd.mm.yyyy hh:mm:ss \"UTC\"",
            (Self::Moment, Language::En) => "yyyy-mm-dd hh:mm:ss \"UTC\"",
        }
    }
}

fn title() -> Format {
    Format::new().set_bold().set_font_size(18).set_font_color(ACCENT).set_align(FormatAlign::VerticalCenter)
}

fn line_below_title() -> Format {
    Format::new().set_font_size(10).set_font_color(QUIET)
}

fn heading_of_table() -> Format {
    Format::new().set_bold().set_font_size(12).set_font_color(ACCENT).set_align(FormatAlign::VerticalCenter)
}

fn header(kind: ColumnKind) -> Format {
    let format = Format::new()
        .set_bold()
        .set_font_size(10)
        .set_font_color(Color::White)
        .set_background_color(ACCENT)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    match kind {
        ColumnKind::Text | ColumnKind::Label | ColumnKind::Prose => format.set_align(FormatAlign::Left),
        ColumnKind::Number | ColumnKind::Total => format.set_align(FormatAlign::Right),
    }
}

fn note(text: &str, author: &str) -> Note {
    let lines = text.lines().map(|line| 1 + line.chars().count() / 44).sum::<usize>() as u32;
    Note::new(text).set_author(author).add_author_prefix(false).set_width(300).set_height(24 + 18 * lines)
}

fn properties(document: &Document<'_>) -> DocProperties {
    DocProperties::new()
        .set_title(document.title)
        .set_author(document.author)
        .set_subject(document.header)
        .set_keywords(document.language.as_str())
        .set_custom_property("Language", document.language.as_str())
        .set_creation_datetime(&document.created_at)
}

/// A line of a page's margin: no control codes, and short enough to stand there.
fn code_free(line: &str) -> String {
    const LONGEST: usize = 110;
    if line.chars().count() <= LONGEST {
        return line.replace('&', "&&");
    }
    let start: String = line.chars().take(LONGEST).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{} …", words.replace('&', "&&"))
}

fn failure(error: XlsxError, sheet: &str) -> WriteError {
    match error {
        XlsxError::IoError(cause) | XlsxError::TempFileError(_, cause) => WriteError::Disk(cause),
        XlsxError::ZipError(cause) => WriteError::Disk(cause.into()),
        XlsxError::MaxStringLengthExceeded => WriteError::TextTooLong { sheet: sheet.to_owned() },
        XlsxError::RowColumnLimitError => WriteError::TooManyRows { sheet: sheet.to_owned() },
        other => WriteError::Workbook(Box::new(other)),
    }
}

/// The library panics when its scratch file cannot grow; a full disk is an error like any other.
fn without_panic(work: impl FnOnce() -> Result<(), WriteError>) -> Result<(), WriteError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| match system_error(&*cause) {
        Some(text) => Err(WriteError::Disk(io::Error::other(text.to_owned()))),
        None => resume_unwind(cause),
    })
}

fn system_error(panic: &(dyn Any + Send)) -> Option<&str> {
    panic.downcast_ref::<String>().map(String::as_str).filter(|text| text.contains("Os { code"))
}
