//! The start page: the network in a funding period.

mod deadline;
mod editions;
mod history;
mod map;
mod sub_projects;

use axum::response::Response;
use chrono::{Datelike, NaiveDate};
use domain::{Error, Result, funding_period};
use serde::Deserialize;
use texts::Language;

use crate::{
    handlers::{periods, worklist::summary},
    pages::{
        layout::{Page, Section},
        start::{Period, PeriodLink, Start},
    },
    received::Query,
    visit::{Visit, html},
};

/// Which period is shown.
#[derive(Debug, Default, Deserialize)]
pub struct Chosen {
    period: Option<String>,
}

/// `GET /?period={code}`.
pub async fn show(visit: Visit, Query(chosen): Query<Chosen>) -> Response {
    let result = page(&visit, chosen).await;
    visit.answer(result).await
}

async fn page(visit: &Visit, chosen: Chosen) -> Result<Response> {
    let domain = &visit.app.domain;
    let mut periods = funding_period::store::all(&domain.db).await?;
    periods.reverse();
    let period = periods::shown(domain, &periods, chosen.period.as_deref()).await?;
    let period = period.ok_or(Error::NotFound("funding_period"))?;
    let map = map::drawn(domain, period).await?;
    let sub_projects = sub_projects::grouped(domain, (period, &map.networks), visit.caller.language).await?;
    let population_on = map.population_on.map(|day| texts::date(visit.caller.language, day));
    let link = |other: &funding_period::Model| PeriodLink {
        code: other.code.clone(),
        years: years(other.starts_on, other.ends_on),
        selected: other.id == period.id,
    };
    html(&Start {
        page: Page { funder_line: Some(period.funder_line.clone()), ..visit.page(Section::Network).await? },
        periods: periods.iter().map(link).collect(),
        period: Period {
            code: period.code.clone(),
            name: period.name.clone(),
            years: years(period.starts_on, period.ends_on),
            network_form: network_form(visit.caller.language, period),
            sub_project_term: period.sub_project_term.clone(),
        },
        editions: editions::waiting(visit).await?,
        deadline: deadline::next(visit, period).await?,
        deadline_elsewhere: deadline::elsewhere(visit, (&periods, period)).await?,
        worklist: summary(visit, period).await?,
        coverage: map.coverage,
        view_box: map.view_box,
        districts: map.districts,
        population_on: population_on.unwrap_or_default(),
        sub_projects,
        history: history::told(visit, &periods).await?,
    })
}

/// The form of the network in a period, in words.
fn network_form(language: Language, period: &funding_period::Model) -> String {
    let key = format!("network-form-{}", period.code);
    let words = texts::text(language, &key);
    if words == key { period.network_form.clone() } else { words }
}

/// First and last year, e.g. `2023–2025`.
fn years(first: NaiveDate, last: NaiveDate) -> String {
    format!("{}–{}", first.year(), last.year())
}
