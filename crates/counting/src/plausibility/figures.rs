//! The checks between figures.

use std::fmt;
use std::ops::RangeInclusive;

use super::Rule;
use super::balances::{Balance, Relation};
use super::rules::{V_29, V_30, V_32};
use crate::closed_set::closed_set;
use crate::{Group, Indicator, Rulebook, Unit};

closed_set! {
    /// A column of a figure.
    Column {
        /// Women.
        Women = "women",
        /// Men.
        Men = "men",
        /// Non-binary people.
        NonBinary = "non_binary",
        /// Everyone, or everything.
        Total = "total",
    }
}

/// The figure of an indicator by column; of those that count no people only the total matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Women.
    pub women: u64,
    /// Men.
    pub men: u64,
    /// Non-binary people.
    pub non_binary: u64,
    /// Everyone, or everything.
    pub total: u64,
}

impl Columns {
    /// The figure in one column.
    pub const fn of(&self, column: Column) -> u64 {
        match column {
            Column::Women => self.women,
            Column::Men => self.men,
            Column::NonBinary => self.non_binary,
            Column::Total => self.total,
        }
    }
}

/// One side of a rule between figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What it is made of, such as `EECO02 + EECO04 + EECO05`.
    pub terms: String,
    /// What that comes to.
    pub value: f64,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.terms, self.value)
    }
}

/// A rule that figures break.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// The broken rule, with its severity and how to mend it.
    pub rule: &'static Rule,
    /// The column in which it is broken.
    pub column: Column,
    /// The side that should be equal, or not too large.
    pub left: Side,
    /// The side it is compared with.
    pub right: Side,
}

/// Checks the figures of one unit and region category against each other: V-21 to V-29 and V-31, in
/// every column. `figures` answers with the figure of an indicator's code.
pub fn check_figures(rulebook: &Rulebook, figures: &impl Fn(&str) -> Columns) -> Vec<Violation> {
    let balances = rulebook.balances.iter();
    let mut violations: Vec<_> = balances.flat_map(|balance| check_balance(balance, figures)).collect();
    violations.extend(people(rulebook).filter_map(|indicator| check_sum(indicator, figures)));
    violations
}

/// Checks figures against those of the previous transmission, which they include: V-30.
pub fn check_progress(
    rulebook: &Rulebook,
    figures: &impl Fn(&str) -> Columns,
    previous: &impl Fn(&str) -> Columns,
) -> Vec<Violation> {
    let fallen = |code: &'static str, column| {
        let (now, before) = (figures(code).of(column), previous(code).of(column));
        (now < before).then(|| Violation {
            rule: &V_30,
            column,
            left: Side { terms: format!("{code} before"), value: before as f64 },
            right: Side { terms: code.to_owned(), value: now as f64 },
        })
    };
    let columns = rulebook.indicators.iter().flat_map(|indicator| {
        let columns = if indicator.is_personal() { &Column::ALL[..] } else { &[Column::Total] };
        columns.iter().map(|column| (indicator.code, *column))
    });
    columns.filter_map(|(code, column)| fallen(code, column)).collect()
}

/// What figures are expected to reach.
pub struct Targets<'a> {
    /// The target of an indicator's total, by code; `None` without one.
    pub of: &'a dyn Fn(&str) -> Option<f64>,
    /// The ratios of figure to target that are no cause for a question, such as `0.5..=1.5`.
    pub band: RangeInclusive<f64>,
}

impl fmt::Debug for Targets<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Targets").field("band", &self.band).finish_non_exhaustive()
    }
}

/// Checks totals against targets above 0: V-32. A total of 0 is always worth a question.
pub fn check_targets(
    rulebook: &Rulebook,
    figures: &impl Fn(&str) -> Columns,
    targets: &Targets<'_>,
) -> Vec<Violation> {
    let off = |indicator: &Indicator| {
        let target = (targets.of)(indicator.code).filter(|target| *target > 0.0)?;
        let total = figures(indicator.code).total as f64;
        let fine = total > 0.0 && targets.band.contains(&(total / target));
        (!fine).then(|| Violation {
            rule: &V_32,
            column: Column::Total,
            left: Side { terms: indicator.code.to_owned(), value: total },
            right: Side { terms: format!("target of {}", indicator.code), value: target },
        })
    };
    rulebook.indicators.iter().filter_map(off).collect()
}

/// The indicators of which everyone stands in exactly one gender column.
fn people(rulebook: &Rulebook) -> impl Iterator<Item = &Indicator> {
    (rulebook.indicators.iter())
        .filter(|indicator| indicator.unit() == Unit::Persons)
        .filter(|indicator| !matches!(indicator.group, Group::GrandTotal | Group::Activities))
}

fn check_balance(balance: &Balance, figures: &impl Fn(&str) -> Columns) -> Vec<Violation> {
    let sum = |codes: &[&str], column| codes.iter().map(|code| figures(code).of(column)).sum::<u64>();
    let side = |codes: &[&str], value: u64| Side { terms: codes.join(" + "), value: value as f64 };
    let check = |column| {
        let (left, right) = (sum(balance.left, column), sum(balance.right, column));
        let holds = match balance.relation {
            Relation::Equals => left == right,
            Relation::AtMost => left <= right,
        };
        let (left, right) = (side(balance.left, left), side(balance.right, right));
        (!holds).then_some(Violation { rule: balance.rule, column, left, right })
    };
    Column::ALL.into_iter().filter_map(check).collect()
}

/// V-29.
fn check_sum(indicator: &Indicator, figures: &impl Fn(&str) -> Columns) -> Option<Violation> {
    let figure = figures(indicator.code);
    let sum = figure.women + figure.men + figure.non_binary;
    (sum != figure.total).then(|| Violation {
        rule: &V_29,
        column: Column::Total,
        left: Side { terms: format!("{} women + men + non_binary", indicator.code), value: sum as f64 },
        right: Side { terms: indicator.code.to_owned(), value: figure.total as f64 },
    })
}
