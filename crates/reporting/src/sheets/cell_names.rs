//! The names of the cells that hold the figures of the report's own unit.

use std::collections::HashMap;

use counting::Gender;
use domain::figure::Figure;
use domain::indicator::Indicator;

use super::amount;
use crate::Content;
use crate::table::Value;

/// The columns of a figure that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Women.
    Women,
    /// Men.
    Men,
    /// Non-binary people.
    NonBinary,
    /// All.
    Total,
}

impl Counted {
    /// All of them, in the order of the columns.
    pub const ALL: [Self; 4] = [Self::Women, Self::Men, Self::NonBinary, Self::Total];

    /// The key of its words, and the end of a name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Women => "women",
            Self::Men => "men",
            Self::NonBinary => "non-binary",
            Self::Total => "total",
        }
    }

    /// The gender that is counted; none for all.
    pub const fn gender(self) -> Option<Gender> {
        match self {
            Self::Women => Some(Gender::Female),
            Self::Men => Some(Gender::Male),
            Self::NonBinary => Some(Gender::NonBinary),
            Self::Total => None,
        }
    }

    /// The count of a figure; none for a gender where the indicator has no gender columns.
    pub fn of(self, figure: &Figure) -> Option<u64> {
        let genders = figure.genders;
        match self {
            Self::Women => genders.map(|genders| genders.women),
            Self::Men => genders.map(|genders| genders.men),
            Self::NonBinary => genders.map(|genders| genders.non_binary),
            Self::Total => Some(figure.total),
        }
    }

    /// The same as the value of a cell.
    pub fn value(self, figure: &Figure) -> Value<'static> {
        self.of(figure).map_or(Value::Empty, |count| amount::count(&figure.indicator, count))
    }
}

/// What names begin with, by indicator: its code with nothing but letters, digits and underscores. Of two codes that
/// become the same only the first has names.
pub struct CellNames(HashMap<String, String>);

impl CellNames {
    /// The names of a report's indicators.
    pub fn of(content: &Content) -> Self {
        let mut taken: HashMap<String, String> = HashMap::new();
        for indicator in content.catalogue.all() {
            taken.entry(stem(indicator).to_lowercase()).or_insert_with(|| indicator.code.to_string());
        }
        Self(taken.into_iter().map(|(stem, code)| (code, stem.to_uppercase())).collect())
    }

    /// The name of a count of a figure, such as `EECO01_MORE_DEVELOPED_total`.
    pub fn name(&self, figure: &Figure, counted: Counted) -> Option<String> {
        let stem = self.0.get(figure.indicator.code.as_ref())?;
        let end = counted.as_str().replace('-', "_");
        Some(format!("{stem}_{}_{end}", figure.region_category.as_str()))
    }

    /// A count of a figure, with its name and what was noted on it.
    pub fn value(&self, content: &Content, figure: &Figure, counted: Counted) -> Value<'static> {
        let value = match (counted.value(figure), content.notes.at(figure, counted.gender())) {
            (Value::Empty, _) => return Value::Empty,
            (value, Some(note)) => value.noted(note),
            (value, None) => value,
        };
        match self.name(figure, counted) {
            Some(name) => value.named(name),
            None => value,
        }
    }
}

fn stem(indicator: &Indicator) -> String {
    let plain: String =
        indicator.code.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect();
    if plain.starts_with(|first: char| first.is_ascii_digit()) { format!("_{plain}") } else { plain }
}
