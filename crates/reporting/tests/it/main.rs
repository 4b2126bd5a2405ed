//! The workbooks as their readers find them.

mod beside;
mod bundle;
mod child;
mod everything;
mod evidence;
mod evidence_by_unit;
mod full_disk;
mod identity;
mod language;
mod lint;
mod linter;
mod named;
mod notes;
mod opened;
mod parts;
mod print;
mod progress;
mod records;
mod report;
mod sample;
mod template;
mod transmission;
mod writer;
