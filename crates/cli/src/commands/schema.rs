//! `migranet schema`: the API in the schema definition language.

use std::process::ExitCode;

use clap::Args;

use crate::output;

/// Print the GraphQL schema.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  migranet schema > schema.graphql")]
pub struct Schema {}

impl Schema {
    /// Runs the command.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let sdl = graphql::Api::new(graphql::Limits::default()).sdl();
        output::line(sdl.trim_end())?;
        Ok(ExitCode::SUCCESS)
    }
}
