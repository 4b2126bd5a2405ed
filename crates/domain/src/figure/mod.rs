//! Figures: lists of cases first, numbers second.

mod columns;

pub use columns::Columns;
