//! The commands: one file, one variant and one line of `run` each.

mod account;
mod audit;
mod bench_data;
mod check;
mod config;
mod deadline;
mod demo;
mod difference;
mod edition;
mod estimate;
mod export;
mod figures;
mod finding;
mod grant;
mod import;
mod indicator;
mod migrate;
mod note;
mod profile;
mod recount;
mod report;
mod sample;
mod schema;
mod serve;
mod targets;
mod template;
mod token;
mod verify;
mod withdraw;
mod worker;
mod worklist;

use std::process::ExitCode;

use clap::Subcommand;

use crate::app::App;

/// What `migranet` can be told to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Worker(worker::Worker),
    Import(import::Import),
    Withdraw(withdraw::Withdraw),
    Export(export::Export),
    Template(template::Template),
    Figures(figures::Figures),
    Difference(difference::Difference),
    Targets(targets::Targets),
    Worklist(worklist::Worklist),
    Check(check::Check),
    #[command(subcommand)]
    Finding(finding::FindingCommand),
    #[command(subcommand)]
    Sample(sample::Sample),
    #[command(subcommand)]
    Estimate(estimate::Estimate),
    Report(report::Report),
    #[command(subcommand)]
    Edition(edition::Edition),
    #[command(subcommand)]
    Deadline(deadline::Deadline),
    Verify(verify::Verify),
    #[command(subcommand)]
    Note(note::Note),
    Schema(schema::Schema),
    Migrate(migrate::Migrate),
    Config(config::ShowConfig),
    Recount(recount::Recount),
    #[command(subcommand)]
    Indicator(indicator::Indicator),
    #[command(subcommand)]
    Profile(profile::ProfileCommand),
    #[command(subcommand)]
    Account(account::Account),
    #[command(subcommand)]
    Token(token::Token),
    #[command(subcommand)]
    Audit(audit::Audit),
    BenchData(bench_data::BenchData),
}

impl Command {
    /// Runs the command; its answer is the exit status.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self {
            Self::Demo(command) => command.run(app).await,
            Self::Serve(command) => command.run(app).await,
            Self::Worker(command) => command.run(app).await,
            Self::Import(command) => command.run(app).await,
            Self::Withdraw(command) => command.run(app).await,
            Self::Export(command) => command.run(app).await,
            Self::Template(command) => command.run(),
            Self::Figures(command) => command.run(app).await,
            Self::Difference(command) => command.run(app).await,
            Self::Targets(command) => command.run(app).await,
            Self::Worklist(command) => command.run(app).await,
            Self::Check(command) => command.run(app).await,
            Self::Finding(command) => command.run(app).await,
            Self::Sample(command) => command.run(app).await,
            Self::Estimate(command) => command.run(app).await,
            Self::Report(command) => command.run(app).await,
            Self::Edition(command) => command.run(app).await,
            Self::Deadline(command) => command.run(app).await,
            Self::Verify(command) => command.run(app).await,
            Self::Note(command) => command.run(app).await,
            Self::Schema(command) => command.run(),
            Self::Migrate(command) => command.run(app).await,
            Self::Config(command) => command.run(app),
            Self::Recount(command) => command.run(app).await,
            Self::Indicator(command) => command.run(app).await,
            Self::Profile(command) => command.run(app).await,
            Self::Account(command) => command.run(app).await,
            Self::Token(command) => command.run(app).await,
            Self::Audit(command) => command.run(app).await,
            Self::BenchData(command) => command.run(app).await,
        }
    }
}
