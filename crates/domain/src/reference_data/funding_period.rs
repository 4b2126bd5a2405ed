//! Funding periods.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    file::{self, Sources},
    writer::Writer,
};
use crate::{
    Result,
    funding_period::{Column, Entity, Model},
    id::FundingPeriodId,
};

#[derive(Deserialize)]
struct Period {
    code: String,
    name: String,
    network_form: String,
    sub_project_term: String,
    focus: Option<String>,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    rulebook: Option<String>,
    priority: Option<String>,
    specific_objective: Option<String>,
    funder_line: String,
    note: Option<String>,
    verified: bool,
    source: Sources,
}

/// Settles the periods and returns them.
pub async fn settle(writer: &mut Writer<'_>) -> Result<Vec<Model>> {
    let periods: Vec<Period> = file::read(include_str!("../../data/funding_periods.json"))?;
    let rows = periods.into_iter().map(row).collect();
    writer.settle::<Entity>(&[Column::Code], rows).await
}

fn row(period: Period) -> Model {
    Model {
        id: FundingPeriodId::fresh(),
        code: period.code,
        name: period.name,
        network_form: period.network_form,
        sub_project_term: period.sub_project_term,
        focus: period.focus,
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        rulebook: period.rulebook,
        priority: period.priority,
        specific_objective: period.specific_objective,
        funder_line: period.funder_line,
        note: period.note,
        verified: period.verified,
        source: period.source.join(),
    }
}

/// The period with this code.
pub fn named<'a>(periods: &'a [Model], code: &str) -> Result<&'a Model> {
    file::named(periods, code, |period| period.code == code)
}
