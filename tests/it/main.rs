//! One test binary: the house rules, the schema, and each concept through the binary and HTTP.

mod harness;
mod house_rules;
mod schema;
