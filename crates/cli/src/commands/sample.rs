//! `migranet sample`: who is asked six months after leaving.

use std::process::ExitCode;

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::{
    Viewer,
    id::SampleId,
    sample::{self, Draw as Wish, Member, Model, Stratum},
};
use serde_json::{Value, json};

use crate::{app::App, listing::Format, output};

/// Draw and show samples for the survey six months after leaving.
#[derive(Subcommand, Debug)]
pub enum Sample {
    Draw(Draw),
    Show(Show),
    List(List),
}

/// Draw a stratified sample from the cases known now; prints its id.
///
/// The same seed and the same cases give the same members on any machine.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  migranet sample draw --period IQ-2023 --indicator EECR05 --cut-off 2025-12-31 --seed 2026-01 --expected-answers 0.6")]
pub struct Draw {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// The indicator the survey is for: EECR05 or EECR06, in ESF 2014-20 CR06 or CR07
    #[arg(long)]
    indicator: String,
    /// Those whose six months have passed by this day can be drawn
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: NaiveDate,
    /// What chance is made of
    #[arg(long)]
    seed: String,
    /// The share of those drawn who are expected to answer, above 0 up to 1
    #[arg(long, default_value_t = 1.0)]
    expected_answers: f64,
}

/// Show a sample with what came of the survey so far.
#[derive(Args, Debug)]
pub struct Show {
    /// Id of the sample
    id: uuid::Uuid,
    /// List those drawn instead of the strata
    #[arg(long)]
    members: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// List the samples of a period.
#[derive(Args, Debug)]
pub struct List {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const SAMPLES: [&str; 9] = [
    "id",
    "indicator",
    "cutOff",
    "seed",
    "frameSha256",
    "population",
    "requiredAnswers",
    "selected",
    "drawnAt",
];
const STRATA: [&str; 11] = [
    "gender",
    "employment",
    "ageGroup",
    "education",
    "population",
    "selected",
    "answered",
    "results",
    "refused",
    "notReached",
    "extrapolated",
];
const MEMBERS: [&str; 4] = ["rank", "subProject", "reference", "state"];

impl Sample {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        match self {
            Self::Draw(draw) => {
                let wish = Wish {
                    period: draw.period,
                    indicator: draw.indicator,
                    cut_off: draw.cut_off,
                    seed: draw.seed,
                    expected_answers: draw.expected_answers,
                };
                output::line(&sample::draw(&domain, &viewer, wish).await?.to_string())?;
            }
            Self::Show(show) if show.members => {
                let members = sample::members(&domain, &viewer, SampleId(show.id)).await;
                show.format.show(
                    &MEMBERS,
                    members.context("cannot show the sample")?.iter().map(member).collect(),
                )?;
            }
            Self::Show(show) => {
                let sample = sample::get(&domain, &viewer, SampleId(show.id)).await;
                let sample = sample.context("cannot show the sample")?;
                if show.format == Format::Json {
                    output::json(&whole(&sample))?;
                } else {
                    show.format.show(&STRATA, sample.strata.iter().map(stratum).collect())?;
                }
                if show.format == Format::Table {
                    output::line(&summary(&sample))?;
                }
            }
            Self::List(list) => {
                let samples = sample::list(&domain, &viewer, &list.period).await?;
                list.format.show(&SAMPLES, samples.iter().map(row).collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn summary(sample: &sample::Sample) -> String {
    let (answers, required) = (sample.answers(), sample.row.required_answers);
    match sample.estimate {
        None => format!("{answers} of {required} required answers; a stratum has none yet"),
        Some(estimate) => format!(
            "{answers} of {required} required answers: {:.1} of {} ({:.1} % ± {:.1} points){}",
            estimate.total,
            sample.row.population,
            100.0 * estimate.share(),
            100.0 * estimate.margin,
            if sample.is_reliable() { "" } else { ", not reliable" }
        ),
    }
}

fn whole(sample: &sample::Sample) -> Value {
    json!({
        "sample": row(&sample.row),
        "strata": sample.strata.iter().map(stratum).collect::<Vec<_>>(),
        "answered": sample.answers(),
        "estimate": sample.estimate.map(|estimate| json!({
            "total": estimate.total,
            "share": estimate.share(),
            "margin": estimate.margin,
            "reliable": sample.is_reliable(),
        })),
    })
}

fn row(sample: &Model) -> Value {
    json!({
        "id": sample.id.to_string(),
        "indicator": sample.indicator,
        "cutOff": sample.cut_off.to_string(),
        "seed": sample.seed,
        "frameSha256": sample.frame_sha256,
        "population": sample.population,
        "requiredAnswers": sample.required_answers,
        "selected": sample.selected,
        "drawnAt": sample.drawn_at.to_rfc3339(),
    })
}

fn stratum(stratum: &Stratum) -> Value {
    json!({
        "gender": stratum.row.gender,
        "employment": stratum.row.employment,
        "ageGroup": stratum.row.age_group,
        "education": stratum.row.education,
        "population": stratum.row.population,
        "selected": stratum.row.selected,
        "answered": stratum.answers.answered(),
        "results": stratum.answers.results,
        "refused": stratum.answers.refused,
        "notReached": stratum.answers.not_reached,
        "extrapolated": stratum.extrapolated,
    })
}

fn member(member: &Member) -> Value {
    json!({
        "rank": member.rank,
        "subProject": member.sub_project,
        "reference": member.reference,
        "state": member.state.as_str(),
    })
}
