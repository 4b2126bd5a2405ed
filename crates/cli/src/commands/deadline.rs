//! `migranet deadline`: by when figures are to be handed in.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::{
    Domain, Viewer,
    deadline::{
        self, Deadline as Row, DeadlineEnding, DeadlineSetting, Found, LeadTimes, LeadTimesSetting, PreCheck,
    },
    edition::{self, HandIn},
};
use serde_json::{Value, json};

use crate::{app::App, listing::Format, output};

/// By when figures are to be handed in, and the dates before that.
///
/// The law gives 31 January with the cut-off 31 December, and 31 July with 30 June. An administrator adds, changes and ends
/// deadlines of a period, and says how many days before them the network is to have what.
#[derive(Subcommand, Debug)]
#[command(after_help = "\
Examples:
  migranet deadline list --period IQ-2023
  migranet deadline set --period IQ-2023 --cut-off 2025-12-31 --due-on 2026-02-15 --reason \"Schreiben vom 3. Mai\"
  migranet deadline end --period IQ-2023 --cut-off 2023-06-30 --reason \"Erst ab 2024 gefordert\"
  migranet deadline check --period IQ-2026
  migranet deadline hand-ins --period IQ-2023 --cut-off 2025-12-31     who has handed in, and who has not
  migranet deadline lead-times --period IQ-2023 --pre-check 28 --sub-projects 21 --coordination 10 --reason \"…\"")]
pub enum Deadline {
    List(List),
    Set(Set),
    End(End),
    LeadTimes(SetLeadTimes),
    /// Look now at what is still missing before a deadline, sub-project by sub-project.
    ///
    /// By itself this is done on the day of the pre-check; what was found is on the start page of those who can mend it.
    Check(Asked),
    /// List who has handed in before a deadline and who has not: each regional network with its sub-projects, then the period.
    HandIns(Asked),
}

/// List the deadlines of a period, the earliest first.
#[derive(Args, Debug)]
pub struct List {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Add a deadline, or change its last day.
#[derive(Args, Debug)]
pub struct Set {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// What had happened by this day is to be reported
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: NaiveDate,
    /// By when
    #[arg(long, value_parser = crate::parse::day)]
    due_on: NaiveDate,
    /// Why; kept with the version and in the audit log
    #[arg(long)]
    reason: String,
}

/// End a deadline: it does not hold, whoever gave it.
#[derive(Args, Debug)]
pub struct End {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Its cut-off
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: NaiveDate,
    /// Why; kept with the version and in the audit log
    #[arg(long)]
    reason: String,
}

/// Change how many days before its deadlines a period is to have what.
#[derive(Args, Debug)]
pub struct SetLeadTimes {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Days from the pre-check to the deadline
    #[arg(long, allow_negative_numbers = true)]
    pre_check: i64,
    /// Days from the day by which sub-projects hand in to the deadline
    #[arg(long, allow_negative_numbers = true)]
    sub_projects: i64,
    /// Days from the day by which coordinations hand in to the deadline
    #[arg(long, allow_negative_numbers = true)]
    coordination: i64,
    /// Why; kept with the version and in the audit log
    #[arg(long)]
    reason: String,
}

/// A deadline that is asked about.
#[derive(Args, Debug)]
pub struct Asked {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Cut-off of the deadline; the next one without it
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: Option<NaiveDate>,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const FOUND: [&str; 7] =
    ["subProject", "silent", "incomplete", "missing", "exitOutcomeDue", "exitStatusUnknown", "followUpDue"];

const HANDED_IN: [&str; 7] = ["level", "unit", "by", "edition", "state", "overdue", "silent"];

const COLUMNS: [&str; 6] = ["cutOff", "preCheckOn", "subProjectsBy", "coordinationBy", "dueOn", "reason"];

impl Deadline {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        match self {
            Self::List(List { period, format }) => show(&domain, &period, format).await?,
            Self::Set(Set { period, cut_off, due_on, reason }) => {
                let setting = DeadlineSetting { period, cut_off, due_on, reason };
                deadline::set(&domain, &viewer, &setting).await?;
                show(&domain, &setting.period, Format::Table).await?;
            }
            Self::End(End { period, cut_off, reason }) => {
                let ending = DeadlineEnding { period, cut_off, reason };
                deadline::end(&domain, &viewer, &ending).await?;
                show(&domain, &ending.period, Format::Table).await?;
            }
            Self::LeadTimes(SetLeadTimes { period, pre_check, sub_projects, coordination, reason }) => {
                let lead_times = LeadTimes::of_days([pre_check, sub_projects, coordination]);
                let setting = LeadTimesSetting { period, lead_times, reason };
                deadline::set_lead_times(&domain, &viewer, &setting).await?;
                show(&domain, &setting.period, Format::Table).await?;
            }
            Self::Check(Asked { period, cut_off, format }) => {
                let check = deadline::check(&domain, &viewer, (&period, cut_off)).await?;
                tell(&check, format)?;
            }
            Self::HandIns(Asked { period, cut_off, format }) => {
                let (deadline, hand_ins) = edition::hand_ins(&domain, &viewer, (&period, cut_off)).await?;
                if format == Format::Table {
                    output::line(&format!("Deadline with cut-off {}:", deadline.cut_off))?;
                }
                let today = domain.clock.today();
                format.show(&HANDED_IN, hand_ins.iter().map(|one| handed_in(one, today)).collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn show(domain: &Domain, period: &str, format: Format) -> anyhow::Result<()> {
    let deadlines = deadline::list(domain, &Viewer::local_operator(), period).await?;
    format.show(&COLUMNS, deadlines.iter().map(row).collect())
}

/// What a check found; people are told what it looked at, and that nothing is missing where nothing is.
fn tell(check: &PreCheck, format: Format) -> anyhow::Result<()> {
    if format == Format::Table {
        let PreCheck { cut_off, looked_at, .. } = check;
        output::line(&format!("Deadline with cut-off {cut_off}, records looked at as of {looked_at}:"))?;
        if check.found.is_empty() {
            output::line("Nothing is missing in any sub-project.")?;
            return Ok(());
        }
    }
    format.show(&FOUND, check.found.iter().map(found).collect())
}

fn found(found: &Found) -> Value {
    let missing = found.missing.iter().map(|(field, cases)| format!("{field} {cases}"));
    json!({
        "subProject": found.sub_project,
        "silent": found.is_silent,
        "incomplete": found.counts.incomplete,
        "missing": missing.collect::<Vec<_>>(),
        "exitOutcomeDue": found.counts.exit_outcome_due,
        "exitStatusUnknown": found.counts.exit_status_unknown,
        "followUpDue": found.counts.follow_up_due,
    })
}

fn handed_in(hand_in: &HandIn, today: NaiveDate) -> Value {
    let edition = hand_in.edition.as_ref();
    json!({
        "level": <&str>::from(hand_in.unit.kind),
        "unit": hand_in.unit.code,
        "by": hand_in.by,
        "edition": edition.map(|edition| edition.id),
        "state": edition.map_or("none", |edition| &edition.state),
        "overdue": hand_in.is_overdue(today),
        "silent": hand_in.is_silent,
    })
}

fn row(deadline: &Row) -> Value {
    json!({
        "cutOff": deadline.cut_off,
        "preCheckOn": deadline.pre_check_on,
        "subProjectsBy": deadline.sub_projects_by,
        "coordinationBy": deadline.coordination_by,
        "dueOn": deadline.due_on,
        "reason": deadline.reason,
    })
}
