//! `migranet account`: who may sign in.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use domain::{
    Viewer,
    account::{self, NewAccount},
};

use super::grant::{Grant, Grants, Revoke};
use crate::{
    app::App,
    output::{self, Format},
    password::PasswordInput,
};

/// Keep accounts of staff, and what they may do.
#[derive(Subcommand, Debug)]
#[command(after_help = "\
Examples:
  migranet account add ada@example.org --name 'Ada Beispiel'
  migranet account grant ada@example.org coordinator --period IQ-2023 --network SOB
  migranet account grants
  migranet account disable ada@example.org")]
pub enum Account {
    Add(Add),
    List(List),
    Password(Password),
    Disable(Disable),
    Enable(Enable),
    Grant(Grant),
    Grants(Grants),
    Revoke(Revoke),
}

impl Account {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self {
            Self::Add(command) => command.run(app).await,
            Self::List(command) => command.run(app).await,
            Self::Password(command) => command.run(app).await,
            Self::Disable(command) => command.run(app).await,
            Self::Enable(command) => command.run(app).await,
            Self::Grant(command) => command.run(app).await,
            Self::Grants(command) => command.run(app).await,
            Self::Revoke(command) => command.run(app).await,
        }
    }
}

/// Make an account. It may do nothing until rights are granted.
#[derive(Args, Debug)]
pub struct Add {
    /// E-mail address: the sign-in name
    email: String,
    /// Name that reports show
    #[arg(long)]
    name: String,
    #[command(flatten)]
    password: PasswordInput,
}

impl Add {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let new = NewAccount { email: self.email, name: self.name, password: self.password.read()? };
        let id = account::add(&domain, &Viewer::local_operator(), new).await?;
        output::line(&format!("account {id} added"))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// List accounts.
#[derive(Args, Debug)]
pub struct List {
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl List {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let accounts = account::list(&domain, &Viewer::local_operator()).await?;
        match self.format {
            Format::Json => output::json(&accounts)?,
            Format::Text => {
                let rows = accounts.into_iter().map(|account| {
                    let disabled = account.disabled_at.map(output::moment).unwrap_or_default();
                    vec![account.email, account.name, output::moment(account.created_at), disabled]
                });
                output::table(&["email", "name", "created", "disabled"], rows.collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Give an account another password, and end its sessions.
#[derive(Args, Debug)]
pub struct Password {
    /// E-mail address of the account
    email: String,
    #[command(flatten)]
    password: PasswordInput,
}

impl Password {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let password = self.password.read()?;
        account::set_password(&domain, &Viewer::local_operator(), &self.email, password).await?;
        output::line("password set")?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Shut an account: it signs in no more, its sessions end and its tokens are withdrawn.
#[derive(Args, Debug)]
pub struct Disable {
    /// E-mail address of the account
    email: String,
}

impl Disable {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        account::disable(&app.domain().await?, &Viewer::local_operator(), &self.email).await?;
        output::line("account disabled")?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Open a shut account again. Its tokens stay withdrawn.
#[derive(Args, Debug)]
pub struct Enable {
    /// E-mail address of the account
    email: String,
}

impl Enable {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        account::enable(&app.domain().await?, &Viewer::local_operator(), &self.email).await?;
        output::line("account enabled")?;
        Ok(ExitCode::SUCCESS)
    }
}
