//! `migranet token`: personal API tokens.

use std::process::ExitCode;

use chrono::TimeDelta;
use clap::{Args, Subcommand};
use domain::{
    Viewer,
    api_token::{self, NewToken},
    id::ApiTokenId,
};
use uuid::Uuid;

use crate::{
    app::App,
    output::{self, Format},
};

/// Keep API tokens: a token may do over GraphQL what its account may do.
#[derive(Subcommand, Debug)]
#[command(after_help = "\
Examples:
  TOKEN=$(migranet token create ada@example.org --name 'nightly export' --days 90)
  curl -H \"Authorization: Bearer $TOKEN\" …
  migranet token list")]
pub enum Token {
    Create(Create),
    List(List),
    Revoke(Revoke),
}

impl Token {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self {
            Self::Create(command) => command.run(app).await,
            Self::List(command) => command.run(app).await,
            Self::Revoke(command) => command.run(app).await,
        }
    }
}

/// Make a token. It is printed once and cannot be had again.
#[derive(Args, Debug)]
pub struct Create {
    /// E-mail address of the account it acts for
    email: String,
    /// What it is for
    #[arg(long)]
    name: String,
    /// It ends after so many days, at most 366
    #[arg(long, default_value_t = 90)]
    days: u32,
}

impl Create {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let expires_at = domain.clock.now() + TimeDelta::days(self.days.into());
        let new = NewToken { email: self.email, name: self.name, expires_at };
        let created = api_token::create(&domain, &Viewer::local_operator(), new).await?;
        output::line(&created.secret)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// List tokens, ended and withdrawn ones too.
#[derive(Args, Debug)]
pub struct List {
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl List {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let tokens = api_token::list(&domain, &Viewer::local_operator()).await?;
        match self.format {
            Format::Json => output::json(&tokens)?,
            Format::Text => {
                let rows = tokens.into_iter().map(|token| {
                    let revoked = token.revoked_at.map(output::moment).unwrap_or_default();
                    let [created, expires] = [token.created_at, token.expires_at].map(output::moment);
                    vec![token.email, token.name, created, expires, revoked, token.id.to_string()]
                });
                output::table(&["email", "name", "created", "expires", "revoked", "id"], rows.collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Withdraw a token.
#[derive(Args, Debug)]
pub struct Revoke {
    /// Key of the token, as `migranet token list` lists it
    id: Uuid,
}

impl Revoke {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        api_token::revoke(&domain, &Viewer::local_operator(), ApiTokenId(self.id)).await?;
        output::line("token revoked")?;
        Ok(ExitCode::SUCCESS)
    }
}
