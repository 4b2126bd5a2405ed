//! Rulebooks: the indicators that belong together.

use super::{Indicator, IndicatorSet};
use crate::plausibility::Balance;
use crate::programme::Definition;
use crate::{ESF_2014, ESF_PLUS, Gender};

/// The indicators of one legal framework, in the order of its reports.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook {
    /// Its code, such as `ESF_PLUS_2021`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The genders that have a column in its reports. A person of another one is not reportable.
    pub genders: &'static [Gender],
    /// Whether a record of an unemployed participant is incomplete that does not tell since when.
    pub needs_unemployment_duration: bool,
    /// Its indicators, in the order of its reports.
    pub indicators: &'static [Indicator],
    /// What must hold between its figures.
    pub(crate) balances: &'static [Balance],
}

impl Rulebook {
    /// The indicator with a code.
    pub fn by_code(&self, code: &str) -> Option<&'static Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    /// The indicators of a set, in the order of the reports.
    pub fn members(&self, set: IndicatorSet) -> impl Iterator<Item = &'static Indicator> {
        self.indicators.iter().filter(move |indicator| set.contains(indicator.bit))
    }

    /// What its indicators count as data, by bit; empty for a law.
    pub fn definitions(&self) -> Vec<(u8, Definition)> {
        let of = |indicator: &Indicator| Some((indicator.bit, indicator.definition()?));
        self.indicators.iter().filter_map(of).collect()
    }
}

static RULEBOOKS: [&Rulebook; 2] = [&ESF_PLUS, &ESF_2014];

/// The law's rulebook with a code: what a funding period may count people by. The programme's own,
/// [`crate::ACTIVITIES`], goes with each of them.
pub fn rulebook(code: &str) -> Option<&'static Rulebook> {
    RULEBOOKS.into_iter().find(|rulebook| rulebook.code == code)
}

/// Lists one after the other. `N` is the length of all of them, which the compiler checks where the
/// result is a constant.
pub(crate) const fn joined<const N: usize>(lists: &[&[Indicator]]) -> [Indicator; N] {
    let mut all = [lists[0][0]; N];
    let (mut length, mut list) = (0, 0);
    while list < lists.len() {
        let mut place = 0;
        while place < lists[list].len() {
            all[length] = lists[list][place];
            length += 1;
            place += 1;
        }
        list += 1;
    }
    assert!(length == N, "N is the length of all lists");
    all
}
