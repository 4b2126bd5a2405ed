//! How many cases stand on the worklist, in words.

use domain::{
    Error, Result, funding_period,
    worklist::{self, Counts, Reason, WorklistQuery},
};
use texts::Language;

use crate::{
    handlers::filters::chosen,
    pages::{
        filters::{Counted, Kind},
        worklist::WorklistSummary,
    },
    visit::Visit,
};

/// The numbers by reason, in the order of the reasons.
pub fn counted(language: Language, counts: &Counts) -> Vec<Counted> {
    let counted = |reason: &Reason| Counted {
        kind: reason.as_str(),
        label: label(language, *reason),
        count: i64::try_from(counts.of(*reason)).unwrap_or(i64::MAX),
    };
    Reason::ALL.iter().map(counted).collect()
}

/// The reasons to choose from.
pub fn kind(language: Language, reason: Option<Reason>) -> Kind {
    let code = reason.map(Reason::as_str).unwrap_or_default();
    let choice = |reason: &Reason| chosen(reason.as_str(), &label(language, *reason), code);
    Kind {
        name: "reason",
        label: texts::text(language, "web-worklist-reason"),
        all: texts::text(language, "web-worklist-all-reasons"),
        choices: Reason::ALL.iter().map(choice).collect(),
        chosen: code.to_owned(),
    }
}

fn label(language: Language, reason: Reason) -> String {
    texts::text(language, &format!("worklist-reason-{}", reason.as_str()))
}

/// What the start page says of a period's worklist; none for those who may read no records, and for periods that
/// count none.
pub async fn summary(visit: &Visit, period: &funding_period::Model) -> Result<Option<WorklistSummary>> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let query = WorklistQuery {
        period: period.code.clone(),
        cut_off: domain.clock.today().max(period.starts_on),
        network: None,
        sub_project: None,
    };
    if viewer.require_reader().is_err() || period.rulebook.is_none() {
        return Ok(None);
    }
    match worklist::read(domain, viewer, &query).await {
        Ok(list) => {
            let counts = counted(visit.caller.language, &list.counts());
            Ok(Some(WorklistSummary { period: period.code.clone(), counts }))
        }
        Err(Error::Invalid(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
