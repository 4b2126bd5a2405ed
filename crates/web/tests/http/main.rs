//! The server as clients and browsers see it.

mod downloads;
mod graphql;
mod sessions;
mod world;
