//! The facts in memory.

/// The facts of each period, as far as they have been asked for.
#[derive(Clone, Debug, Default)]
pub struct Columns;
