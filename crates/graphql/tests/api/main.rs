//! The API as its clients see it.

mod access;
mod budget;
mod limits;
mod pages;
mod schema;
mod world;
