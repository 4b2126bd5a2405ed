//! `migranet demo`: the whole product with a real network and generated people.

use std::{net::SocketAddr, process::ExitCode};

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use clap::Args;
use domain::{
    Clock, Domain, Viewer,
    demo::{self, ACCOUNTS, Made, PASSWORD, PERIOD, RefusedDatabase},
    report::{self, About, ReportRequest, State},
};
use migrations::{Migrator, MigratorTrait};
use texts::Language;

use crate::{app::App, config::masked, output, progress::Progress, report::build, server::Server};

/// The cut-off of the demonstration's workbook: the last day of its period.
const CUT_OFF: NaiveDate = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a date");

/// Try everything: the real network with generated people, its workbook, the pages and the API.
///
/// The first start makes the demonstration in the data directory; later ones go on with it. It serves on loopback
/// only and refuses a database that holds anything else.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet demo                                        at http://127.0.0.1:8080
  MIGRANET_LISTEN=127.0.0.1:9000 migranet demo         on another port
  MIGRANET_DATA_DIR=/tmp/demonstration migranet demo   in another folder")]
pub struct Demo {}

impl Demo {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let listen = loopback(app.config.listen.value)?;
        let db = app.connect().await?;
        crate::schema::pending(&db).await?;
        Migrator::up(&db, None).await.context("cannot change the schema")?;
        let domain = Domain::new(db, Clock::system());
        refuse_foreign(&app, &domain).await?;
        let progress = Progress::new();
        let made =
            demo::make(&domain, |step| progress.show(STEPS[usize::from(step) - 1], i64::from(step), 4))
                .await?;
        progress.end();
        output::line(match made {
            Made::Fresh => {
                "The demonstration was made: the MigraNet network with 25,000 generated participants."
            }
            Made::Before => "The demonstration was there already and is used again.",
        })?;
        let workbook = workbook(&app, &domain).await?;
        let server = Server::open(&app, domain, listen).await?;
        introduce(&app, &workbook, server.address()?)?;
        server.serve().await?;
        Ok(ExitCode::SUCCESS)
    }
}

const STEPS: [&str; 4] =
    ["loading the network", "importing generated participants", "importing late records", "making accounts"];

/// Only this machine may reach the demonstration: everybody knows its passwords.
fn loopback(listen: SocketAddr) -> anyhow::Result<SocketAddr> {
    if !listen.ip().is_loopback() {
        bail!(
            "the demonstration listens on loopback only, not on {listen}: set MIGRANET_LISTEN to 127.0.0.1:8080"
        );
    }
    Ok(listen)
}

async fn refuse_foreign(app: &App, domain: &Domain) -> anyhow::Result<()> {
    let database = masked(&app.config.database_url.value);
    match demo::refuse_foreign(domain).await? {
        Ok(()) => Ok(()),
        Err(RefusedDatabase::Accounts(count)) => {
            bail!(
                "{database} holds {count} accounts that are not the demonstration's: choose another MIGRANET_DATA_DIR"
            )
        }
        Err(RefusedDatabase::Network(count)) => {
            bail!(
                "{database} holds {count} organisations and sub-projects that are not the demonstration's: choose another MIGRANET_DATA_DIR"
            )
        }
        Err(RefusedDatabase::Participants(count)) => {
            bail!(
                "{database} holds {count} participants that were not generated: choose another MIGRANET_DATA_DIR"
            )
        }
    }
}

/// The workbook of the whole period: one whose file is there, else a new one.
async fn workbook(app: &App, domain: &Domain) -> anyhow::Result<report::Model> {
    let runs = report::page(domain, &Viewer::local_operator(), (&[], None, 100)).await?;
    let whole = |run: &report::Model| matches!(run.about(), About::Period(_));
    for run in runs {
        if whole(&run) && run.state()? == State::Done && run.file_removed_at.is_none() {
            return Ok(run);
        }
    }
    let request = ReportRequest {
        period: PERIOD.to_owned(),
        cut_off: CUT_OFF,
        known_at: None,
        network: None,
        strand: None,
        sub_project: None,
        language: Language::De,
    };
    let run = report::request(domain, &Viewer::local_operator(), request).await?;
    build(app, domain, run).await
}

fn introduce(app: &App, workbook: &report::Model, address: SocketAddr) -> anyhow::Result<()> {
    let key = workbook.file_key.as_deref().unwrap_or_default();
    output::line("")?;
    output::line(&format!("Workbook   {}", app.config.files_url.value.place(key)))?;
    output::line(&format!("SHA-256    {}", workbook.file_sha256.as_deref().unwrap_or_default()))?;
    output::line("")?;
    output::line(&format!("Accounts   (password of each: {PASSWORD})"))?;
    for account in ACCOUNTS {
        output::line(&format!("           {:<28} {}", account.email, account.role.as_str()))?;
    }
    output::line("")?;
    output::line(&format!("GraphiQL   http://{address}/graphql"))?;
    output::line(&format!("serving on http://{address}"))?;
    output::line("           stop with Ctrl-C")?;
    Ok(())
}
