//! `migranet note`: what people have to say about figures.

use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use counting::Gender;
use domain::{
    Viewer,
    figure_note::{self, FigureNote, NewNote},
    id::FigureNoteId,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{app::App, gender_column::GenderColumn, listing::Format, output};

/// Note something on a figure, list the notes and withdraw them; they stand beside the figure in every report.
#[derive(Subcommand, Debug)]
#[command(after_help = "\
Examples:
  migranet note add --period IQ-2023 --network SOB --indicator EECO01 --text \"Eine Stelle war ein halbes Jahr unbesetzt\"
  migranet note list --period IQ-2023
  migranet note withdraw NOTE")]
pub enum Note {
    Add(Add),
    List(List),
    Withdraw(Withdraw),
}

/// Note something on a figure.
#[derive(Args, Debug)]
pub struct Add {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// On the figure of this regional network
    #[arg(long, conflicts_with = "sub_project")]
    network: Option<String>,
    /// On the figure of this sub-project; without it and a network on that of the period
    #[arg(long)]
    sub_project: Option<String>,
    /// Code of the indicator
    #[arg(long)]
    indicator: String,
    /// The gender column it is about; all together without it
    #[arg(long, value_enum)]
    gender: Option<GenderColumn>,
    /// What is noted, at most 1,000 characters
    #[arg(long)]
    text: String,
}

/// List the notes on the figures of a period.
#[derive(Args, Debug)]
pub struct List {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// As known at this moment: 2026-01-31 (its end, UTC) or 2026-01-31T12:00:00Z; without it, as known now
    #[arg(long, value_parser = crate::parse::moment)]
    known_at: Option<DateTime<Utc>>,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Withdraw a note: it is in no report on what is known from now on.
#[derive(Args, Debug)]
pub struct Withdraw {
    /// Key of the note, as `migranet note list` shows it
    note: Uuid,
}

const COLUMNS: [&str; 8] = ["key", "unit", "code", "indicator", "gender", "text", "by", "at"];

impl Note {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        match self {
            Self::Add(add) => {
                let new = NewNote {
                    period: add.period,
                    network: add.network,
                    sub_project: add.sub_project,
                    indicator: add.indicator,
                    gender: add.gender.map(Gender::from),
                    text: add.text,
                };
                output::line(&figure_note::add(&domain, &viewer, new).await?.id.to_string())?;
            }
            Self::List(list) => {
                let notes = figure_note::list(&domain, &viewer, (&list.period, list.known_at)).await?;
                list.format.show(&COLUMNS, notes.iter().map(row).collect())?;
            }
            Self::Withdraw(withdraw) => {
                let note = figure_note::withdraw(&domain, &viewer, FigureNoteId(withdraw.note)).await?;
                output::line(&format!("{}  withdrawn", note.id))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn row(note: &FigureNote) -> Value {
    let level: &'static str = note.level.into();
    json!({
        "key": note.id,
        "unit": level,
        "code": note.code,
        "indicator": note.indicator,
        "gender": note.gender.map(Gender::as_str),
        "text": note.text,
        "by": note.by,
        "at": note.at.to_rfc3339(),
    })
}
