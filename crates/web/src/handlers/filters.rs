//! What a visitor asks of a list: a period, a unit, a day, and one kind of its rows.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::{Error, Result, audit, funding_period};
use serde::Deserialize;

use super::{
    periods,
    units::{self, Units},
};
use crate::{
    pages::{
        filters::{Counted, Filters, Kind},
        reports::{Choice, ChoiceGroup},
    },
    visit::Visit,
};

/// Value of the choice "everything I may see".
const ALL: &str = "";

/// What is asked for; every part may be missing or empty. A unit is `network:CODE` or `sub_project:CODE`, or one of the
/// two parameters of these names.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    pub period: Option<String>,
    pub unit: Option<String>,
    pub network: Option<String>,
    pub sub_project: Option<String>,
    pub cut_off: Option<String>,
    pub after: Option<String>,
    /// The kind of the worklist's rows.
    pub reason: Option<String>,
    /// The kind of the findings' rows.
    pub state: Option<String>,
}

/// The same, read and checked.
pub struct Question {
    pub period: funding_period::Model,
    pub network: Option<String>,
    pub sub_project: Option<String>,
    pub cut_off: NaiveDate,
    /// What is wrong with it, in words.
    pub mistakes: Vec<String>,
    periods: Vec<funding_period::Model>,
    unit: String,
}

/// The parts of the filters that are the list's own.
pub struct Own {
    pub path: &'static str,
    pub kind: Kind,
    pub counts: Vec<Counted>,
}

impl Question {
    /// Reads what is asked for.
    pub async fn read(visit: &Visit, asked: &Asked) -> Result<Self> {
        let (period, periods) = periods::reporting(visit, asked.period.as_deref()).await?;
        let named = |level: &str, code: &Option<String>| code.as_ref().map(|code| format!("{level}:{code}"));
        let named = named("sub_project", &asked.sub_project).or(named("network", &asked.network));
        let unit = asked.unit.clone().or(named).unwrap_or_default();
        let mut question = Self {
            cut_off: visit.app.domain.clock.today(),
            period,
            network: None,
            sub_project: None,
            mistakes: Vec::new(),
            periods,
            unit: unit.clone(),
        };
        match unit.split_once(':') {
            Some(("network", code)) => question.network = Some(code.to_owned()),
            Some(("sub_project", code)) => question.sub_project = Some(code.to_owned()),
            _ if unit == ALL => {}
            _ => question.no_choice(visit, &unit),
        }
        if let Some(day) = question.choice::<NaiveDate>(visit, &asked.cut_off) {
            question.cut_off = day;
        }
        question.cut_off = question.cut_off.max(question.period.starts_on);
        Ok(question)
    }

    /// A value of the address; one that is none is a mistake, an empty one is not.
    pub fn choice<T: FromStr>(&mut self, visit: &Visit, value: &Option<String>) -> Option<T> {
        let value = value.as_deref().filter(|value| !value.is_empty())?;
        let read = value.parse().ok();
        if read.is_none() {
            self.no_choice(visit, value);
        }
        read
    }

    fn no_choice(&mut self, visit: &Visit, value: &str) {
        let words = [("value", texts::Arg::Text(value))];
        self.mistakes.push(texts::text_with(visit.caller.language, "web-no-choice", &words));
    }

    /// What was read, unless the question has mistakes, which are noted.
    pub async fn answered<T>(&mut self, visit: &Visit, read: Result<T>) -> Result<Option<T>> {
        match read {
            Err(Error::Invalid(mistakes)) => {
                self.mistakes.extend(mistakes.iter().map(|mistake| mistake.message(visit.caller.language)));
                audit::refused(&visit.app.domain, &visit.caller.viewer, "page").await;
                Ok(None)
            }
            read => read.map(Some),
        }
    }

    /// The filters as the page shows them.
    pub async fn filters(self, visit: &Visit, own: Own) -> Result<Filters> {
        let units = units(visit, &self.period, &self.unit).await?;
        let period = |row: &funding_period::Model| chosen(&row.code, &row.code, &self.period.code);
        Ok(Filters {
            path: own.path,
            periods: self.periods.iter().map(period).collect(),
            period: self.period.code.clone(),
            units,
            unit: self.unit,
            kind: own.kind,
            counts: own.counts,
            cut_off: self.cut_off.to_string(),
            mistakes: self.mistakes,
        })
    }
}

/// A choice of a filter.
pub fn chosen(value: &str, label: &str, chosen: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned(), selected: value == chosen }
}

/// What the visitor may look at in a period, in groups.
async fn units(visit: &Visit, period: &funding_period::Model, unit: &str) -> Result<Vec<ChoiceGroup>> {
    let text = |key| texts::text(visit.caller.language, key);
    let Units { networks, sub_projects } =
        Units::of(visit, period, (visit.caller.viewer.reads(), unit)).await?;
    let all = ChoiceGroup {
        label: text("web-worklist-units"),
        choices: vec![chosen(ALL, &text("web-worklist-all-units"), unit)],
    };
    Ok(units::present([all, networks, sub_projects]))
}
