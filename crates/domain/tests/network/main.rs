//! The network: reference data, demonstration network, and reading them.

mod demo;
mod fixture;
mod loading;
mod reading;
mod reference;
