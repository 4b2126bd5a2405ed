//! The worklist: what can still be mended, by whom, and until when.

mod summary;

use axum::{extract::Query, response::Response};
use chrono::NaiveDate;
use domain::{
    Error, Result, funding_period, regional_network, sub_project,
    worklist::{self, Item, Place, Reason, WorklistQuery},
};
use serde::Deserialize;
pub use summary::summary;

use crate::{
    pages::{
        layout::Section,
        reports::{Choice, ChoiceGroup},
        worklist::{Row, Worklist, WorklistForm},
    },
    visit::{Visit, html},
};

/// Cases on a page.
const CASES: usize = 50;
/// Value of the choice "everything I may see".
const ALL: &str = "";

/// What is asked for; every part may be missing or empty.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    period: Option<String>,
    unit: Option<String>,
    reason: Option<String>,
    cut_off: Option<String>,
    after: Option<String>,
}

/// `GET /worklist`.
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Response {
    let result = page(&visit, asked).await;
    visit.answer(result).await
}

async fn page(visit: &Visit, asked: Asked) -> Result<Response> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    viewer.require_reader()?;
    let mut periods = funding_period::store::all(&domain.db).await?;
    periods.retain(|period| period.rulebook.is_some());
    periods.reverse();
    let period = match &asked.period {
        Some(code) => periods.iter().find(|period| period.code == *code),
        None => periods.iter().find(|period| period.starts_on <= domain.clock.today()),
    };
    let period = period.ok_or(Error::NotFound("funding_period"))?;
    let cut_off = cut_off(&asked, period, domain.clock.today());
    let unit = asked.unit.clone().unwrap_or_default();
    let (network, sub_project) = match unit.split_once(':') {
        Some(("network", code)) => (Some(code.to_owned()), None),
        Some(("sub_project", code)) => (None, Some(code.to_owned())),
        _ => (None, None),
    };
    let reason: Option<Reason> = asked.reason.as_deref().and_then(|code| code.parse().ok());
    let everything =
        WorklistQuery { period: period.code.clone(), cut_off, network, sub_project, reasons: Vec::new() };
    let wish = WorklistQuery { reasons: reason.into_iter().collect(), ..everything.clone() };
    let after: Option<Place> = asked.after.as_deref().and_then(|place| serde_json::from_str(place).ok());
    let mut items = known(worklist::page(domain, viewer, &wish, (after, CASES + 1)).await)?;
    let goes_on = items.len() > CASES;
    items.truncate(CASES);
    let last = items.last().filter(|_| goes_on);
    let form = WorklistForm {
        periods: periods.iter().map(|row| chosen(&row.code, &row.code, &period.code)).collect(),
        period: period.code.clone(),
        units: units(visit, period, &unit).await?,
        unit,
        reasons: summary::reasons(language, reason),
        reason: reason.map(Reason::as_str).unwrap_or_default(),
        cut_off: cut_off.to_string(),
    };
    html(&Worklist {
        page: visit.page(Section::Worklist).await?,
        counts: summary::counted(language, &known(worklist::count(domain, viewer, &everything).await)?),
        form,
        rows: items.iter().map(|item| row(visit, item)).collect(),
        next: last.and_then(|item| serde_json::to_string(&item.place).ok()),
    })
}

/// A unit that nobody may see is the same as a page that does not exist.
fn known<T>(answer: Result<T>) -> Result<T> {
    match answer {
        Err(Error::Invalid(_)) => Err(Error::NotFound("unit")),
        answer => answer,
    }
}

/// The day asked for, as far as it lies in the period's time; without one today.
fn cut_off(asked: &Asked, period: &funding_period::Model, today: NaiveDate) -> NaiveDate {
    let day = asked.cut_off.as_deref().and_then(|day| day.parse().ok());
    day.unwrap_or(today).max(period.starts_on)
}

fn chosen(value: &str, label: &str, chosen: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned(), selected: value == chosen }
}

/// What the visitor may look at in a period, in groups.
async fn units(visit: &Visit, period: &funding_period::Model, unit: &str) -> Result<Vec<ChoiceGroup>> {
    let (db, reads) = (&visit.app.domain.db, visit.caller.viewer.reads());
    let text = |key| texts::text(visit.caller.language, key);
    let networks = regional_network::store::of_periods(db, &[period.id], None).await?;
    let query = sub_project::Query { period: Some(period.id), ..sub_project::Query::default() };
    let sub_projects = sub_project::store::all(db, &query).await?;
    let networks = networks.into_iter().filter(|row| reads.covers_network(row.id));
    let sub_projects = sub_projects.into_iter().filter(|row| reads.covers(row.id));
    let groups = [
        ("web-worklist-units", vec![chosen(ALL, &text("web-worklist-all-units"), unit)]),
        (
            "web-unit-regional-network",
            networks.map(|row| chosen(&format!("network:{}", row.code), &row.name, unit)).collect(),
        ),
        (
            "web-unit-sub-project",
            sub_projects.map(|row| chosen(&format!("sub_project:{}", row.code), &row.name, unit)).collect(),
        ),
    ];
    let groups = groups.into_iter().filter(|(_, choices)| !choices.is_empty());
    Ok(groups.map(|(key, choices)| ChoiceGroup { label: text(key), choices }).collect())
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
