//! HTTP: GraphQL, pages, downloads, sessions.

pub mod assets;
pub mod pages;
