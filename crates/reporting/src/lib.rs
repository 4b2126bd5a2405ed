#![doc = include_str!("../README.md")]

mod content;
mod error;
mod report;
mod sheets;
mod table;
mod workbook;

pub use content::{Content, LeftOutCase, Period};
pub use error::WriteError;
pub use report::write_report;
