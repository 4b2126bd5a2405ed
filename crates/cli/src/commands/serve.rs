//! `migranet serve`: pages, API and the worker.

use std::process::ExitCode;

use clap::Args;

use crate::{app::App, output, server::Server};

/// Serve the pages and the GraphQL API, with a worker in the same process unless configured otherwise.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet serve
  MIGRANET_LISTEN=0.0.0.0:8080 MIGRANET_HTTPS=on migranet serve     behind a proxy that ends HTTPS
  MIGRANET_WORKER=off migranet serve                                with `migranet worker` elsewhere")]
pub struct Serve {}

impl Serve {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let server = Server::open(&app, domain, app.config.listen.value).await?;
        output::line(&format!("serving on http://{}", server.address()?))?;
        server.serve().await?;
        Ok(ExitCode::SUCCESS)
    }
}
