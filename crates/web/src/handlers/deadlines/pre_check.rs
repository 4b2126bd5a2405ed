//! What the last check before a deadline found, in words.

use domain::{
    Result,
    deadline::{self, Deadline, Found},
    funding_period,
    worklist::Reason,
};
use texts::Language;

use crate::{
    pages::deadline::{Check, Lacking},
    visit::Visit,
};

/// The last check before a deadline; none while there was none.
pub async fn of(visit: &Visit, period: &funding_period::Model, of: &Deadline) -> Result<Option<Check>> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    let checks = deadline::checks(domain, viewer, &period.code).await?;
    let reason = |reason: &Reason| texts::text(language, &format!("worklist-reason-{}", reason.as_str()));
    let shown = |check: deadline::PreCheck| Check {
        period: period.code.clone(),
        checked_at: texts::moment(language, check.checked_at),
        reasons: Reason::ALL.iter().map(reason).collect(),
        found: check.found.into_iter().map(|found| lacking(language, found)).collect(),
    };
    Ok(checks.into_iter().find(|check| check.cut_off == of.cut_off).map(shown))
}

fn lacking(language: Language, found: Found) -> Lacking {
    let count = |reason: &Reason| i64::try_from(found.counts.of(*reason)).unwrap_or(i64::MAX);
    let missing = found.missing.iter().map(|(field, cases)| {
        let cases = texts::integer(language, i64::try_from(*cases).unwrap_or(i64::MAX));
        format!("{} {cases}", texts::text(language, &format!("report-missing-{field}")))
    });
    Lacking {
        counts: Reason::ALL.iter().map(count).collect(),
        missing: match found.is_silent {
            true => texts::text(language, "web-pre-check-silent"),
            false => missing.collect::<Vec<_>>().join(", "),
        },
        sub_project: found.sub_project,
        name: found.name,
    }
}
