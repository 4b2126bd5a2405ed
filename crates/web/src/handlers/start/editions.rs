//! The editions that wait for the visitor.

use domain::{
    Result,
    edition::{self, Model},
};
use texts::Arg;

use crate::{
    handlers::reports::{edition::in_short, names::Names},
    pages::start::{EditionLink, WaitingEditions},
    visit::Visit,
};

/// So many of each kind are named; the others are counted.
const NAMED: usize = 10;

/// What waits: for a decision, and for an answer. Nothing, mostly.
pub async fn waiting(visit: &Visit) -> Result<Vec<WaitingEditions>> {
    let waiting = edition::waiting(&visit.app.domain, &visit.caller.viewer).await?;
    let kinds =
        [("web-editions-to-decide", waiting.to_decide), ("web-editions-to-answer", waiting.to_answer)];
    let mut shown = Vec::new();
    for (key, editions) in kinds {
        if !editions.is_empty() {
            shown.push(of_kind(visit, key, &editions).await?);
        }
    }
    Ok(shown)
}

async fn of_kind(visit: &Visit, key: &str, editions: &[Model]) -> Result<WaitingEditions> {
    let language = visit.caller.language;
    let named = &editions[..editions.len().min(NAMED)];
    let units: Vec<_> = named.iter().map(|edition| (edition.funding_period_id, edition.about())).collect();
    let names = Names::of(visit, &units).await?;
    let link = |edition: &Model| EditionLink {
        run: edition.report_run_id.to_string(),
        unit: names.unit(edition.about()),
        period: names.period(edition.funding_period_id).code,
        cut_off: texts::date(language, edition.cut_off),
        state: in_short(language, edition),
    };
    let count = i64::try_from(editions.len()).unwrap_or(i64::MAX);
    Ok(WaitingEditions {
        title: texts::text_with(language, key, &[("count", Arg::Count(count))]),
        editions: named.iter().map(link).collect(),
        more: editions.len() - named.len(),
    })
}
