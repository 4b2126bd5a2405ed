//! Rows of the domain as a report holds them.

use domain::{
    Actor,
    figure::LeftOut,
    funding_period,
    plausibility::Finding,
    report::{About, Model, Subject},
};
use reporting::{LeftOutCase, Period, WaivedWarning};
use texts::Language;

/// Name of the download, in the language of the report, e.g. `Bericht_IQ-2023_Teilvorhaben_TV-17_2023-12-31.xlsx`.
pub fn file_name(run: &Model, subject: &Subject) -> String {
    let language = run.language.parse().unwrap_or(Language::De);
    let text = |key: &str| texts::text(language, key);
    let kind = match (run.about(), language) {
        (About::Period(_) | About::Bundle(_), _) => text("report-file-whole"),
        (About::Network(_), _) => text("report-file-network"),
        (About::Strand(_), _) => text("report-file-strand"),
        (About::SubProject(_), Language::De) => subject.period.sub_project_term.clone(),
        (About::SubProject(_), Language::En) => text("report-file-sub-project"),
    };
    let report = text("report-file");
    let parts = [&*report, &*subject.period.code, &*kind].into_iter().chain(subject.code());
    let name = parts.map(plain).collect::<Vec<_>>().join("_");
    format!("{name}_{}.xlsx", run.cut_off)
}

/// A code as every file system takes it: letters of any alphabet, digits and hyphens.
fn plain(code: &str) -> String {
    code.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect()
}

/// A funding period.
pub fn period(row: funding_period::Model) -> Period {
    Period {
        code: row.code,
        name: row.name,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        sub_project_term: row.sub_project_term,
        funder_line: row.funder_line,
        priority: row.priority,
        specific_objective: row.specific_objective,
    }
}

/// A case left out of figures.
pub fn case(case: LeftOut) -> LeftOutCase {
    LeftOutCase {
        sub_project_code: case.sub_project.code.clone().unwrap_or_default(),
        sub_project_name: case.sub_project.name.clone(),
        reference: case.reference,
        since: case.since,
        missing: case.missing,
        indicators: case.indicators,
    }
}

/// A waived warning in words; none for one that is not waived.
pub fn waived(finding: &Finding, language: Language) -> Option<WaivedWarning> {
    let waiver = finding.waiver.as_ref()?;
    Some(WaivedWarning {
        rule: finding.rule.to_owned(),
        about: finding.place.in_words(language),
        message: finding.message(language),
        reason: waiver.reason.clone(),
        by: Actor::in_words(&waiver.by, language),
        at: waiver.at,
    })
}
