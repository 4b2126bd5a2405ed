//! `migranet difference`: why figures changed between two points in time.

use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use domain::{
    Domain, Viewer,
    figure::{
        Breakdown, Change, ChangedCase, ChangedCasesRequest, Count, DifferenceQuery, FigureDifference,
        Moment, Standing, changed_cases, difference,
    },
    indicator::RulebookKind,
};
use serde_json::{Value, json};

use super::figures::{By, Format, Kind, show, unit};
use crate::{app::App, output, recounting};

/// Explain the difference between figures at two points: every case that made it, each with one cause.
///
/// A point is a cut-off and what was known at a moment. The causes add up to the difference, in every column.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet difference --period IQ-2023 --from-cut-off 2025-06-30 --to-cut-off 2025-12-31
  migranet difference --period IQ-2023 --from-cut-off 2025-12-31 --from-known-at 2026-01-31 --to-cut-off 2025-12-31
  migranet difference --period IQ-2023 --from-cut-off 2025-12-31 --from-known-at 2026-01-31 --to-cut-off 2025-12-31 \\
    --network SOB --indicator EECR03 --cases --format csv")]
pub struct Difference {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// The first point: what had happened by this day
    #[arg(long, value_parser = crate::parse::day)]
    from_cut_off: NaiveDate,
    /// As known at this moment: 2026-01-31 (its end, UTC) or 2026-01-31T12:00:00Z; without it, as known now
    #[arg(long, value_parser = crate::parse::moment)]
    from_known_at: Option<DateTime<Utc>>,
    /// The second point: what had happened by this day
    #[arg(long, value_parser = crate::parse::day)]
    to_cut_off: NaiveDate,
    /// As known at this moment; without it, as known now
    #[arg(long, value_parser = crate::parse::moment)]
    to_known_at: Option<DateTime<Utc>>,
    /// Only this regional network
    #[arg(long)]
    network: Option<String>,
    /// Only this sub-project
    #[arg(long)]
    sub_project: Option<String>,
    /// One difference per …
    #[arg(long, value_enum)]
    by: Option<By>,
    /// Only indicators that these ask for; without it, those of the law and of the programme
    #[arg(long = "kind", value_enum, value_delimiter = ',', num_args = 1..)]
    kinds: Vec<Kind>,
    /// Only these indicators, whoever asks for them, e.g. EECO01 EECR03
    #[arg(long = "indicator", value_delimiter = ',', num_args = 1..)]
    indicators: Vec<String>,
    /// List the cases that make each difference, instead of the numbers
    #[arg(long)]
    cases: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Difference {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let now = domain.clock.now();
        let known = |at: Option<DateTime<Utc>>| at.map(|at| crate::parse::not_later_today(at, now));
        let query = DifferenceQuery {
            period: self.period,
            network: self.network,
            strand: None,
            sub_project: self.sub_project,
            by: self.by.map(Breakdown::from),
            kinds: self.kinds.into_iter().map(RulebookKind::from).collect(),
            indicators: self.indicators,
            from: Moment { cut_off: self.from_cut_off, known_at: known(self.from_known_at) },
            to: Moment { cut_off: self.to_cut_off, known_at: known(self.to_known_at) },
        };
        recounting::tell_when_open(&domain, &query.period).await?;
        let differences = difference(&domain, &Viewer::local_operator(), &query).await?;
        if self.cases {
            let mut cases = Vec::new();
            for one in &differences {
                cases.extend(cases_of(&domain, one, &query).await?);
            }
            show(self.format, &CASE_COLUMNS, cases.into_iter())?;
        } else if let Format::Json = self.format {
            output::json(&differences.iter().map(as_object).collect::<Value>())?;
        } else {
            show(self.format, &COLUMNS, differences.iter().flat_map(as_rows))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

const COLUMNS: [&str; 10] =
    ["period", "unit", "code", "regionCategory", "indicator", "entry", "women", "men", "nonBinary", "total"];

const CASE_COLUMNS: [&str; 13] = [
    "period",
    "unit",
    "code",
    "regionCategory",
    "indicator",
    "subProject",
    "reference",
    "cause",
    "fromGender",
    "fromQuantity",
    "toGender",
    "toQuantity",
    "learntAt",
];

fn head(one: &FigureDifference) -> Value {
    json!({
        "period": &*one.period,
        "unit": unit(one.unit.kind),
        "code": one.unit.code,
        "regionCategory": one.region_category.as_str(),
        "indicator": one.indicator.code,
    })
}

fn with(mut row: Value, more: Value) -> Value {
    if let (Value::Object(row), Value::Object(more)) = (&mut row, more) {
        row.extend(more);
    }
    row
}

fn count(count: Count) -> Value {
    json!({
        "women": count.genders.map(|genders| genders.women),
        "men": count.genders.map(|genders| genders.men),
        "nonBinary": count.genders.map(|genders| genders.non_binary),
        "total": count.total,
    })
}

/// What a cause changed in a figure; by gender where the figure has genders.
fn change(of: &FigureDifference, change: &Change) -> Value {
    let [women, men, non_binary] = of.genders_of(*change);
    json!({ "women": women, "men": men, "nonBinary": non_binary, "total": change.total })
}

fn as_object(one: &FigureDifference) -> Value {
    let causes =
        one.causes.iter().map(|(cause, by)| with(json!({ "cause": cause.as_str() }), change(one, by)));
    let more = json!({ "from": count(one.from), "to": count(one.to), "causes": causes.collect::<Value>() });
    with(head(one), more)
}

/// The figure at the first point, what each cause changed, the figure at the second point.
fn as_rows(one: &FigureDifference) -> Vec<Value> {
    let row = |entry: &str, numbers| with(with(head(one), json!({ "entry": entry })), numbers);
    let mut rows = vec![row("from", count(one.from))];
    rows.extend(one.causes.iter().map(|(cause, by)| row(cause.as_str(), change(one, by))));
    rows.push(row("to", count(one.to)));
    rows
}

async fn cases_of(
    domain: &Domain,
    one: &FigureDifference,
    query: &DifferenceQuery,
) -> anyhow::Result<Vec<Value>> {
    let request = ChangedCasesRequest {
        period: query.period.clone(),
        unit: (one.unit.kind, one.unit.code.clone()),
        region_category: one.region_category,
        indicator: one.indicator.code.to_string(),
        from: query.from,
        to: query.to,
        causes: Vec::new(),
        after: None,
        limit: usize::MAX,
    };
    let page = changed_cases(domain, &Viewer::local_operator(), &request).await?;
    let gender = |standing: Option<Standing>| standing?.gender.map(counting::Gender::as_str);
    let row = |case: &ChangedCase| {
        let more = json!({
            "subProject": &*case.sub_project,
            "reference": case.reference,
            "cause": case.cause.as_str(),
            "fromGender": gender(case.from),
            "fromQuantity": case.from.map(|standing| standing.quantity),
            "toGender": gender(case.to),
            "toQuantity": case.to.map(|standing| standing.quantity),
            "learntAt": case.learnt_at.map(|at| at.to_rfc3339()),
        });
        with(head(one), more)
    };
    Ok(page.cases.iter().map(row).collect())
}
