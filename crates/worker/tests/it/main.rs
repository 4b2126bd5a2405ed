//! Jobs end to end, in one process, on a database of their own.

mod attempts;
mod builds;
mod cancel;
mod crashes;
mod databases;
#[path = "../../../../tests/it/harness/environment.rs"]
mod environment;
mod house;
mod leftovers;
#[path = "../../../../tests/it/harness/on_postgres.rs"]
mod on_postgres;
#[expect(dead_code, reason = "whose server it is matters to other tests alone")]
#[path = "../../../../tests/it/harness/postgres.rs"]
mod postgres;
mod rebuilding;
mod requests;
mod retention;
mod same;
mod schedules;
