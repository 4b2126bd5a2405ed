//! When a queue worker looks into the queue.

use std::{
    pin::Pin,
    sync::Mutex,
    task::{Context, Poll},
    time::Duration,
};

use apalis::prelude::{PollSnapshot, PollStrategy};
use futures::{Stream, StreamExt, stream};
use tokio::time::{MissedTickBehavior, interval};

/// Looks at every ring and at a short interval besides.
///
/// It listens on after a ring instead of waiting to be asked again: a ring that falls into a running look would
/// otherwise be the last one heard until the next heartbeat.
pub struct Prompt(Mutex<Pin<Box<dyn Stream<Item = ()> + Send>>>);

const INTERVAL: Duration = Duration::from_millis(250);

impl Prompt {
    /// Looks when `rings` yields.
    pub fn new(rings: impl Stream<Item = ()> + Send + 'static) -> Self {
        let mut ticks = interval(INTERVAL);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let ticks = stream::unfold(ticks, |mut ticks| async {
            ticks.tick().await;
            Some(((), ticks))
        });
        Self(Mutex::new(Box::pin(stream::select(rings, ticks))))
    }
}

impl PollStrategy for Prompt {
    fn poll_drive(&mut self, cx: &mut Context<'_>, _: &PollSnapshot) -> Poll<Option<()>> {
        let mut rang = Poll::Pending;
        if let Ok(rings) = self.0.get_mut() {
            while let Poll::Ready(Some(())) = rings.poll_next_unpin(cx) {
                rang = Poll::Ready(Some(()));
            }
        }
        rang
    }
}
