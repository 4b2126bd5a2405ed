//! Serving until told to stop.

use std::{future::Future, io, time::Duration};

use domain::{Domain, session};
use tokio::{net::TcpListener, sync::oneshot, time};

use crate::{App, router};

/// After being told to stop, requests under way may go on for so long.
const DRAIN: Duration = Duration::from_secs(10);

/// How often ended sessions are forgotten.
const TIDYING: Duration = Duration::from_secs(60 * 60);

/// Answers requests until `stop` is done, then finishes those under way, but no longer than ten seconds.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let tidying = tokio::spawn(forget_sessions(app.domain.clone()));
    let (stopping, stopped) = oneshot::channel();
    let signal = async move {
        stop.await;
        let _ = stopping.send(());
    };
    let drained = async move {
        let _ = stopped.await;
        time::sleep(DRAIN).await;
    };
    let serving = axum::serve(listener, router(app)).with_graceful_shutdown(signal);
    let result = tokio::select! {
        result = serving => result,
        () = drained => Ok(()),
    };
    tidying.abort();
    result
}

async fn forget_sessions(domain: Domain) {
    let mut hours = time::interval(TIDYING);
    loop {
        hours.tick().await;
        if let Err(error) = session::delete_expired(&domain).await {
            tracing::warn!(%error, "ended sessions were not forgotten");
        }
    }
}
