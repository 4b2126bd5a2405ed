//! The network: reference data, demonstration network, reading them, and the records of its sub-projects.

mod demo;
mod fixture;
mod loading;
mod reading;
mod record_demo;
mod record_rights;
mod reference;
