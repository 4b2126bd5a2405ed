//! How a cell looks, by what is in it and where it stands.

use texts::Language;

use crate::table::{ColumnKind, Value};

/// The look of a cell.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Style {
    /// How its value is written.
    pub number: NumberLook,
    /// How its column is laid out.
    pub kind: ColumnKind,
    /// The line above its row.
    pub edge: Edge,
}

impl Style {
    /// The look of a value in a column, below an edge.
    pub const fn new(value: &Value<'_>, kind: ColumnKind, edge: Edge) -> Self {
        let number = match value {
            Value::Empty | Value::Text(_) if kind.breaks_lines() => NumberLook::Words,
            Value::Empty | Value::Text(_) => NumberLook::Text,
            Value::Integer(_) => NumberLook::Integer,
            Value::Decimal(_) => NumberLook::Decimal,
            Value::Ratio(_) => NumberLook::Ratio,
            Value::Date(_) => NumberLook::Date,
            Value::Moment(_) => NumberLook::Moment,
            Value::Formula { result: value, .. }
            | Value::Named { value, .. }
            | Value::Noted { value, .. } => {
                return Self::new(value, kind, edge);
            }
        };
        Self { number, kind, edge }
    }
}

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberLook {
    /// Words, however many; some programs show no long text in cells marked as text.
    Words,
    /// As it is, also when edited.
    Text,
    /// With thousands grouped.
    Integer,
    /// With two decimals.
    Decimal,
    /// As a percentage.
    Ratio,
    /// As a day.
    Date,
    /// As a moment to the second.
    Moment,
}

impl NumberLook {
    /// The format code; programs show its separators as their own language has them.
    pub const fn code(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Words, _) => "General",
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

/// The line above a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
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
    use super::Edge;
    use crate::table::Value;

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
