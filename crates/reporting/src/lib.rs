#![doc = include_str!("../README.md")]

mod bundle;
mod content;
mod data_hash;
mod error;
mod layout;
mod line_break;
mod look;
mod progress;
mod records;
mod report;
mod sheets;
pub mod table;
mod template;
mod workbook;

pub use bundle::{Bundle, bundled};
pub use content::{
    Changes, Content, Evidence, EvidenceSource, Extrapolated, LeftOutCase, Notes, Period, Survey,
    WaivedWarning,
};
pub use error::WriteError;
pub use layout::{LayoutColumn, LayoutKey, TransmissionLayout};
pub use progress::Progress;
pub use records::{Records, write_records};
pub use report::write_report;
pub use table::{Options, SourceError, Value};
pub use template::{TemplateColumn, TemplateKind, TemplateSheet, write_template};
pub use workbook::{Document, REPORT_NAME, REPORT_PROPERTY, write as write_sheets};
