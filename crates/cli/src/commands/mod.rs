//! The commands: one file, one variant and one line of `run` each.

mod account;
mod audit;
mod config;
mod grant;
mod migrate;
mod token;

use std::process::ExitCode;

use clap::Subcommand;

use crate::app::App;

/// What `migranet` can be told to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    Migrate(migrate::Migrate),
    Config(config::ShowConfig),
    #[command(subcommand)]
    Account(account::Account),
    #[command(subcommand)]
    Token(token::Token),
    #[command(subcommand)]
    Audit(audit::Audit),
}

impl Command {
    /// Runs the command; its answer is the exit status.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self {
            Self::Migrate(command) => command.run(app).await,
            Self::Config(command) => command.run(app),
            Self::Account(command) => command.run(app).await,
            Self::Token(command) => command.run(app).await,
            Self::Audit(command) => command.run(app).await,
        }
    }
}
