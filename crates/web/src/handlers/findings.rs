//! The findings of a period: what is wrong with records and figures, and which warnings are accepted.

mod shown;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Error, Result,
    plausibility::{self, CheckQuery, Rank, State, Wanted},
    waiver::{self, Revoke, Waive},
};
use serde::Deserialize;

use super::filters::{Asked, Own, Question};
use crate::{
    form_token,
    pages::{error::Problem, findings::Findings, layout::Section},
    received::{Form, Query},
    visit::{Visit, encoded, html},
};

/// Findings on a page.
const FINDINGS: usize = 50;

/// `GET /findings`.
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Response {
    let posted = Posted { location: visit.location.clone(), mistakes: Vec::new() };
    let result = page(&visit, asked, posted).await;
    visit.answer(result).await
}

/// A warning to be accepted, or one whose waiver is to be taken back, with the list it stands in.
#[derive(Debug, Deserialize)]
pub struct Decision {
    csrf: String,
    finding: String,
    #[serde(default)]
    reason: String,
    period: String,
    unit: String,
    cut_off: String,
    state: String,
}

/// `POST /findings/waive`.
pub async fn waive(visit: Visit, Form(decision): Form<Decision>) -> Response {
    let result = accept(&visit, decision).await;
    visit.answer(result).await
}

/// `POST /findings/revoke`.
pub async fn revoke(visit: Visit, Form(decision): Form<Decision>) -> Response {
    let result = take_back(&visit, decision).await;
    visit.answer(result).await
}

async fn accept(visit: &Visit, decision: Decision) -> Result<Response> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    if !form_token::fits(&visit.session, &decision.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    let question = read(visit, &decision).await?;
    if !question.mistakes.is_empty() {
        return again(visit, decision, Vec::new()).await;
    }
    let check = query(&question);
    let wish = Waive { check, finding: decision.finding.clone(), reason: decision.reason.clone() };
    done(visit, decision, waiver::waive(domain, viewer, wish).await).await
}

async fn take_back(visit: &Visit, decision: Decision) -> Result<Response> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    if !form_token::fits(&visit.session, &decision.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    if !read(visit, &decision).await?.mistakes.is_empty() {
        return again(visit, decision, Vec::new()).await;
    }
    let wish = Revoke {
        period: decision.period.clone(),
        finding: decision.finding.clone(),
        reason: Some(decision.reason.clone()),
    };
    done(visit, decision, waiver::revoke(domain, viewer, wish).await).await
}

/// Back to the list; with what was wrong, when something was.
async fn done(visit: &Visit, decision: Decision, result: Result<waiver::Waiver>) -> Result<Response> {
    match result {
        Ok(_) => Ok(Redirect::to(&decision.list()).into_response()),
        Err(Error::Invalid(mistakes)) => {
            let mistakes = mistakes.iter().map(|mistake| mistake.message(visit.caller.language)).collect();
            again(visit, decision, mistakes).await
        }
        Err(error) => Err(error),
    }
}

/// The list that a decision came from, whose mistakes are those of its address.
async fn read(visit: &Visit, decision: &Decision) -> Result<Question> {
    let asked = decision.asked();
    let mut question = Question::read(visit, &asked).await?;
    question.choice::<State>(visit, &asked.state);
    Ok(question)
}

/// The list again, with what was wrong beside what is wrong with its address: nothing was done.
async fn again(visit: &Visit, decision: Decision, mistakes: Vec<String>) -> Result<Response> {
    let posted = Posted { location: decision.list(), mistakes };
    let page = Box::pin(page(visit, decision.asked(), posted)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

impl Decision {
    fn asked(&self) -> Asked {
        Asked {
            period: Some(self.period.clone()),
            unit: Some(self.unit.clone()),
            cut_off: Some(self.cut_off.clone()),
            state: Some(self.state.clone()),
            ..Asked::default()
        }
    }

    /// The address of the list.
    fn list(&self) -> String {
        let [period, unit, cut_off, state] =
            [&self.period, &self.unit, &self.cut_off, &self.state].map(|part| encoded(part));
        format!("/findings?period={period}&unit={unit}&cut_off={cut_off}&state={state}")
    }
}

/// Where the list is, and what was wrong with a decision about one of its rows.
struct Posted {
    location: String,
    mistakes: Vec<String>,
}

async fn page(visit: &Visit, asked: Asked, posted: Posted) -> Result<Response> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    let mut question = Question::read(visit, &asked).await?;
    let state: Option<State> = question.choice(visit, &asked.state);
    let checked = plausibility::check(domain, viewer, &query(&question)).await;
    let checked = question.answered(visit, checked).await?.filter(|_| question.mistakes.is_empty());
    let (mut rows, mut next, mut counts) = (Vec::new(), None, Vec::new());
    if let Some(checked) = checked {
        let after: Option<Rank> = asked.after.as_deref().and_then(|place| serde_json::from_str(place).ok());
        let part = checked.page(domain, viewer, Wanted { state, after, limit: FINDINGS }).await?;
        let last = part.rows.last().filter(|_| part.goes_on);
        next = last.and_then(|finding| serde_json::to_string(&finding.rank()).ok());
        rows = part.rows.iter().map(|finding| shown::row(language, finding)).collect();
        counts = shown::counted(language, &checked);
    }
    let status = if question.mistakes.is_empty() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    question.mistakes.extend(posted.mistakes);
    let own = Own { path: "/findings", kind: shown::kind(language, state), counts };
    let filters = question.filters(visit, own).await?;
    let csrf = match viewer.require_writer() {
        Ok(()) => Some(form_token::of(&visit.session).await?),
        Err(_) => None,
    };
    let page = visit.page_at(Section::Worklist, &posted.location).await?;
    Ok((status, html(&Findings { page, filters, rows, next, csrf })?).into_response())
}

fn query(question: &Question) -> CheckQuery {
    CheckQuery {
        period: question.period.code.clone(),
        cut_off: question.cut_off,
        network: question.network.clone(),
        sub_project: question.sub_project.clone(),
    }
}
