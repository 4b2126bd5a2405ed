//! The server as clients and browsers see it.

mod busy;
mod downloads;
mod graphql;
mod sessions;
mod troubles;
mod world;
