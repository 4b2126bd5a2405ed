//! The columns of what is added up and of what is reported, with their check.

use counting::Gender;
use domain::figure::Figure;

use super::checks::Check;
use super::{FAILS, HOLDS, same};
use crate::Content;
use crate::sheets::{amount, cell_names::Counted};
use crate::table::{Column, ColumnKind, Part, Value};

const WIDTH: u16 = 12;

/// Added up from the evidence, then as reported, each by women, men, non-binary people and all; then whether it is the
/// same.
pub fn columns(content: &Content) -> Vec<Column> {
    let counted = |key: &'static str| {
        Counted::ALL.map(|counted| {
            let words = [format!("column-{key}"), format!("counted-{}", counted.as_str())];
            let kind = if counted == Counted::Total { ColumnKind::Total } else { ColumnKind::Number };
            Column {
                note: Some(content.text(&format!("note-{key}"))),
                ..Column::new(words.map(|words| content.text(&words)).join(": "), WIDTH, kind)
            }
        })
    };
    let check = content.column(("check", 10, ColumnKind::Total));
    counted("from-evidence").into_iter().chain(counted("reported")).chain([check]).collect()
}

/// A table whose columns of counts begin at a place.
pub struct Row<'p> {
    pub part: &'p Part,
    pub at: u32,
    pub first: usize,
}

impl Row<'_> {
    /// The values of these columns: `added` is the formula of a count, `reported` the cell that shows it.
    pub fn values<'a>(
        &self,
        check: &Check<'a>,
        added: impl Fn(Counted, usize) -> String,
        reported: impl Fn(usize) -> Option<String>,
    ) -> Vec<Value<'a>> {
        let told =
            || Counted::ALL.into_iter().enumerate().map(|(at, one)| (at, one, is_told(one, check.figure)));
        let indicator = &check.figure.indicator;
        let count = |count: u64| amount::count(indicator, count);
        let sums = told().map(|(at, counted, is_told)| match is_told {
            true => Value::formula(added(counted, self.first + at), count(check.added[at])),
            false => Value::Empty,
        });
        let shown = told().map(|(at, _, is_told)| match (is_told, reported(at)) {
            (true, Some(cell)) => Value::formula(cell, count(check.reported[at])),
            (true, None) => count(check.reported[at]),
            (false, _) => Value::Empty,
        });
        let cell = |column: usize| self.part.local_cell(self.at, column);
        let compared = told().filter(|(.., is_told)| *is_told).map(|(at, ..)| {
            same(indicator, [self.first + at, self.first + Counted::ALL.len() + at].map(cell))
        });
        let compared = match compared.collect::<Vec<_>>().as_slice() {
            [one] => one.clone(),
            all => format!("AND({})", all.join(",")),
        };
        let word = if check.holds() { HOLDS } else { FAILS };
        let check = Value::formula(format!("IF({compared},\"{HOLDS}\",\"{FAILS}\")"), word);
        sums.chain(shown).chain([check]).collect()
    }
}

fn is_told(counted: Counted, figure: &Figure) -> bool {
    counted == Counted::Total || figure.genders.is_some()
}

/// A gender column in quotation marks, for use in a formula.
pub fn quoted(content: &Content, gender: Gender) -> String {
    format!("\"{}\"", content.gender(gender).replace('"', "\"\""))
}

/// The cell of a row of a table that may go on over several sheets.
pub fn cell_in(parts: &[Part], row: usize, column: usize) -> Option<String> {
    let mut left = row;
    for part in parts {
        match left.checked_sub(part.rows.len()) {
            None => return Some(part.cell(u32::try_from(left).ok()?, column)),
            Some(rest) => left = rest,
        }
    }
    None
}
