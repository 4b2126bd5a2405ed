//! `migranet worklist`: cases that fall out of figures and can still be mended.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use domain::{
    Viewer,
    worklist::{self, Item, Reason, Wanted, WorklistQuery},
};
use serde_json::{Value, json};

use crate::{app::App, listing::Format};

/// List the cases that fall out of figures, or will, and can still be mended.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet worklist --period IQ-2023
  migranet worklist --period IQ-2023 --sub-project TV-17 --reason incomplete follow-up-due --format csv")]
pub struct Worklist {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// What had happened by this day; today without it
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: Option<NaiveDate>,
    /// Only this regional network
    #[arg(long)]
    network: Option<String>,
    /// Only this sub-project
    #[arg(long)]
    sub_project: Option<String>,
    /// Only for these reasons
    #[arg(long = "reason", value_enum, value_delimiter = ',', num_args = 1..)]
    reasons: Vec<Why>,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Why {
    /// Data are missing without which no indicator counts the case, or some do not
    Incomplete,
    /// Left, nothing known of what followed, and the 28 days still run
    ExitOutcomeDue,
    /// Labour-market status on day 28 after leaving unknown
    ExitStatusUnknown,
    /// Six months have passed since leaving without a survey
    FollowUpDue,
}

impl From<Why> for Reason {
    fn from(why: Why) -> Self {
        match why {
            Why::Incomplete => Self::Incomplete,
            Why::ExitOutcomeDue => Self::ExitOutcomeDue,
            Why::ExitStatusUnknown => Self::ExitStatusUnknown,
            Why::FollowUpDue => Self::FollowUpDue,
        }
    }
}

const COLUMNS: [&str; 8] =
    ["until", "daysLeft", "subProject", "reference", "reason", "since", "missing", "responsible"];

impl Worklist {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let query = WorklistQuery {
            period: self.period,
            cut_off: self.cut_off.unwrap_or_else(|| domain.clock.today()),
            network: self.network,
            sub_project: self.sub_project,
        };
        let viewer = Viewer::local_operator();
        let reasons = self.reasons.into_iter().map(Reason::from).collect();
        let all = Wanted { reasons, after: None, limit: usize::MAX };
        let items = worklist::read(&domain, &viewer, &query).await?.page(&domain, &viewer, &all).await?;
        self.format.show(&COLUMNS, items.rows.iter().map(row).collect())?;
        Ok(ExitCode::SUCCESS)
    }
}

fn row(item: &Item) -> Value {
    json!({
        "until": item.place.until.to_string(),
        "daysLeft": item.days_left,
        "subProject": item.place.sub_project,
        "reference": item.reference,
        "reason": item.place.reason.as_str(),
        "since": item.since.to_string(),
        "missing": item.missing.iter().map(counting::MissingField::as_str).collect::<Vec<_>>(),
        "responsible": item.responsible.names(),
    })
}
