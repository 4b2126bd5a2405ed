//! Invented indicators of the programme, one of them with values entered by hand.

use chrono::NaiveDate;

use super::generate::PERIOD;
use crate::{
    Domain, Error, Result, Viewer, funding_period,
    indicator::{self, DefinitionInput},
    indicator_value::{self, NewValue},
    recount::{self, Step},
};

/// The one whose values are entered by hand.
const BY_HAND: &str = "DEMO-05";
/// Its values: sub-project, day, number.
const VALUES: [(&str, NaiveDate, i64); 3] = [
    ("SOB-KOO", NaiveDate::from_ymd_opt(2024, 6, 30).expect("a date"), 12),
    ("SOB-KOO", NaiveDate::from_ymd_opt(2024, 12, 31).expect("a date"), 9),
    ("FRA-KOO", NaiveDate::from_ymd_opt(2024, 12, 31).expect("a date"), 7),
];

/// Defines those that are missing. Best before there are records: then counting them takes no time.
pub async fn make(domain: &Domain, viewer: &Viewer) -> Result<()> {
    let odd = |source: serde_json::Error| Error::Internal {
        what: "reading the example indicators",
        source: source.into(),
    };
    let examples = include_str!("../../data/demo_indicators.json");
    let examples: Vec<DefinitionInput> = serde_json::from_str(examples).map_err(odd)?;
    let period = funding_period::store::by_code(&domain.db, PERIOD).await?;
    let period = period.ok_or(Error::NotFound("funding_period"))?;
    let known = indicator::store::definitions(&domain.db, period.id, None).await?;
    for example in examples {
        if known.iter().any(|row| row.code == example.code) {
            continue;
        }
        indicator::define(domain, viewer, (PERIOD, &example)).await?;
        if example.code == BY_HAND {
            enter_values(domain, viewer).await?;
        }
    }
    while let Some(attempt) = recount::claim(domain, "demo").await? {
        while recount::step(domain, attempt).await? == Step::Further {}
    }
    Ok(())
}

async fn enter_values(domain: &Domain, viewer: &Viewer) -> Result<()> {
    for (sub_project, day, value) in VALUES {
        let new = NewValue {
            period: PERIOD.to_owned(),
            indicator: BY_HAND.to_owned(),
            sub_project: sub_project.to_owned(),
            day,
            gender: None,
            value,
            reason: "Erfundenes Beispiel der Vorführung".to_owned(),
            document: None,
        };
        indicator_value::enter(domain, viewer, &new).await?;
    }
    Ok(())
}
