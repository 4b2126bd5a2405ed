//! Plausibility of what is recorded and of the figures made of it: the rules V-01 to V-34, over stored records and not
//! only at their import, with the warnings that are waived.

mod figures;
mod place;
mod records;
mod service;
mod structure;

use chrono::NaiveDate;
use texts::{Language, text_with};

pub(crate) use place::Owner;
pub use place::{Place, RecordKind};
pub(crate) use service::check_as_known;
pub use service::{Checked, Wanted, check};

use crate::{exchange::in_words, waiver::Waiver};

/// Whether a finding keeps a record out of figures, or figures from being right.
pub type Severity = counting::plausibility::Severity;

/// What is checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CheckQuery {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day: later records and figures are not checked.
    pub cut_off: NaiveDate,
    /// Only this regional network, by code.
    pub network: Option<String>,
    /// Only this sub-project, by code.
    pub sub_project: Option<String>,
}

/// A broken rule, complete enough to mend it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What names the finding among all of its period: the same as long as the same rule is broken at the same place.
    pub key: String,
    /// The rule, such as `V-14`.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub place: Place,
    /// The field to look at, by its name in import files, or the gender column of a figure.
    pub field: &'static str,
    /// What stands there; empty for what is nobody's business.
    pub value: String,
    /// What would be right, where a rule compares figures.
    pub allowed: String,
    /// Where the rule comes from.
    pub legal_source: &'static str,
    /// The waiver, when the warning is waived.
    pub waiver: Option<Waiver>,
    /// Whose the finding is.
    pub(crate) owner: Owner,
}

impl Finding {
    /// What is wrong, in words.
    pub fn message(&self, language: Language) -> String {
        let field = in_words(self.field, language);
        let value = match self.value.parse() {
            Ok(day) => texts::date(language, day),
            Err(_) => self.value.clone(),
        };
        let args =
            [("column", (&field).into()), ("value", (&value).into()), ("allowed", (&self.allowed).into())];
        text_with(language, &format!("finding-{}", self.rule), &args)
    }

    /// How to mend it, in words.
    pub fn remedy(&self, language: Language) -> String {
        let rule = counting::plausibility::rule(self.rule);
        let remedy = rule.map(|rule| match language {
            Language::De => rule.remedy_de,
            Language::En => rule.remedy_en,
        });
        remedy.unwrap_or_default().to_owned()
    }

    /// Where it stands.
    pub fn state(&self) -> State {
        match (self.severity, &self.waiver) {
            (Severity::Error, _) => State::Error,
            (Severity::Warning, None) => State::Warning,
            (Severity::Warning, Some(_)) => State::Waived,
        }
    }

    /// The place in lists: errors first, then by rule and place.
    pub fn rank(&self) -> Rank {
        (self.severity != Severity::Error, self.key.clone())
    }
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// Has to be mended.
    Error,
    /// Has to be looked into.
    Warning,
    /// A warning that somebody has looked into and accepts.
    Waived,
}

impl State {
    /// Every state, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Waived];

    /// The code in addresses: `error`, `warning`, `waived`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The place of a finding in lists.
pub type Rank = (bool, String);
