//! `migranet config`: every setting and where it is from.

use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use crate::{
    app::App,
    output::{self, Format},
};

/// Show every setting, its environment variable, its value and where the value is from.
///
/// The environment wins over the TOML file, the file over the default. The file is ./migranet.toml, or the one
/// that MIGRANET_CONFIG names. Passwords are not shown.
#[derive(Args, Debug)]
#[command(after_help = "\
Example of a migranet.toml:
  data_dir = \"/var/lib/migranet\"
  database_url = \"postgres://migranet@db.example.org/migranet\"
  files_url = \"s3://migranet/reports\"   with AWS_REGION, AWS_ACCESS_KEY_ID, … in the environment
  listen = \"0.0.0.0:8080\"
  https = \"on\"          people reach the server by HTTPS, through a proxy
  worker = \"off\"        background jobs run in processes of their own
  log = \"info,worker=debug\"
  log_format = \"json\"")]
pub struct ShowConfig {
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl ShowConfig {
    /// Runs the command.
    pub fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let rows = app.config.rows();
        match self.format {
            Format::Text => {
                let rows = rows.into_iter().map(Vec::from).collect();
                output::table(&["setting", "variable", "value", "origin"], rows)?;
            }
            Format::Json => {
                let objects = rows.iter().map(|[name, variable, value, origin]| {
                    json!({ "setting": name, "variable": variable, "value": value, "origin": origin })
                });
                output::json(&objects.collect::<Vec<_>>())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
