//! The life of a report run.

/// Where a report run stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// Asked for, not yet begun.
    Waiting,
    /// Being built.
    Running,
    /// Built; the file is there.
    Done,
    /// Given up, with the cause in words.
    Failed,
}

impl State {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What a running build is doing.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Stage {
    /// In the queue.
    Queued,
    /// Counting figures.
    Counting,
    /// Writing sheets.
    Writing,
    /// Packing and storing the file.
    Storing,
}

impl Stage {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// After so many attempts a run is given up.
pub const ATTEMPTS: i32 = 4;
