//! Data in and out: the kinds of records, their columns, import, withdrawal and export.
//!
//! An import reads every row of every file, checks all of them, and writes what holds: rows with errors are held
//! back, the others go in as new versions. A withdrawal reads files of keys in the same way and closes what they name.
//! A dry run takes the same road and turns back at its end.

mod apply;
mod book;
mod column;
mod export;
mod finding;
mod heading;
mod importable;
mod kind;
mod lookup;
mod past;
mod row;
mod service;
mod withdrawable;
mod withdrawal;
pub mod withdrawal_entity;

pub use column::{Column, ColumnKind};
pub use export::{Export, export};
pub use finding::{Behind, Finding, Severity};
pub use kind::Kind;
pub use service::{ImportError, ImportOutcome, ImportRequest, Mode, import};
pub use withdrawal::{WithdrawalOutcome, WithdrawalRequest, withdraw};

pub(crate) use apply::says_the_same;
pub(crate) use book::Book;
pub(crate) use column::{in_words, stored_in_words};
pub(crate) use importable::Importable;
pub(crate) use past::{Remembered, told_until};
pub(crate) use row::RowReader;
pub(crate) use withdrawable::Withdrawable;
