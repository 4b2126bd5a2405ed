//! Whom the writing of a workbook tells how far it is.

use std::ops::ControlFlow;

/// Hears how far the writing of a workbook is. A function of rows written and rows there are is one.
pub trait Progress {
    /// So many rows are written, of so many there are; a break ends the writing.
    fn rows(&mut self, done: u64, total: u64) -> ControlFlow<()>;

    /// The sheet of this name is begun.
    fn sheet(&mut self, name: &str) {
        let _ = name;
    }
}

impl<F: FnMut(u64, u64) -> ControlFlow<()>> Progress for F {
    fn rows(&mut self, done: u64, total: u64) -> ControlFlow<()> {
        self(done, total)
    }
}
