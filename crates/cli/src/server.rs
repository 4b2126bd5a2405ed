//! The server: pages, API and, unless configured otherwise, the worker beside it.

use std::net::SocketAddr;

use anyhow::Context as _;
use domain::{Domain, report::Keeping};
use tokio::net::TcpListener;
use worker::{FileStore, Worker, WorkerHandle, WorkerSettings};

use crate::{
    app::App,
    config::{Switch, WorkerPlace},
};

/// A server that listens but does not answer yet.
pub struct Server {
    listener: TcpListener,
    app: web::App,
    worker: Option<WorkerHandle>,
}

impl Server {
    /// Takes the address, and starts the worker if it belongs to this process.
    ///
    /// # Errors
    /// When the address is taken, or files or queue do not open.
    pub async fn open(app: &App, domain: Domain, listen: SocketAddr) -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
        let files = app.files()?;
        let domain = domain.with_shelf(files.clone());
        let worker = match app.config.worker.value {
            WorkerPlace::InProcess => {
                Some(start_worker(worker_settings(app), domain.clone(), files.clone()).await?)
            }
            WorkerPlace::Off => None,
        };
        let app = web::App {
            domain,
            api: graphql::Api::new(graphql::Limits::default()),
            files,
            settings: web::Settings { https: app.config.https.value == Switch::On },
        };
        Ok(Self { listener, app, worker })
    }

    /// Where it listens.
    pub fn address(&self) -> anyhow::Result<SocketAddr> {
        Ok(self.listener.local_addr()?)
    }

    /// Answers until the process is told to stop, then finishes what is under way.
    pub async fn serve(self) -> anyhow::Result<()> {
        web::serve(self.listener, self.app, told_to_stop()).await?;
        if let Some(worker) = self.worker {
            worker.shutdown().await;
        }
        Ok(())
    }
}

/// What a worker is told by the configuration.
pub fn worker_settings(app: &App) -> WorkerSettings {
    let keeping =
        Keeping { undrafted: app.config.keep_days.value.0, drafts: app.config.keep_drafts_days.value.0 };
    WorkerSettings { keeping, ..WorkerSettings::new(&app.config.database_url.value) }
}

/// Starts a worker in this process.
pub async fn start_worker(
    settings: WorkerSettings,
    domain: Domain,
    files: FileStore,
) -> anyhow::Result<WorkerHandle> {
    Worker::start(domain, files, settings).await.context("cannot start the worker")
}

/// Waits for Ctrl-C or, on Unix, SIGTERM.
pub async fn told_to_stop() {
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signals) => {
            signals.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
