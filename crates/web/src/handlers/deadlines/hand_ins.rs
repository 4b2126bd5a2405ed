//! Who has handed in before a deadline, in words.

use domain::{
    Result,
    deadline::Deadline,
    edition::{self, HandIn},
    figure::Breakdown,
};
use texts::Arg;

use crate::{
    handlers::reports::edition::{badge, in_short},
    pages::hand_ins::{HandIns, Handed},
    visit::Visit,
};

/// Those who are to hand in before a deadline; none where the viewer may read no unit whole.
pub async fn of(visit: &Visit, period: &str, deadline: &Deadline) -> Result<Option<HandIns>> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    let (_, hand_ins) = edition::hand_ins(domain, viewer, (period, Some(deadline.cut_off))).await?;
    if hand_ins.is_empty() {
        return Ok(None);
    }
    let done = hand_ins.iter().filter(|hand_in| hand_in.is_done()).count();
    let number = |count: usize| texts::integer(language, i64::try_from(count).unwrap_or(i64::MAX));
    let (done, all) = (number(done), number(hand_ins.len()));
    let args = [("done", Arg::Text(&done)), ("all", Arg::Text(&all))];
    Ok(Some(HandIns {
        cut_off: texts::date(language, deadline.cut_off),
        told: texts::text_with(language, "web-hand-ins-done", &args),
        rows: hand_ins.into_iter().map(|hand_in| row(visit, hand_in)).collect::<Result<_>>()?,
    }))
}

fn row(visit: &Visit, hand_in: HandIn) -> Result<Handed> {
    let language = visit.caller.language;
    let is_overdue = hand_in.is_overdue(visit.app.domain.clock.today());
    let HandIn { unit, by, edition, is_silent } = hand_in;
    let state = edition.as_ref().map(|edition| edition.state()).transpose()?;
    Ok(Handed {
        is_part: unit.kind == Breakdown::SubProject,
        code: unit.code.unwrap_or_default(),
        name: unit.name,
        by: texts::date(language, by),
        badge: match state {
            Some(state) => badge(state),
            None if is_overdue => "danger",
            None => "info",
        },
        state: match &edition {
            Some(edition) => in_short(language, edition),
            None => texts::text(language, "web-hand-ins-none"),
        },
        run: edition.map(|edition| edition.report_run_id.to_string()),
        is_overdue,
        is_silent,
    })
}
