//! `migranet recount`: count a period again, or compare the ledger with a fresh count.

use std::process::ExitCode;

use clap::Args;
use domain::{
    Domain, Viewer,
    recount::{self, Odd, Progress as Counted, Side},
};
use serde_json::json;

use crate::{
    app::App,
    output::{self, Format},
    recounting,
};

/// Exit status when the ledger and a fresh count differ.
const DIFFERENCES: u8 = 1;

/// Count a period again from the records, or compare the ledger with a fresh count.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet recount --period IQ-2023 --reason \"after the update\"
  migranet recount --verify
  migranet recount --verify --period IQ-2023 --format json

A recount writes only what is different; what was known before stays known. This command works on it itself; other
workers help. --verify writes nothing, lists each difference, and ends with status 1 when there is any.")]
pub struct Recount {
    /// Code of the funding period
    #[arg(long, required_unless_present = "verify")]
    period: Option<String>,
    /// Why; kept with the recount and in the audit log
    #[arg(long, conflicts_with = "verify")]
    reason: Option<String>,
    /// Compare only, and write nothing; without a period, all of them
    #[arg(long)]
    verify: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Recount {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        if self.verify {
            return verify(&domain, self.period.as_deref(), self.format).await;
        }
        let viewer = Viewer::local_operator();
        let period = self.period.unwrap_or_default();
        let recount = recount::start(&domain, &viewer, (&period, self.reason)).await?;
        // those asked for before may do the work of this one
        let all = recounting::open(&domain, recount.funding_period_id).await?.into_iter();
        let waiting = all.filter(|id| *id != recount.id).chain([recount.id]).collect();
        let ended = recounting::to_the_end(&app, &domain, (recount.funding_period_id, waiting)).await?;
        match self.format {
            Format::Json => {
                let own = ended.iter().find(|counted| counted.recount.id == recount.id);
                output::json(&json!({
                    "recount": recount.id,
                    "period": period,
                    "parts": own.map(|counted| counted.parts),
                    "cases": own.map(|counted| counted.cases_done),
                    "changed": ended.iter().map(|counted| counted.changed).sum::<u64>(),
                    "casesPerSecond": own.and_then(Counted::cases_per_second),
                }))?;
            }
            Format::Text => output::line(&recounting::in_words(&ended))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn verify(domain: &Domain, period: Option<&str>, format: Format) -> anyhow::Result<ExitCode> {
    let mut odds = Vec::new();
    let found = recount::verify(domain, &Viewer::local_operator(), (period, |odd| odds.push(odd))).await?;
    match format {
        Format::Json => output::json(&odds.iter().map(in_json).collect::<Vec<_>>())?,
        Format::Text if odds.is_empty() => output::line("the ledger says what a fresh count says")?,
        Format::Text => {
            let rows = odds.iter().map(|odd| {
                let sides = [&odd.ledger, &odd.count];
                let [ledger, count] =
                    sides.map(|side| side.iter().map(in_words).collect::<Vec<_>>().join(" | "));
                vec![odd.sub_project.clone(), odd.reference.clone(), odd.rulebook.clone(), ledger, count]
            });
            let headings = ["sub-project", "reference", "rulebook", "the ledger says", "a fresh count says"];
            output::table(&headings, rows.collect())?;
        }
    }
    Ok(if found == 0 { ExitCode::SUCCESS } else { ExitCode::from(DIFFERENCES) })
}

fn in_json(odd: &Odd) -> serde_json::Value {
    json!({
        "subProject": odd.sub_project,
        "reference": odd.reference,
        "rulebook": odd.rulebook,
        "ledger": odd.ledger,
        "count": odd.count,
    })
}

/// What a side says, e.g. `2023-05-10… female ×1: EECO01 EECO02; left out of EECR01`.
fn in_words(side: &Side) -> String {
    let until = side.until.map(|day| day.to_string()).unwrap_or_default();
    let gender = side.gender.as_deref().unwrap_or("-");
    let left_out = match side.left_out.as_slice() {
        [] => String::new(),
        codes => format!("; left out of {}", codes.join(" ")),
    };
    format!("{}…{until} {gender} ×{}: {}{left_out}", side.from, side.quantity, side.counted.join(" "))
}
