//! What is wrong, or remarkable, with a row.

use std::collections::BTreeSet;

use counting::plausibility;
use texts::{Arg, Language, text, text_with};

use super::Kind;
use crate::{
    Domain, Result, Viewer,
    edition::{self, EditionName},
    id::EditionId,
};

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
    /// What holds the row back until somebody says why it changes.
    pub behind: Option<Behind>,
}

/// The edition that was handed in and rests on what a row would change.
#[derive(Clone, Debug)]
pub struct Behind {
    /// Its key.
    pub edition: EditionId,
    /// What it is called; none for those who may not see it.
    pub name: Option<EditionName>,
}

impl Finding {
    /// What is wrong, in words.
    pub fn message(&self, language: Language) -> String {
        if let Some(Behind { name: Some(name), .. }) = &self.behind {
            return behind(name, language);
        }
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

fn behind(name: &EditionName, language: Language) -> String {
    let (cut_off, number) = (texts::date(language, name.cut_off), name.number.to_string());
    let args =
        [("unit", Arg::Text(&name.unit)), ("cut_off", Arg::Text(&cut_off)), ("number", Arg::Text(&number))];
    text_with(language, "finding-I-25-named", &args)
}

/// Says what the editions are called that hold rows back.
pub(super) async fn name_editions(domain: &Domain, viewer: &Viewer, findings: &mut [Finding]) -> Result<()> {
    let behind: BTreeSet<_> =
        findings.iter().filter_map(|finding| Some(finding.behind.as_ref()?.edition)).collect();
    let names = edition::names(domain, viewer, &Vec::from_iter(behind)).await?;
    for behind in findings.iter_mut().filter_map(|finding| finding.behind.as_mut()) {
        behind.name = names.get(&behind.edition).cloned();
    }
    Ok(())
}
