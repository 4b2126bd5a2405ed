//! By when figures are to be handed in next.

use domain::{Result, deadline::Deadline as Next, funding_period};

use crate::{
    handlers::deadlines::{
        nearest::{nearest, next_of},
        pre_check,
    },
    pages::deadline::{Deadline, Elsewhere},
    visit::Visit,
};

/// The next deadline of a period; none for those who may read no records, and once the last has passed.
pub async fn next(visit: &Visit, period: &funding_period::Model) -> Result<Option<Deadline>> {
    let language = visit.caller.language;
    let Some(next) = next_of(visit, period).await? else { return Ok(None) };
    let before = [
        ("web-deadline-pre-check", next.pre_check_on),
        ("web-deadline-sub-projects", next.sub_projects_by),
        ("web-deadline-coordination", next.coordination_by),
    ];
    let before = before.map(|(key, day)| (texts::text(language, key), texts::date(language, day)));
    Ok(Some(Deadline {
        due_on: texts::date(language, next.due_on),
        left: left(visit, &next),
        cut_off: texts::date(language, next.cut_off),
        before: before.into(),
        check: pre_check::of(visit, period, &next).await?,
    }))
}

/// The next deadline of another period than the one shown, when it comes before that period's own.
pub async fn elsewhere(
    visit: &Visit,
    (periods, shown): (&[funding_period::Model], &funding_period::Model),
) -> Result<Option<Elsewhere>> {
    let nearest = nearest(visit, (periods, shown)).await?;
    let nearest = nearest.filter(|(period, _)| period.id != shown.id);
    let language = visit.caller.language;
    Ok(nearest.map(|(period, next)| Elsewhere {
        period: period.code.clone(),
        due_on: texts::date(language, next.due_on),
        left: left(visit, &next),
        cut_off: texts::date(language, next.cut_off),
    }))
}

fn left(visit: &Visit, next: &Next) -> String {
    let days = (next.due_on - visit.app.domain.clock.today()).num_days();
    texts::text_with(visit.caller.language, "web-worklist-days-left", &[("count", days.into())])
}
