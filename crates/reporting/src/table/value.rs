//! What stands in a cell.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};

/// The value of a cell; it reaches the file with this type.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number with decimals.
    Decimal(f64),
    /// A duration in hours, minutes being their decimals.
    Hours(f64),
    /// A share, shown as a percentage.
    Ratio(f64),
    /// A calendar day.
    Date(NaiveDate),
    /// A moment, shown to the second in UTC.
    Moment(DateTime<Utc>),
    /// What a formula makes of other cells.
    Formula {
        /// The formula in English names and A1 style, without `=`.
        formula: String,
        /// Its result, which programs that do not calculate show.
        result: Box<Value<'a>>,
    },
    /// A value that other cells find by a name.
    Named {
        /// The value.
        value: Box<Value<'a>>,
        /// The name, once in the workbook.
        name: String,
    },
    /// A value with something to say about it.
    Noted {
        /// The value.
        value: Box<Value<'a>>,
        /// The note.
        note: String,
    },
}

impl<'a> Value<'a> {
    /// A formula and its result.
    pub fn formula(formula: impl Into<String>, result: impl Into<Self>) -> Self {
        Self::Formula { formula: formula.into(), result: Box::new(result.into()) }
    }

    /// The text, of a text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value under a name.
    pub fn named(self, name: impl Into<String>) -> Self {
        Self::Named { value: Box::new(self), name: name.into() }
    }

    /// The value with a note.
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self::Noted { value: Box::new(self), note: note.into() }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        i64::try_from(count).map_or(Self::Decimal(count as f64), Self::Integer)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
