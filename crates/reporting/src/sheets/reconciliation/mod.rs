//! The sheets that add every total up again, by formulas over the evidence: those of the report's own unit, then those of
//! each sub-project, then, over these, those of each regional network and each strand.

mod checks;
mod counts;
mod criteria;
mod networks;
mod own_unit;
mod placing;
mod sub_projects;

use counting::Unit;
use domain::indicator::Indicator;
use texts::Arg;

use super::cell_names::CellNames;
use super::evidence::Places;
use crate::Content;
use crate::table::{Options, Part, Sheet};
use checks::Checks;
pub use criteria::{Condition, sum};

/// What a check that holds shows, and one that does not.
const HOLDS: &str = "OK";
const FAILS: &str = "≠";

/// The formula that tells whether two cells say the same of an indicator: sums of hours to the minute.
fn same(indicator: &Indicator, [one, other]: [String; 2]) -> String {
    match indicator.unit {
        Unit::Minutes => format!("ROUND(60*({one}-{other}),0)=0"),
        _ => format!("{one}={other}"),
    }
}

/// The sheets, and how many checks stand on them.
pub struct Reconciliation<'a> {
    pub sheets: Vec<Sheet<'a>>,
    pub standing: Standing,
}

/// How many checks there are, and how many of them fail.
#[derive(Clone, Copy, Default)]
pub struct Standing {
    pub all: usize,
    pub failing: usize,
}

impl Standing {
    fn of(checks: impl Iterator<Item = bool>) -> Self {
        checks.fold(Self::default(), |standing, holds| Self {
            all: standing.all + 1,
            failing: standing.failing + usize::from(!holds),
        })
    }

    const fn and(self, other: Self) -> Self {
        Self { all: self.all + other.all, failing: self.failing + other.failing }
    }

    /// The same in words.
    pub fn in_words(self, content: &Content) -> String {
        let [all, failing] = [self.all, self.failing].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        let [told, number] = [all, failing].map(|number| texts::integer(content.language, number));
        let args =
            [("all", Arg::Text(&told)), ("failing", Arg::Count(failing)), ("number", Arg::Text(&number))];
        content.text_with("line-checks", &args)
    }
}

/// The sheets that stand before, where the formulas find what they speak of.
pub struct Before<'s, 'a> {
    pub names: &'s CellNames,
    pub evidence: &'s Places,
    pub listed: &'s [Sheet<'a>],
    pub options: &'s Options,
}

impl Before<'_, '_> {
    /// Where the table of a sheet stands.
    fn parts(&self, name: &str) -> Vec<Part> {
        let sheet = self.listed.iter().find(|sheet| sheet.name == name);
        sheet.map(|sheet| sheet.parts(self.options)).unwrap_or_default()
    }
}

/// The sheets that have checks.
pub fn sheets<'a>(content: &'a Content, before: &Before<'_, 'a>) -> Reconciliation<'a> {
    let (own, standing) = own_unit::sheet(content, before);
    let checks = Checks::of(content);
    let sub_projects = sub_projects::sheet(content, &checks.of_sub_projects, before);
    let over = sub_projects.as_ref().map(|sheet| sheet.parts(before.options)).unwrap_or_default();
    let networks = networks::sheet(content, &checks.above, (before, &over));
    Reconciliation {
        sheets: own.into_iter().chain(sub_projects).chain(networks).collect(),
        standing: standing.and(checks.standing()),
    }
}
