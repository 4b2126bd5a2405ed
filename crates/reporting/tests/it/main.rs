//! The workbooks as their readers find them.

mod evidence;
mod opened;
mod records;
mod report;
mod sample;
mod template;
mod transmission;
