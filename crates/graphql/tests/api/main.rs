//! The API as its clients see it.

mod access;
mod budget;
mod limits;
mod pages;
mod reading_records;
mod records;
mod schema;
mod world;
