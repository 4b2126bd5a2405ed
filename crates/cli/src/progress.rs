//! Progress of long work, on a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How often the line shows that the work goes on.
const TURN: Duration = Duration::from_millis(200);

/// A line that shows what is being done; invisible where standard error is no terminal.
pub struct Progress(ProgressBar);

impl Progress {
    /// A line with nothing on it yet.
    pub fn new() -> Self {
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(TURN);
        Self(bar)
    }

    /// Shows a step, and how much of it is done when that is known.
    pub fn show(&self, step: &str, done: i64, total: i64) {
        let message = if total > 0 { format!("{step} {done}/{total}") } else { step.to_owned() };
        self.0.set_message(message);
    }

    /// Takes the line away.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
