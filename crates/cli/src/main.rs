#![doc = include_str!("../README.md")]

mod app;
mod commands;
mod config;
mod gender_column;
mod listing;
mod output;
mod parse;
mod password;
mod progress;
mod recounting;
mod report;
mod schema;
mod server;
mod tables;
mod telemetry;
mod workbook;

use std::process::ExitCode;

use clap::Parser;

use crate::{app::App, commands::Command, config::Config};

/// Rows of SQLite are made by its threads and dropped by ours, value by value.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Exit status when nothing was done.
const NOTHING_DONE: u8 = 2;

/// Record who took part in what, and get the figures the funder asks for.
#[derive(Parser, Debug)]
#[command(
    name = "migranet",
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    after_help = "\
First steps:
  migranet demo                                        try everything with generated people
  migranet migrate                                     create or update the database
  migranet account add ada@example.org --name Ada      make an account
  migranet account grant ada@example.org administrator and give it rights

The command line acts as the local operator: it may do everything, and the audit log says what it did.
Settings come from the environment, from migranet.toml, or have defaults: `migranet config` shows them all."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli).await {
        Ok(status) => status,
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::failure(&error);
            ExitCode::from(NOTHING_DONE)
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let config = Config::load()?;
    telemetry::start(&config)?;
    Box::pin(cli.command.run(App::new(config))).await
}
