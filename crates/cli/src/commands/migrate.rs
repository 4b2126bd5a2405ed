//! `migranet migrate`: the schema and the reference data.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use domain::{Clock, Domain, Viewer, reference_data};
use migrations::{Migrator, MigratorTrait};

use crate::{app::App, output, schema};

/// Create or update the database: its schema, and the reference data every installation shares.
///
/// Running it again changes nothing. Reference data are funding periods, funders, strands, offer types, districts
/// and regional networks; organisations, sub-projects and records come by import.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet migrate
  DATABASE_URL=postgres://migranet:…@db.example.org/migranet migranet migrate")]
pub struct Migrate {}

impl Migrate {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let db = app.connect().await?;
        let pending = schema::pending(&db).await?;
        Migrator::up(&db, None).await.context("cannot change the schema")?;
        output::line(&format!("schema: {pending} changes applied"))?;
        let domain = Domain::new(db, Clock::system());
        let summary = reference_data::load(&domain, &Viewer::local_operator()).await?;
        let reference_data::Summary { added, changed, removed, unchanged } = summary;
        output::line(&format!(
            "reference data: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged"
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}
