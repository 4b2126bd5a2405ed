//! What something took.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::peak;

/// Time by the clock, time that processors were busy, and memory.
#[derive(Clone, Copy)]
pub struct Took {
    pub clock: Duration,
    pub processor: Duration,
    pub peak_kib: u64,
}

impl Took {
    /// Longer than anything.
    pub const NEVER: Self = Self { clock: Duration::MAX, processor: Duration::MAX, peak_kib: 0 };

    /// What a process takes.
    pub fn by(mut command: Command) -> anyhow::Result<Self> {
        let start = Instant::now();
        let used = peak::used_by(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?)?;
        Ok(Self { clock: start.elapsed(), processor: used.processor, peak_kib: used.peak_kib })
    }

    /// The shortest times and the most memory of two.
    pub fn best(self, other: Self) -> Self {
        Self {
            clock: self.clock.min(other.clock),
            processor: self.processor.min(other.processor),
            peak_kib: self.peak_kib.max(other.peak_kib),
        }
    }

    /// Both times in words.
    pub fn seconds(self) -> String {
        format!("{:.2} s, busy {:.2} s", self.clock.as_secs_f64(), self.processor.as_secs_f64())
    }

    /// How many times as long as something else, by both times.
    pub fn ratios(self, other: Self) -> String {
        let busy = ratio(self.processor, other.processor);
        format!("{:.2}, busy {busy:.2}", ratio(self.clock, other.clock))
    }
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
