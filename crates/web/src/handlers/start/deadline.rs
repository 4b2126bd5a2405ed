//! By when figures are to be handed in next.

use domain::{
    Result,
    deadline::{self, Deadline as Next, Found},
    funding_period,
    worklist::Reason,
};
use texts::Language;

use crate::{
    pages::deadline::{Check, Deadline, Lacking},
    visit::Visit,
};

/// The next deadline of a period; none for those who may read no records, and once the last has passed.
pub async fn next(visit: &Visit, period: &funding_period::Model) -> Result<Option<Deadline>> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    if viewer.require_reader().is_err() {
        return Ok(None);
    }
    let deadlines = deadline::list(domain, viewer, &period.code).await?;
    let today = domain.clock.today();
    let Some(next) = deadline::next(&deadlines, today) else { return Ok(None) };
    let days_left = (next.due_on - today).num_days();
    let before = [
        ("web-deadline-pre-check", next.pre_check_on),
        ("web-deadline-sub-projects", next.sub_projects_by),
        ("web-deadline-coordination", next.coordination_by),
    ];
    let before = before.map(|(key, day)| (texts::text(language, key), texts::date(language, day)));
    Ok(Some(Deadline {
        due_on: texts::date(language, next.due_on),
        left: texts::text_with(language, "web-worklist-days-left", &[("count", days_left.into())]),
        cut_off: texts::date(language, next.cut_off),
        before: before.into(),
        check: check(visit, period, next).await?,
    }))
}

/// What the last check before a deadline found.
async fn check(visit: &Visit, period: &funding_period::Model, of: &Next) -> Result<Option<Check>> {
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
        missing: missing.collect::<Vec<_>>().join(", "),
        sub_project: found.sub_project,
        name: found.name,
    }
}
