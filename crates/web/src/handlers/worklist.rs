//! The worklist: what can still be mended, by whom, and until when.

mod summary;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    Result,
    worklist::{self, Item, Place, Reason, Wanted, WorklistQuery},
};
pub use summary::summary;

use super::filters::{Asked, Own, Question};
use crate::{
    pages::{
        layout::Section,
        worklist::{Row, Worklist},
    },
    received::Query,
    visit::{Visit, html},
};

/// Cases on a page.
const CASES: usize = 50;

/// `GET /worklist`.
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Response {
    let result = page(&visit, asked).await;
    visit.answer(result).await
}

async fn page(visit: &Visit, asked: Asked) -> Result<Response> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    let mut question = Question::read(visit, &asked).await?;
    let reason: Option<Reason> = question.choice(visit, &asked.reason);
    let query = WorklistQuery {
        period: question.period.code.clone(),
        cut_off: question.cut_off,
        network: question.network.clone(),
        sub_project: question.sub_project.clone(),
    };
    let list = worklist::read(domain, viewer, &query).await;
    let list = question.answered(visit, list).await?.filter(|_| question.mistakes.is_empty());
    let (mut rows, mut next, mut counts) = (Vec::new(), None, Vec::new());
    if let Some(list) = list {
        let after: Option<Place> = asked.after.as_deref().and_then(|place| serde_json::from_str(place).ok());
        let wanted = Wanted { reasons: reason.into_iter().collect(), after, limit: CASES };
        let part = list.page(domain, viewer, &wanted).await?;
        let last = part.rows.last().filter(|_| part.goes_on);
        next = last.and_then(|item| serde_json::to_string(&item.place).ok());
        rows = part.rows.iter().map(|item| row(visit, item)).collect();
        counts = summary::counted(language, &list.counts());
    }
    let status = if question.mistakes.is_empty() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let own = Own { path: "/worklist", kind: summary::kind(language, reason), counts };
    let filters = question.filters(visit, own).await?;
    let page = visit.page(Section::Worklist).await?;
    Ok((status, html(&Worklist { page, filters, rows, next })?).into_response())
}

fn row(visit: &Visit, item: &Item) -> Row {
    let language = visit.caller.language;
    let missing =
        item.missing.iter().map(|field| texts::text(language, &format!("report-missing-{}", field.as_str())));
    let days = item.days_left;
    let left = if days < 0 { "web-worklist-overdue" } else { "web-worklist-days-left" };
    Row {
        reference: item.reference.clone(),
        sub_project: item.place.sub_project.clone(),
        sub_project_name: item.sub_project_name.to_string(),
        reason: texts::text(language, &format!("worklist-reason-{}", item.place.reason.as_str())),
        missing: missing.collect::<Vec<_>>().join(", "),
        until: texts::date(language, item.place.until),
        left: texts::text_with(language, left, &[("count", days.abs().into())]),
        is_overdue: days < 0,
        responsible: item.responsible.names().join(", "),
    }
}
