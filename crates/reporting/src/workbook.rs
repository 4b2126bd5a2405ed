//! Tables become a workbook. The only file that knows the library which writes it.
//!
//! Rows go to a scratch file as they come, so that memory does not grow with them.

use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use chrono::{DateTime, Datelike, Utc};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, Format, FormatAlign, FormatBorder,
    Formula, Note, Workbook, Worksheet, XlsxError,
};
use texts::{Arg, Language, text, text_with};

use crate::WriteError;
use crate::line_break::lines_needed;
use crate::look::{Edge, NumberLook, Style};
use crate::table::{
    Choices, Column, ColumnKind, Input, InputKind, Layout, Options, Part, Sheet, Table, Value, quoted,
    row_after,
};

const ACCENT: Color = Color::RGB(0x0B4F57);
const QUIET: Color = Color::RGB(0x51646A);
const LINE: Color = Color::RGB(0xD5DFE1);
const PALE: Color = Color::RGB(0xE4ECED);
const FONT: &str = "Arial";
const LINE_HEIGHT: f64 = 12.75;
const ROWS_PER_REPORT: u64 = 256;
const LAST_ROW: u32 = 1_048_575;

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
    /// How long its sheets may be.
    pub options: Options,
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
    let mut writer =
        Writer { document, styles: HashMap::new(), names: BTreeMap::new(), done: 0, total, progress };
    without_panic(|| {
        if let Some(directory) = out.parent().filter(|directory| directory.is_dir()) {
            workbook.set_tempdir(directory).map_err(|error| failure(error, ""))?;
        }
        workbook.set_default_format(&text_format(), 20, 64).map_err(|error| failure(error, ""))?;
        for sheet in sheets {
            writer.sheet(&mut workbook, sheet)?;
        }
        for (name, place) in &writer.names {
            workbook.define_name(name, place).map_err(|error| failure(error, ""))?;
        }
        writer.report()?;
        workbook.save(out).map_err(|error| failure(error, ""))
    })
}

struct Writer<'w> {
    document: &'w Document<'w>,
    styles: HashMap<Style, Format>,
    names: BTreeMap<String, String>,
    done: u64,
    total: u64,
    progress: &'w mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

impl Writer<'_> {
    fn sheet(&mut self, workbook: &mut Workbook, mut sheet: Sheet<'_>) -> Result<(), WriteError> {
        let parts = sheet.parts(&self.document.options);
        let width = sheet.tables.iter().map(|table| table.columns.len()).max().unwrap_or(0);
        let mut tables: Vec<_> = std::mem::take(&mut sheet.tables);
        for on_sheet in parts.chunk_by(|one, next| one.sheet == next.sheet) {
            let name = on_sheet[0].sheet.as_str();
            let fail = |error| failure(error, name);
            let to = workbook.add_worksheet_with_constant_memory().map_err(fail)?;
            self.page(to, name).map_err(fail)?;
            to.set_hidden(sheet.layout == Layout::Hidden);
            if sheet.layout == Layout::Page {
                self.heading(to, &sheet, &on_sheet[0]).map_err(fail)?;
            }
            for part in on_sheet {
                self.part(to, &mut tables[part.table], Place { part, width })?;
            }
            let [part] = on_sheet else {
                to.set_print_fit_to_pages(1, 1);
                continue;
            };
            to.set_freeze_panes(part.header + 1, 0).map_err(fail)?;
            to.set_repeat_rows(part.header, part.header).map_err(fail)?;
            let last_row = row_after(&part.rows) - 2;
            to.autofilter(part.header, 0, last_row, width.max(1) as u16 - 1).map_err(fail)?;
        }
        Ok(())
    }

    /// Writes title and lines, and which part of a long table follows.
    fn heading(&self, to: &mut Worksheet, sheet: &Sheet<'_>, part: &Part) -> Result<(), XlsxError> {
        to.write_string_with_format(0, 0, &sheet.title, &title())?;
        to.set_row_height(0, 27)?;
        let (number, of) = ((part.number + 1).to_string(), part.of.to_string());
        let args =
            [("number", Arg::Text(&number)), ("of", Arg::Text(&of)), ("sheet", Arg::Text(&sheet.name))];
        let going_on = (part.of > 1).then(|| text_with(self.document.language, "report-line-part", &args));
        for (row, line) in (1..).zip(sheet.broken_lines().into_iter().chain(going_on)) {
            to.write_string_with_format(row, 0, line, &line_below_title())?;
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

    /// Writes a part of a table.
    fn part(
        &mut self,
        to: &mut Worksheet,
        table: &mut Table<'_>,
        place: Place<'_>,
    ) -> Result<(), WriteError> {
        let part = place.part;
        let sheet = part.sheet.as_str();
        let fail = |error| failure(error, sheet);
        if part.rows.end > LAST_ROW {
            return Err(WriteError::TooManyRows { sheet: sheet.to_owned() });
        }
        if let Some(heading) = &table.heading {
            to.write_string_with_format(part.header - 1, 0, heading, &heading_of_table()).map_err(fail)?;
            to.set_row_height(part.header - 1, 21).map_err(fail)?;
        }
        self.header(to, &table.columns, &place).map_err(fail)?;
        let mut above = Vec::new();
        for (row, values) in part.rows.clone().zip(&mut table.rows) {
            let values = values.map_err(WriteError::Source)?;
            let edge = Edge::between(&above, &values, &table.grouped_by);
            let lines = lines_of_row(&values, &table.columns);
            if lines > 1 {
                to.set_row_height(row, f64::from(lines) * LINE_HEIGHT + 2.25).map_err(fail)?;
            }
            for index in 0..place.width {
                let kind = table.columns.get(index).map_or(ColumnKind::Text, |column| column.kind);
                let value = values.get(index).unwrap_or(&Value::Empty);
                let value = self.about(to, Spot { sheet, row, column: index as u16 }, value)?;
                let format = self.style(Style::new(value, kind, edge));
                put(to, Cell { row, column: index as u16, value, format }).map_err(fail)?;
            }
            above = values;
            self.done += 1;
            if self.done.is_multiple_of(ROWS_PER_REPORT) {
                self.report()?;
            }
        }
        Ok(())
    }

    /// Notes the name of a value and what is said about it, and gives the value itself.
    fn about<'v, 'a>(
        &mut self,
        to: &mut Worksheet,
        at: Spot<'_>,
        value: &'v Value<'a>,
    ) -> Result<&'v Value<'a>, WriteError> {
        match value {
            Value::Named { value, name } => {
                let place = format!("={}!{}", quoted(at.sheet), cell_name(at.row, at.column));
                if self.names.insert(name.clone(), place).is_some() {
                    return Err(WriteError::Name { name: name.clone() });
                }
                self.about(to, at, value)
            }
            Value::Noted { value, note: text } => {
                to.insert_note(at.row, at.column, &note(text, self.document.author))
                    .map_err(|error| failure(error, at.sheet))?;
                self.about(to, at, value)
            }
            value => Ok(value),
        }
    }

    fn header(&self, to: &mut Worksheet, columns: &[Column], place: &Place<'_>) -> Result<(), XlsxError> {
        let row = place.part.header;
        let lines =
            columns.iter().map(|column| lines_needed(&column.header, column.width)).max().unwrap_or(1);
        to.set_row_height(row, f64::from(lines) * LINE_HEIGHT + 8.25)?;
        for index in 0..place.width {
            let at = index as u16;
            let Some(column) = columns.get(index) else {
                to.write_blank(row, at, &header(ColumnKind::Text))?;
                continue;
            };
            to.set_column_width(at, column.width)?;
            let format = match &column.input {
                Some(Input { required: false, .. }) => optional_header(),
                _ => header(column.kind),
            };
            to.write_string_with_format(row, at, &column.header, &format)?;
            if let Some(text) = &column.note {
                to.insert_note(row, at, &note(text, self.document.author))?;
            }
            if let Some(input) = &column.input {
                self.input(to, input, at)?;
            }
        }
        Ok(())
    }

    /// Prepares a column that people fill in.
    fn input(&self, to: &mut Worksheet, input: &Input, at: u16) -> Result<(), XlsxError> {
        let look = match input.kind {
            InputKind::Text => NumberLook::Text.code(self.document.language),
            InputKind::Number => "General",
            InputKind::Date => NumberLook::Date.code(self.document.language),
        };
        to.set_column_format(at, &text_format().set_num_format(look))?;
        let list = DataValidation::new().set_error_style(DataValidationErrorStyle::Warning);
        let list = match &input.choices {
            Choices::Any => return Ok(()),
            Choices::Here(codes) => list.allow_list_strings(codes)?,
            Choices::Listed { sheet, column, count } => {
                let (first, last) = (cell_name(1, *column), cell_name(*count, *column));
                list.allow_list_formula(Formula::new(format!("={sheet}!{first}:{last}")))
            }
        };
        to.add_data_validation(1, at, LAST_ROW, at, &list)?;
        Ok(())
    }

    fn style(&mut self, style: Style) -> &Format {
        let language = self.document.language;
        self.styles.entry(style).or_insert_with(|| format(style, language))
    }

    fn report(&mut self) -> Result<(), WriteError> {
        match (self.progress)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(WriteError::Cancelled),
        }
    }
}

/// Where a part of a table goes, and how many columns the widest table of its sheet has.
struct Place<'a> {
    part: &'a Part,
    width: usize,
}

#[derive(Clone, Copy)]
struct Spot<'a> {
    sheet: &'a str,
    row: u32,
    column: u16,
}

struct Cell<'a> {
    row: u32,
    column: u16,
    value: &'a Value<'a>,
    format: &'a Format,
}

fn lines_of_row(values: &[Value<'_>], columns: &[Column]) -> u32 {
    let lines = |(value, column): (&Value<'_>, &Column)| match value {
        Value::Text(text) if column.kind.breaks_lines() => lines_needed(text, column.width),
        _ => 1,
    };
    values.iter().zip(columns).map(lines).max().unwrap_or(1)
}

/// The name of a cell in a formula, fixed in both directions.
fn cell_name(row: u32, column: u16) -> String {
    rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column)
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
        Value::Formula { formula, result } => to.write_formula_with_format(
            row,
            column,
            Formula::new(formula).set_result(plain(result)),
            format,
        )?,
        Value::Named { value, .. } | Value::Noted { value, .. } => {
            return put(to, Cell { row, column, value, format });
        }
    };
    Ok(())
}

/// The cached result of a formula.
fn plain(value: &Value<'_>) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) | Value::Ratio(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Moment(at) => at.to_rfc3339(),
        Value::Formula { result: value, .. } | Value::Named { value, .. } | Value::Noted { value, .. } => {
            plain(value)
        }
    }
}

fn format(style: Style, language: Language) -> Format {
    let (edge, edge_color) = match style.edge {
        Edge::Quiet => (FormatBorder::Thin, LINE),
        Edge::Part => (FormatBorder::Thin, ACCENT),
        Edge::Group => (FormatBorder::Medium, ACCENT),
    };
    let format = text_format()
        .set_align(FormatAlign::Top)
        .set_border_top(edge)
        .set_border_top_color(edge_color)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
        .set_num_format(style.number.code(language));
    match style.kind {
        ColumnKind::Text => format.set_align(FormatAlign::Left).set_indent(1),
        ColumnKind::Label => format
            .set_align(FormatAlign::Left)
            .set_indent(1)
            .set_text_wrap()
            .set_bold()
            .set_font_color(ACCENT),
        ColumnKind::Prose => format.set_align(FormatAlign::Left).set_indent(1).set_text_wrap(),
        ColumnKind::Number => format.set_align(FormatAlign::Right),
        ColumnKind::Total => format.set_align(FormatAlign::Right).set_bold(),
    }
}

fn text_format() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10)
}

fn title() -> Format {
    text_format().set_bold().set_font_size(18).set_font_color(ACCENT).set_align(FormatAlign::VerticalCenter)
}

fn line_below_title() -> Format {
    text_format().set_font_color(QUIET)
}

fn heading_of_table() -> Format {
    text_format().set_bold().set_font_size(12).set_font_color(ACCENT).set_align(FormatAlign::VerticalCenter)
}

fn header(kind: ColumnKind) -> Format {
    let format = text_format()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(ACCENT)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    match kind {
        ColumnKind::Text | ColumnKind::Label | ColumnKind::Prose => {
            format.set_align(FormatAlign::Left).set_indent(1)
        }
        ColumnKind::Number | ColumnKind::Total => format.set_align(FormatAlign::Right),
    }
}

fn optional_header() -> Format {
    text_format().set_font_color(ACCENT).set_background_color(PALE).set_align(FormatAlign::VerticalCenter)
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
