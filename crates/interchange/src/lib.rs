#![doc = include_str!("../README.md")]

mod builder;
mod compare;
mod container;
mod encoding;
mod error;
mod format;
mod limits;
mod metered;
mod part_checks;
mod read_csv;
mod read_file;
mod read_workbook;
mod table;
pub mod value;
mod write_csv;

pub use compare::{CellDifference, Comparison, SHOWN, compare, named_text, property};
pub use error::ReadError;
pub use format::Format;
pub use limits::{Limits, Measure};
pub use read_csv::read_csv;
pub use read_file::read_file;
pub use read_workbook::read_workbook;
pub use table::{Cell, Row, Table};
pub use value::BadValue;
pub use write_csv::write_csv;
