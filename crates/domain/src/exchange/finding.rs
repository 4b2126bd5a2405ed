//! What is wrong, or remarkable, with a row.

use counting::plausibility;
use texts::{Language, text, text_with};

use super::Kind;

/// Whether a finding holds its row back.
pub type Severity = plausibility::Severity;

/// A remark on one row, complete enough to mend it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What the rows of the table are; none when that could not be told.
    pub kind: Option<Kind>,
    /// Line or row number as a person counts; none when it is about the whole table.
    pub row: Option<u32>,
    /// The column's name.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// The rule: `V-…` for plausibility, `I-…` for the form of files.
    pub rule: &'static str,
    /// Whether it holds the row back.
    pub severity: Severity,
    /// What would be allowed, when the rule is about a list of codes.
    pub allowed: String,
    /// Where the rule comes from, when it is from outside.
    pub legal_source: Option<&'static str>,
}

impl Finding {
    /// What is wrong, in words.
    pub fn message(&self, language: Language) -> String {
        let args = [
            ("column", (&self.column).into()),
            ("value", (&self.value).into()),
            ("allowed", (&self.allowed).into()),
        ];
        text_with(language, &format!("finding-{}", self.rule), &args)
    }

    /// How to mend it, in words.
    pub fn remedy(&self, language: Language) -> String {
        match (plausibility::rule(self.rule), language) {
            (Some(rule), Language::De) => rule.remedy_de.to_owned(),
            (Some(rule), Language::En) => rule.remedy_en.to_owned(),
            (None, _) => text(language, &format!("remedy-{}", self.rule)),
        }
    }
}
