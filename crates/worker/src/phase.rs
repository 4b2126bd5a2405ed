//! How a worker comes to its end.

use tokio::sync::watch;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Working,
    Draining,
    Leaving,
}

/// The phases of a worker's life: it takes up work, then finishes what it has begun, then puts down what is left.
/// All clones share them.
#[derive(Clone)]
pub struct Phases(watch::Sender<Phase>);

impl Phases {
    /// A worker that takes up work.
    pub fn new() -> Self {
        Self(watch::Sender::new(Phase::Working))
    }

    /// From now on nothing new is taken up.
    pub fn drain(&self) {
        self.0.send_replace(Phase::Draining);
    }

    /// From now on what has been begun is put down.
    pub fn leave(&self) {
        self.0.send_replace(Phase::Leaving);
    }

    /// Waits until nothing new may be taken up.
    pub async fn draining(&self) {
        self.reached(Phase::Draining).await;
    }

    /// Waits until everything has to be put down.
    pub async fn leaving(&self) {
        self.reached(Phase::Leaving).await;
    }

    /// Whether work may be taken up.
    pub fn is_working(&self) -> bool {
        *self.0.borrow() == Phase::Working
    }

    async fn reached(&self, phase: Phase) {
        let mut now = self.0.subscribe();
        now.wait_for(|now| *now >= phase).await.expect("the sender lives as long as `self`");
    }
}
