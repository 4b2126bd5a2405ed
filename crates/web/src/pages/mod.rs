//! What the pages show: plain data and the templates that turn it into HTML.

pub mod bare;
pub mod changes;
pub mod deadline;
pub mod deadlines;
pub mod error;
pub mod filters;
pub mod findings;
pub mod graphiql;
pub mod hand_ins;
pub mod layout;
pub mod licences;
pub mod map;
pub mod notes;
pub mod reports;
pub mod sign_in;
pub mod start;
pub mod verify;
pub mod worklist;

#[cfg(test)]
mod examples;
