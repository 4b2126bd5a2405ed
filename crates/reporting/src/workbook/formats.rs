//! Looks become formats of the library.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Note};
use texts::Language;

use crate::look::{Edge, Fit, NumberLook, Style};
use crate::table::ColumnKind;

const ACCENT: Color = Color::RGB(0x0B4F57);
const QUIET: Color = Color::RGB(0x51646A);
const LINE: Color = Color::RGB(0xD5DFE1);
const PALE: Color = Color::RGB(0xE4ECED);
const FONT: &str = "Arial";

/// The look of nothing in particular.
pub fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10)
}

/// The look of a cell.
pub fn format(style: Style, language: Language) -> Format {
    let code = style.number.code(style.decimals, language);
    let is_text = matches!(style.number, NumberLook::Words | NumberLook::Text);
    let format = match style.kind {
        // LibreOffice forgets the indent of some numbers, so what keeps them off the edge is part of how they are written
        ColumnKind::Number | ColumnKind::Total if !is_text => {
            aligned(plain(), style.kind).set_indent(0).set_num_format(format!("{code}_0"))
        }
        _ => aligned(plain(), style.kind).set_num_format(code),
    };
    let format = format.set_align(FormatAlign::VerticalCenter);
    let format = match style.edge {
        Edge::Bulk | Edge::Quiet => lined(format, FormatBorder::Thin, LINE),
        Edge::Part => lined(format, FormatBorder::Thin, ACCENT),
        Edge::Group => lined(format, FormatBorder::Medium, ACCENT),
    };
    let format = match style.fit {
        Fit::Line => format,
        Fit::Shrink => format.set_shrink(),
        Fit::Wrap => format.set_text_wrap(),
    };
    match style.kind {
        ColumnKind::Label => format.set_bold().set_font_color(ACCENT),
        ColumnKind::Total => format.set_bold(),
        ColumnKind::Text | ColumnKind::Prose | ColumnKind::Number => format,
    }
}

fn lined(format: Format, above: FormatBorder, color: Color) -> Format {
    format
        .set_border_top(above)
        .set_border_top_color(color)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
}

fn aligned(format: Format, kind: ColumnKind) -> Format {
    match kind {
        ColumnKind::Text | ColumnKind::Label | ColumnKind::Prose => format.set_align(FormatAlign::Left),
        ColumnKind::Number | ColumnKind::Total => format.set_align(FormatAlign::Right),
    }
    .set_indent(1)
}

/// The title of a sheet.
pub fn title() -> Format {
    plain().set_bold().set_font_size(18).set_font_color(ACCENT).set_align(FormatAlign::VerticalCenter)
}

/// A line below the title.
pub fn line_below_title() -> Format {
    plain().set_font_color(QUIET).set_align(FormatAlign::VerticalCenter)
}

/// The line that says who pays.
pub fn funding() -> Format {
    plain().set_font_size(8).set_font_color(QUIET).set_align(FormatAlign::VerticalCenter)
}

/// The same below the line that parts it from the tables.
pub fn first_of_funding() -> Format {
    funding().set_border_top(FormatBorder::Thin).set_border_top_color(LINE)
}

/// The heading of a table.
pub fn heading_of_table() -> Format {
    plain().set_bold().set_font_size(12).set_font_color(ACCENT).set_align(FormatAlign::VerticalCenter)
}

/// The header of a column.
pub fn header(kind: ColumnKind) -> Format {
    aligned(plain(), kind)
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(ACCENT)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// The header of a column, written downwards.
pub fn header_downwards(kind: ColumnKind) -> Format {
    header(kind)
        .set_font_size(9)
        .set_rotation(-90)
        .set_indent(0)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::Top)
}

/// The header of a column that may stay empty.
pub fn optional_header() -> Format {
    plain().set_font_color(ACCENT).set_background_color(PALE).set_align(FormatAlign::VerticalCenter)
}

/// A text in which nothing is taken for an escaped character: the library leaves those of notes as they are.
fn as_typed(text: &str) -> String {
    let is_escape = |rest: &str| {
        let letters = rest.as_bytes();
        letters.len() >= 7 && letters[2..6].iter().all(u8::is_ascii_hexdigit) && letters[6] == b'_'
    };
    let mut typed = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        typed.push(char);
        if char == '_' && text[at..].starts_with("_x") && is_escape(&text[at..]) {
            typed.push_str("x005F_");
        }
    }
    typed
}

/// A note on a cell.
pub fn note(text: &str, author: &str) -> Note {
    let lines = text.lines().map(|line| 1 + line.chars().count() / 44).sum::<usize>() as u32;
    Note::new(as_typed(text))
        .set_author(author)
        .add_author_prefix(false)
        .set_width(300)
        .set_height(24 + 18 * lines)
}
