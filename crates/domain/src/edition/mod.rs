//! Editions: reports on their way from the sub-project to the coordination, from there to the network's administration,
//! and on to the funder.
//!
//! A report is what is said of a unit at a cut-off; its editions are numbered. A *draft* is a finished workbook that
//! somebody means to hand in. *Submitting* freezes it: cut-off, known-at, rules, template, figures and file no longer
//! change, and the records behind it only as corrections with a reason. One level up it is *approved*, or *returned* with
//! a reason. A newer edition *supersedes* what it replaces.

mod above;
mod before;
mod changes;
mod compare;
mod coverage;
mod decide;
mod draft;
pub mod entity;
pub mod event_entity;
mod filter;
mod four_eyes;
pub mod four_eyes_entity;
mod frozen;
mod hand_in;
mod may;
mod name;
mod read;
mod rules;
mod store;
mod waiting;

pub(crate) use before::before;
pub use changes::{
    Change, ChangeKind, ChangePage, ChangePlace, Changed, Changes, NotAPlace, changed, changes,
};
pub use compare::{Compared, comparable, compare};
pub use decide::{approve, give_back, submit};
pub use draft::draft;
pub use entity::{ActiveModel, Column, Entity, Model};
pub use filter::EditionFilter;
pub use four_eyes::{FourEyes, four_eyes, require_four_eyes};
pub(crate) use frozen::{Frozen, Part, frozen};
pub use hand_in::{HandIn, hand_ins};
pub use may::{May, may, may_each};
pub use name::{EditionName, names};
pub use read::{EditionQuery, Identity, by_ids, count, events, get, identify, list, of_run, of_runs};
pub use rules::State;
pub use waiting::{Waiting, waiting};

/// How the audit log and errors name an edition.
const KIND: &str = "report_edition";
