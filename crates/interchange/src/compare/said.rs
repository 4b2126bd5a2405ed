//! What a cell says.

use calamine::{Data, XlsxCellFormulaMetadataRecord, XlsxFormulaMetadata};

/// What a cell says: its formula, if it has one, and its value or the result that was saved with the formula.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Without words where it is only said to be that of another cell: writing it out for each could fill the memory.
    formula: Option<String>,
    pub value: Value,
}

/// The value of a cell.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Nothing,
    Number(f64),
    Text(String),
}

/// So many digits of a number count: programs save a copy with 15 to 17 of them, and calculate otherwise in the last.
const DIGITS: usize = 12;
/// So many decimals of a number are told, where they show the difference.
const DECIMALS: i32 = 4;
/// So many characters of a text are told.
const CHARACTERS: usize = 200;

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            // most are the same to the last digit, and writing digits down takes longer than all the rest
            (Self::Number(one), Self::Number(other)) => one == other || counted(*one) == counted(*other),
            (Self::Text(one), Self::Text(other)) => one == other,
            _ => false,
        }
    }
}

impl Said {
    pub fn of(cell: XlsxCellFormulaMetadataRecord<'_>) -> Self {
        let value = match Data::from(cell.value) {
            Data::Empty => Value::Nothing,
            Data::Int(number) => Value::Number(number as f64),
            Data::Float(number) => Value::Number(number),
            Data::DateTime(at) => match at.as_datetime().filter(|_| at.is_datetime()) {
                Some(moment) => Value::Text(moment.to_string().trim_end_matches(" 00:00:00").to_owned()),
                None => Value::Number(at.as_f64()),
            },
            Data::String(text) if text.is_empty() => Value::Nothing,
            other => Value::Text(other.to_string()),
        };
        let formula = cell.formula.map(|formula| match formula {
            XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
            _ => String::new(),
        });
        Self { formula, value }
    }

    /// Whether two cells say the same.
    pub fn is_as(&self, other: &Self) -> bool {
        self.value == other.value && self.has_formula_of(other)
    }

    fn has_formula_of(&self, other: &Self) -> bool {
        match (&self.formula, &other.formula) {
            (Some(one), Some(other)) => {
                one == other || one.is_empty() || other.is_empty() || plain(one).eq(plain(other))
            }
            (one, other) => one == other,
        }
    }

    /// Whether there is anything.
    pub fn is_anything(&self) -> bool {
        self.formula.is_some() || self.value != Value::Nothing
    }

    /// Whether both have a formula, and only that in `self` has a saved result.
    pub fn has_lost_its_result(&self, saved_again: &Self) -> bool {
        self.formula.is_some()
            && self.has_formula_of(saved_again)
            && self.value != Value::Nothing
            && saved_again.value == Value::Nothing
    }

    /// A text between quotation marks, which a number never has.
    fn marked(&self) -> String {
        match self.value {
            Value::Text(_) => format!("\"{}\"", self.told(counted)),
            _ => self.told(counted),
        }
    }

    fn told(&self, rounded: fn(f64) -> f64) -> String {
        let value = match &self.value {
            Value::Nothing => String::new(),
            Value::Number(number) => rounded(*number).to_string(),
            Value::Text(text) => text.clone(),
        };
        let said = match &self.formula {
            Some(formula) => format!("={formula} → {value}"),
            None => value,
        };
        if said.chars().count() > CHARACTERS {
            said.chars().take(CHARACTERS).chain(['…']).collect()
        } else {
            said
        }
    }
}

/// A formula without the blanks and quotation marks that programs write in different places; texts in it stay.
fn plain(formula: &str) -> impl Iterator<Item = char> {
    let mut in_text = false;
    formula.chars().filter(move |char| {
        in_text ^= *char == '"';
        in_text || !matches!(char, '\'' | ' ')
    })
}

/// Two cells that say different things in words, with as many digits as it takes to see the difference.
pub(super) fn told(was: Option<&Said>, is: Option<&Said>) -> (Option<String>, Option<String>) {
    let both = |rounded: fn(f64) -> f64| (was.map(|was| was.told(rounded)), is.map(|is| is.told(rounded)));
    for (was, is) in [both(short), both(counted)] {
        if was != is {
            return (was, is);
        }
    }
    // a number, and a text that reads like it
    (was.map(Said::marked), is.map(Said::marked))
}

/// A number to the digits that count.
fn counted(number: f64) -> f64 {
    format!("{number:.*e}", DIGITS - 1).parse().unwrap_or(number)
}

/// A number to the decimals that people write.
fn short(number: f64) -> f64 {
    let scale = 10_f64.powi(DECIMALS);
    let rounded = (number * scale).round() / scale;
    if rounded.is_finite() { rounded } else { number }
}
