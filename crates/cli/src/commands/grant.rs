//! `migranet account grant`, `grants` and `revoke`: what accounts may do.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use domain::{
    Role, Viewer,
    access_grant::{self, NewGrant},
    id::AccessGrantId,
};
use strum::VariantArray;
use uuid::Uuid;

use crate::{
    app::App,
    output::{self, Format},
};

/// Give an account a right: a role, in a scope, for a time.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet account grant ada@example.org administrator
  migranet account grant ada@example.org coordinator --period IQ-2023 --network SOB
  migranet account grant ada@example.org project_staff --sub-project TV-17 --from 2025-01-01
  migranet account grant ada@example.org auditor --to 2025-12-31

An administrator may do everything. A coordinator sees and changes the records of a regional network's
sub-projects, project staff those of a sub-project. An auditor sees everything until the last day.")]
pub struct Grant {
    /// E-mail address of the account
    email: String,
    /// The role
    #[arg(value_parser = role())]
    role: Role,
    /// For coordinators: code of the network's funding period
    #[arg(long, requires = "network")]
    period: Option<String>,
    /// For coordinators: code of the regional network
    #[arg(long, requires = "period")]
    network: Option<String>,
    /// For project staff: code of the sub-project
    #[arg(long)]
    sub_project: Option<String>,
    /// First day; without it, today
    #[arg(long, value_parser = crate::parse::day)]
    from: Option<NaiveDate>,
    /// Last day; without it, until further notice
    #[arg(long, value_parser = crate::parse::day)]
    to: Option<NaiveDate>,
}

fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::VARIANTS.iter().map(|role| role.as_str()))
        .try_map(|code| code.parse::<Role>())
}

impl Grant {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let new = NewGrant {
            email: self.email,
            role: self.role,
            network: self.period.zip(self.network),
            sub_project: self.sub_project,
            valid_from: self.from.unwrap_or_else(|| domain.clock.today()),
            valid_to: self.to,
        };
        let id = access_grant::grant(&domain, &Viewer::local_operator(), new).await?;
        output::line(&format!("grant {id} added"))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// List grants, past and coming ones too.
#[derive(Args, Debug)]
pub struct Grants {
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Grants {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let grants = access_grant::list(&domain, &Viewer::local_operator()).await?;
        match self.format {
            Format::Json => output::json(&grants)?,
            Format::Text => {
                let rows = grants.into_iter().map(|grant| {
                    let network =
                        grant.period.zip(grant.network).map(|(period, code)| format!("{period}/{code}"));
                    let scope = network.or(grant.sub_project).unwrap_or_default();
                    let to = grant.valid_to.map(|day| day.to_string()).unwrap_or_default();
                    vec![
                        grant.email,
                        grant.role,
                        scope,
                        grant.valid_from.to_string(),
                        to,
                        grant.id.to_string(),
                    ]
                });
                output::table(&["email", "role", "scope", "from", "to", "id"], rows.collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// End a grant at once.
#[derive(Args, Debug)]
pub struct Revoke {
    /// Key of the grant, as `migranet account grants` lists it
    id: Uuid,
}

impl Revoke {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        access_grant::revoke(&domain, &Viewer::local_operator(), AccessGrantId(self.id)).await?;
        output::line("grant revoked")?;
        Ok(ExitCode::SUCCESS)
    }
}
