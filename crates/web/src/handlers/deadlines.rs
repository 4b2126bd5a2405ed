//! The deadlines of a period: what the law gives and administrators decide, and what is still missing before the next one.

mod forms;
mod hand_ins;
pub mod nearest;
pub mod pre_check;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{
    Error, Result, UserError,
    deadline::{self, Deadline},
    funding_period,
};
use forms::{Filled, LeadTimesForm, PeriodForm, SettingForm};
use nearest::nearest;
use serde::Deserialize;

use super::{filters::chosen, periods};
use crate::{
    form_token,
    pages::{
        deadlines::{Deadlines, Ended, Next, Row},
        error::{Needed, Problem},
        layout::Section,
    },
    received::{Form, Query},
    visit::{Visit, encoded, html},
};

/// The period whose deadlines are looked at, the cut-off of the one to be changed, and that of the one before which it is told
/// who has handed in.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    period: Option<String>,
    cut_off: Option<String>,
    hand_ins: Option<NaiveDate>,
}

/// `GET /deadlines`.
pub async fn show(visit: Visit, Query(chosen): Query<Chosen>) -> Response {
    let asked = (chosen.period.as_deref(), chosen.hand_ins);
    let result = page(&visit, asked, Filled::new(chosen.cut_off)).await;
    visit.answer(result).await
}

/// `POST /deadlines/set`: adds a deadline or changes its last day.
pub async fn set(visit: Visit, Form(form): Form<SettingForm>) -> Response {
    let result = decide(&visit, Decision::Set(form)).await;
    visit.answer(result).await
}

/// `POST /deadlines/end`: a deadline does not hold.
pub async fn end(visit: Visit, Form(form): Form<SettingForm>) -> Response {
    let result = decide(&visit, Decision::End(form)).await;
    visit.answer(result).await
}

/// `POST /deadlines/lead-times`: how many days before its deadlines a period is to have what.
pub async fn lead_times(visit: Visit, Form(form): Form<LeadTimesForm>) -> Response {
    let result = decide(&visit, Decision::LeadTimes(form)).await;
    visit.answer(result).await
}

/// `POST /deadlines/check`: looks now at what is still missing before the next deadline.
pub async fn check(visit: Visit, Form(form): Form<PeriodForm>) -> Response {
    let result = decide(&visit, Decision::Check(form)).await;
    visit.answer(result).await
}

/// What an administrator wants.
enum Decision {
    Set(SettingForm),
    End(SettingForm),
    LeadTimes(LeadTimesForm),
    Check(PeriodForm),
}

async fn decide(visit: &Visit, decision: Decision) -> Result<Response> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let sent = match &decision {
        Decision::Set(form) | Decision::End(form) => &form.of,
        Decision::LeadTimes(form) => &form.of,
        Decision::Check(form) => form,
    };
    if !form_token::fits(&visit.session, &sent.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    match viewer.require_administrator() {
        Err(Error::Forbidden) => {
            return Ok(visit.refused(Problem::Forbidden(Needed::Administrator)).await);
        }
        allowed => allowed?,
    }
    let period = sent.period.clone();
    let done = match &decision {
        Decision::Set(form) => match form.setting() {
            Ok(setting) => deadline::set(domain, viewer, &setting).await,
            Err(mistakes) => Err(Error::Invalid(mistakes)),
        },
        Decision::End(form) => match form.ending() {
            Ok(ending) => deadline::end(domain, viewer, &ending).await,
            Err(mistake) => Err(Error::invalid(mistake)),
        },
        Decision::LeadTimes(form) => deadline::set_lead_times(domain, viewer, &form.setting()).await,
        Decision::Check(_) => deadline::check(domain, viewer, (&period, None)).await.map(|_| ()),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&address(&period)).into_response()),
        Err(Error::Invalid(mistakes)) => {
            let page = page(visit, (Some(&period), None), again(decision, mistakes)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error),
    }
}

/// The forms as they were sent, with what was wrong.
fn again(decision: Decision, mistakes: Vec<UserError>) -> Filled {
    match decision {
        Decision::Set(form) => Filled { set: Some(form), mistakes, of: "set", ..Filled::default() },
        Decision::End(form) => Filled { end: Some(form), mistakes, of: "end", ..Filled::default() },
        Decision::LeadTimes(form) => {
            Filled { lead_times: Some(form), mistakes, of: "lead", ..Filled::default() }
        }
        Decision::Check(_) => Filled { mistakes, of: "check", ..Filled::default() },
    }
}

fn address(period: &str) -> String {
    format!("/deadlines?period={}", encoded(period))
}

async fn page(
    visit: &Visit,
    (period, hand_ins): (Option<&str>, Option<NaiveDate>),
    filled: Filled,
) -> Result<Response> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    let (period, all) = chosen_period(visit, period).await?;
    let deadlines = deadline::list(domain, viewer, &period.code).await?;
    let ended = deadline::ended(domain, viewer, &period.code).await?;
    let next = deadline::next(&deadlines, domain.clock.today());
    let shown = |of: &Deadline| row(visit, of, next == Some(of));
    let forms = match viewer.is_administrator() {
        true => Some(filled.forms(visit, (&period.code, &deadlines)).await?),
        false => None,
    };
    html(&Deadlines {
        page: visit.page_at(Section::Deadlines, &address(&period.code)).await?,
        periods: all.iter().map(|row| chosen(&row.code, &row.code, &period.code)).collect(),
        rows: deadlines.iter().map(shown).collect(),
        ended: ended
            .into_iter()
            .map(|ended| Ended {
                cut_off: texts::date(language, ended.cut_off),
                reason: ended.reason.unwrap_or_default(),
            })
            .collect(),
        next: match next {
            Some(next) => Some(Next {
                cut_off: texts::date(language, next.cut_off),
                pre_check_on: texts::date(language, next.pre_check_on),
                check: pre_check::of(visit, &period, next).await?,
            }),
            None => None,
        },
        hand_ins: match deadlines.iter().find(|deadline| Some(deadline.cut_off) == hand_ins).or(next) {
            Some(deadline) => hand_ins::of(visit, &period.code, deadline).await?,
            None => None,
        },
        forms,
        period: period.code,
    })
}

/// The period of a code, else that of the deadline that comes next, and all that have deadlines.
async fn chosen_period(
    visit: &Visit,
    code: Option<&str>,
) -> Result<(funding_period::Model, Vec<funding_period::Model>)> {
    let (shown, all) = periods::reporting(visit, code).await?;
    let next = if code.is_none() { nearest(visit, (&all, &shown)).await? } else { None };
    let next = next.map(|(period, _)| period.clone());
    Ok((next.unwrap_or(shown), all))
}

fn row(visit: &Visit, deadline: &Deadline, is_next: bool) -> Row {
    let language = visit.caller.language;
    let days_left = (deadline.due_on - visit.app.domain.clock.today()).num_days();
    let day = |day| texts::date(language, day);
    Row {
        key: deadline.cut_off.to_string(),
        cut_off: day(deadline.cut_off),
        pre_check_on: day(deadline.pre_check_on),
        sub_projects_by: day(deadline.sub_projects_by),
        coordination_by: day(deadline.coordination_by),
        due_on: day(deadline.due_on),
        left: (days_left >= 0)
            .then(|| texts::text_with(language, "web-worklist-days-left", &[("count", days_left.into())])),
        is_next,
        reason: deadline.reason.clone(),
    }
}
