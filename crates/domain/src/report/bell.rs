//! The bell a request rings.

use std::sync::Arc;

use tokio::sync::Notify;

/// Tells a worker of the same process that a report run waits, so that nobody waits for the next sweep.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// Wakes whoever listens, or the next to listen.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Waits until it rings; a ring while nobody listened counts.
    pub async fn rung(&self) {
        self.0.notified().await;
    }
}
