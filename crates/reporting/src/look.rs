//! How a cell looks, by what is in it and where it stands.

use texts::Language;

use crate::line_break::{length, letters, lines_needed};
use crate::table::{Column, ColumnKind, Value};

/// Digits' worth of room beside a number.
const MARGINS: u32 = 2;
/// Digits' worth of room for decimals.
const DECIMALS: u32 = 3;

/// The look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// How its value is written.
    pub number: NumberLook,
    /// Decimals of its number, where its column says how many.
    pub decimals: Option<u8>,
    /// How its column is laid out.
    pub kind: ColumnKind,
    /// The line above its row.
    pub edge: Edge,
    /// How it keeps within its column.
    pub fit: Fit,
}

impl Style {
    /// The look of a value in a column, below an edge. Numbers that do not fit shrink, since programs show them as `###`.
    pub fn new(value: &Value<'_>, column: &Column, edge: Edge) -> Self {
        let words = column.kind.breaks_lines();
        let room = |length: u32| match length + MARGINS <= u32::from(column.width) {
            true => Fit::Line,
            false => Fit::Shrink,
        };
        let decimals = column.decimals.map_or(0, |count| u32::from(count) + 1);
        let (number, fit) = match value {
            Value::Empty | Value::Text(_) if words => (NumberLook::Words, Fit::Line),
            Value::Empty | Value::Text(_) => (NumberLook::Text, Fit::Line),
            Value::Integer(number) => (NumberLook::Integer, room(digits(*number) + decimals)),
            Value::Decimal(number) => (NumberLook::Decimal, room(digits(*number as i64) + DECIMALS)),
            Value::Hours(hours) => (NumberLook::Hours, room(digits(*hours as i64) + DECIMALS)),
            Value::Ratio(number) => (NumberLook::Ratio, room(digits((number * 100.0) as i64) + 4)),
            Value::Date(_) => (NumberLook::Date, room(10)),
            Value::Moment(_) => (NumberLook::Moment, room(23)),
            Value::Formula { result: value, .. }
            | Value::Named { value, .. }
            | Value::Noted { value, .. } => {
                return Self::new(value, column, edge);
            }
        };
        Self { number, decimals: column.decimals, kind: column.kind, edge, fit }
    }
}

/// Digits' worth of room that a number takes before its decimals, its sign and separators included.
fn digits(number: i64) -> u32 {
    let digits = number.unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
    digits + (digits - 1) / 3 + u32::from(number < 0)
}

/// How a cell keeps within its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is short enough.
    Line,
    /// Smaller letters.
    Shrink,
    /// Several lines.
    Wrap,
}

impl Fit {
    /// How a text keeps within a column, and how many lines it then takes. No word is broken: one that is longer than
    /// the column, such as a code, shrinks.
    pub fn of(text: &str, kind: ColumnKind, width: u16) -> (Self, u32) {
        let room = letters(u32::from(width));
        let length = length(text).div_ceil(100);
        if length <= room && !text.contains('\n') {
            return (Self::Line, 1);
        }
        let single = !text.contains(char::is_whitespace);
        if single || (kind == ColumnKind::Text && length <= room + room / 4) {
            return (Self::Shrink, 1);
        }
        (Self::Wrap, lines_needed(text, width))
    }
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberLook {
    /// Words, however many; some programs show no long text in cells marked as text.
    Words,
    /// As it is, also when edited.
    Text,
    /// With thousands grouped.
    Integer,
    /// With two decimals.
    Decimal,
    /// With two decimals, whatever others of its column have.
    Hours,
    /// As a percentage.
    Ratio,
    /// As a day.
    Date,
    /// As a moment to the second.
    Moment,
}

impl NumberLook {
    /// The format code; programs show its separators as their own language has them.
    pub fn code(self, decimals: Option<u8>, language: Language) -> &'static str {
        match (self, decimals) {
            (Self::Integer | Self::Decimal, Some(0)) | (Self::Integer, None) => "#,##0",
            (Self::Integer | Self::Decimal, Some(1)) => "#,##0.0",
            (Self::Integer | Self::Decimal, Some(2)) | (Self::Decimal, None) | (Self::Hours, _) => "#,##0.00",
            (Self::Integer | Self::Decimal, Some(_)) => "#,##0.000",
            (Self::Words, _) => "General",
            (Self::Text, _) => "@",
            (Self::Ratio, _) => "0.0 %",
            (Self::Date, _) if language == Language::De => "dd.mm.yyyy",
            (Self::Date, _) => "yyyy-mm-dd",
            (Self::Moment, _) if language == Language::De => "dd.mm.yyyy hh:mm:ss \"UTC\"",
            (Self::Moment, _) => "yyyy-mm-dd hh:mm:ss \"UTC\"",
        }
    }
}

/// The line above a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Quiet for every row: the lines are those of the columns.
    Bulk,
    /// The row goes on as the one above.
    Quiet,
    /// A part of a group begins.
    Part,
    /// A group begins.
    Group,
}

impl Edge {
    /// The line between two rows whose groups are told by the columns `grouped_by`, the coarsest first.
    pub fn between(above: &[Value<'_>], values: &[Value<'_>], grouped_by: &[usize]) -> Self {
        if above.is_empty() {
            return Self::Quiet;
        }
        match grouped_by.iter().position(|index| above.get(*index) != values.get(*index)) {
            Some(0) => Self::Group,
            Some(_) => Self::Part,
            None => Self::Quiet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edge, Fit, Style};
    use crate::table::{Column, ColumnKind, Value};

    #[test]
    fn numbers_shrink_only_where_they_do_not_fit() {
        let column = Column::new("Gesamt", 11, ColumnKind::Number);
        let fit = |value: Value<'_>| Style::new(&value, &column, Edge::Quiet).fit;
        for value in
            [Value::Integer(0), Value::Integer(-999_999), Value::Decimal(12_345.5), Value::Ratio(12.5)]
        {
            assert_eq!(fit(value.clone()), Fit::Line, "{value:?}");
        }
        for value in
            [Value::Integer(12_345_678), Value::Integer(i64::MIN), Value::Decimal(1e6), Value::Ratio(1e9)]
        {
            assert_eq!(fit(value.clone()), Fit::Shrink, "{value:?}");
        }
    }

    #[test]
    fn a_line_is_as_strong_as_the_coarsest_group_that_begins() {
        let row = |unit, part, name| [unit, part, name].map(Value::from);
        let above = row("01", "output", "a");
        for (values, edge) in [
            (row("01", "output", "b"), Edge::Quiet),
            (row("01", "result", "a"), Edge::Part),
            (row("02", "output", "a"), Edge::Group),
            (row("02", "result", "b"), Edge::Group),
        ] {
            assert_eq!(Edge::between(&above, &values, &[0, 1]), edge, "{values:?}");
        }
        assert_eq!(Edge::between(&[], &above, &[0, 1]), Edge::Quiet);
    }
}
