//! The API as its clients see it.

mod access;
mod budget;
mod busy;
mod cases;
mod limits;
mod monitoring;
mod pages;
mod reading_records;
mod records;
mod schema;
mod words;
mod world;
