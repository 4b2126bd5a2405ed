//! Looking at something again and again.

use std::{
    future::{Future, pending},
    time::Duration,
};

use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::phase::Phases;

/// Rounds of a worker: the first at once, then one every so often, until it drains. A round that takes long puts off the next.
pub struct Rounds {
    ticks: Interval,
    phases: Phases,
}

impl Rounds {
    /// A round every so often.
    pub fn every(rest: Duration, phases: Phases) -> Self {
        let mut ticks = interval(rest);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self { ticks, phases }
    }

    /// Waits for the next round; `false` when the worker drains.
    pub async fn next(&mut self) -> bool {
        self.next_or(pending()).await
    }

    /// The same; what is awaited begins a round, too.
    pub async fn next_or(&mut self, woken: impl Future<Output = ()>) -> bool {
        tokio::select! {
            () = self.phases.draining() => {}
            _ = self.ticks.tick() => {}
            () = woken => {}
        }
        self.phases.is_working()
    }
}
