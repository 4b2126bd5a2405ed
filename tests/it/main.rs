//! One test binary: the house rules, the schema, and each concept through the binary and HTTP.

mod access;
mod audit;
mod bad_files;
mod demo;
mod figures;
mod graphql;
mod harness;
mod house_rules;
mod import;
mod indicators;
mod left_out;
mod plausibility;
mod profile;
mod proof;
mod records;
mod recount;
mod report;
mod sample;
mod schema;
mod settings;
mod sign_in;
mod slips;
mod structure;
mod targets;
mod withdraw;
mod worklist;
