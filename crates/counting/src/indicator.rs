//! Indicators and sets of them.

mod group;
mod rulebook;
mod set;

pub use group::{Group, Unit};
pub(crate) use rulebook::joined;
pub use rulebook::{Rulebook, rulebook};
pub use set::IndicatorSet;

use crate::condition::Condition;
use crate::programme::Definition;

/// One indicator: its place in the law or the programme, its texts and its condition.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// The code of the programme documents, such as `EECO01`.
    pub code: &'static str,
    /// Its place in an [`IndicatorSet`] of its rulebook, 0 to 63, never changed or given away again.
    pub bit: u8,
    /// What kind of indicator it is.
    pub group: Group,
    /// German name.
    pub name_de: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// What is counted, in German.
    pub definition_de: &'static str,
    /// What is counted, in English.
    pub definition_en: &'static str,
    /// Whom or what the indicator can count, in German.
    pub eligible_de: &'static str,
    /// Whom or what the indicator can count, in English.
    pub eligible_en: &'static str,
    /// The moment the value describes, in German.
    pub reference_de: &'static str,
    /// The moment the value describes, in English.
    pub reference_en: &'static str,
    /// The regulation and the place in it, or that there is none.
    pub legal_source: &'static str,
    /// Counts up with every change of the definition.
    pub version: u16,
    pub(crate) condition: Condition,
}

impl Indicator {
    /// Whether it measures what came of the support, not the support itself.
    pub const fn is_result(&self) -> bool {
        matches!(self.group, Group::ImmediateResults | Group::LongerTermResults)
    }

    /// Whether its figures have the columns women, men and non-binary.
    pub const fn is_personal(&self) -> bool {
        self.unit().has_genders()
    }

    /// What its figures count.
    pub const fn unit(&self) -> Unit {
        match self.condition {
            Condition::Entity(_) => Unit::Entities,
            Condition::Project => Unit::Projects,
            Condition::Activity(recipe) => recipe.count.unit(),
            Condition::AtEntry(_)
            | Condition::Everyone
            | Condition::UponLeaving(_)
            | Condition::SixMonthsLater(_) => Unit::Persons,
        }
    }

    /// What it counts as data, for an indicator of [`crate::ACTIVITIES`]; `None` for those of a law,
    /// which [`crate::facts`] counts.
    pub fn definition(&self) -> Option<Definition> {
        match self.condition {
            Condition::Activity(recipe) => Some(recipe.definition()),
            _ => None,
        }
    }
}
