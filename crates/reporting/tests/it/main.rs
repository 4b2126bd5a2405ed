//! The workbooks as their readers find them.

mod opened;
mod records;
mod report;
mod sample;
mod template;
