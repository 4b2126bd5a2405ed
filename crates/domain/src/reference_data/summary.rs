//! What loading did.

/// How many rows loading added, changed, removed and found in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Rows that were not there.
    pub added: usize,
    /// Rows that said something else.
    pub changed: usize,
    /// Links between rows that no longer hold.
    pub removed: usize,
    /// Rows that said the same.
    pub unchanged: usize,
}

impl Summary {
    /// How many rows were written.
    pub fn written(&self) -> usize {
        self.added + self.changed + self.removed
    }
}
