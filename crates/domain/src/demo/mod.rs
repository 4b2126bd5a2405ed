//! The demonstration network: real structure, generated people. Nobody in it exists.

mod accounts;
mod activities;
pub mod bench;
mod generate;
mod indicators;
mod person;
mod service;
mod table;
mod targets;

pub use accounts::{ACCOUNTS, DemoAccount, PASSWORD};
pub use generate::{PEOPLE, PERIOD};
pub use service::{Made, RefusedDatabase, make, make_network, records, refuse_foreign};
