//! `migranet check`: the plausibility rules over what is recorded.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Args;
use domain::{
    Actor, Viewer,
    plausibility::{self, CheckQuery, Finding, Severity, Wanted},
};
use serde_json::{Value, json};
use texts::Language;

use crate::{
    app::App,
    output::{self, Format},
};

/// Exit status when there are errors.
const ERRORS: u8 = 1;

/// Check stored records and the figures made of them by every plausibility rule.
///
/// Each finding begins with its key, by which `migranet finding waive` accepts a warning.
///
/// Exit status 1 when there are errors; warnings, waived or not, are no errors.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet check --period IQ-2023
  migranet check --period IQ-2023 --cut-off 2025-12-31 --sub-project TV-17 --lang de --format json")]
pub struct Check {
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
    /// Language of the findings: de or en
    #[arg(long, default_value = "en")]
    lang: Language,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Check {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let query = CheckQuery {
            period: self.period,
            cut_off: self.cut_off.unwrap_or_else(|| domain.clock.today()),
            network: self.network,
            sub_project: self.sub_project,
        };
        let viewer = Viewer::local_operator();
        let checked = plausibility::check(&domain, &viewer, &query).await?;
        let findings = checked.page(&domain, &viewer, Wanted::ALL).await?.rows;
        match self.format {
            Format::Json => {
                output::json(&findings.iter().map(|finding| object(finding, self.lang)).collect::<Vec<_>>())?;
            }
            Format::Text => {
                for finding in &findings {
                    output::line(&text(finding, self.lang))?;
                }
            }
        }
        let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        Ok(if errors { ExitCode::from(ERRORS) } else { ExitCode::SUCCESS })
    }
}

fn text(finding: &Finding, language: Language) -> String {
    let waived = match &finding.waiver {
        Some(waiver) => {
            let (waived_by, by) =
                (texts::text(language, "web-finding-waived-by"), Actor::in_words(&waiver.by, language));
            format!("\n    {waived_by} {by}: {}", waiver.reason)
        }
        None => String::new(),
    };
    format!(
        "{}: {}\n    {}\n    {} ({}){waived}",
        texts::text(language, &format!("web-finding-{}", finding.state().as_str())),
        finding.key,
        finding.message(language),
        finding.remedy(language),
        texts::legal_source(language, finding.legal_source)
    )
}

fn object(finding: &Finding, language: Language) -> Value {
    json!({
        "key": finding.key,
        "rule": finding.rule,
        "severity": finding.severity.as_str(),
        "place": finding.place.to_string(),
        "field": finding.field,
        "message": finding.message(language),
        "remedy": finding.remedy(language),
        "legalSource": texts::legal_source(language, finding.legal_source),
        "waived": finding.waiver.as_ref().map(|waiver| json!({
            "reason": waiver.reason, "by": waiver.by, "at": waiver.at,
        })),
    })
}
