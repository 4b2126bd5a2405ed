//! Indicators, sets of them, and the rulebooks they belong to.

mod set;

pub use set::IndicatorSet;

use crate::closed_set::closed_set;
use crate::condition::Condition;
use crate::esf_plus::ESF_PLUS;

closed_set! {
    /// The groups of Annex I of Regulation (EU) 2021/1057.
    Group {
        /// Point 1.1: participants; the data without which nothing about a person is reported.
        Participants = "participants",
        /// Point 1.2: characteristics that may stay unanswered.
        ParticipantsVoluntary = "participants_voluntary",
        /// Point 2: supported entities.
        Entities = "entities",
        /// Point 3: results upon leaving.
        ImmediateResults = "immediate_results",
        /// Point 4: results six months after leaving.
        LongerTermResults = "longer_term_results",
    }
}

closed_set! {
    /// What a figure counts.
    Unit {
        /// People, each once per operation.
        Persons = "persons",
        /// Organisations.
        Entities = "entities",
    }
}

/// One indicator: its place in the law, its texts and its condition.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// The code of the programme documents, such as `EECO01`.
    pub code: &'static str,
    /// Its place in an [`IndicatorSet`], 0 to 63, never changed or given away again.
    pub bit: u8,
    /// The part of Annex I it belongs to.
    pub group: Group,
    /// German name.
    pub name_de: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// What is counted, in German.
    pub definition_de: &'static str,
    /// What is counted, in English.
    pub definition_en: &'static str,
    /// Whom the indicator can count, in German.
    pub eligible_de: &'static str,
    /// Whom the indicator can count, in English.
    pub eligible_en: &'static str,
    /// The moment the value describes, in German.
    pub reference_de: &'static str,
    /// The moment the value describes, in English.
    pub reference_en: &'static str,
    /// The regulation and the place in it.
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
        !matches!(self.group, Group::Entities)
    }

    /// What its figures count.
    pub const fn unit(&self) -> Unit {
        if self.is_personal() { Unit::Persons } else { Unit::Entities }
    }
}

/// The indicators of one legal framework, in the order of its reports.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook {
    /// Its code, such as `ESF_PLUS_2021`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its indicators, in the order of its reports.
    pub indicators: &'static [Indicator],
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
}

static RULEBOOKS: [&Rulebook; 1] = [&ESF_PLUS];

/// The rulebook with a code.
pub fn rulebook(code: &str) -> Option<&'static Rulebook> {
    RULEBOOKS.into_iter().find(|rulebook| rulebook.code == code)
}
