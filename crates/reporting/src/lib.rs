#![doc = include_str!("../README.md")]

mod content;
mod error;
mod line_break;
mod look;
mod records;
mod report;
mod sheets;
pub mod table;
mod template;
mod workbook;

pub use content::{Content, LeftOutCase, Period};
pub use error::WriteError;
pub use records::{Records, write_records};
pub use report::write_report;
pub use table::{Options, SourceError, Value};
pub use template::{TemplateColumn, TemplateKind, TemplateSheet, write_template};
pub use workbook::{Document, write as write_sheets};
