//! Jobs end to end, in one process, on a database of their own.

mod attempts;
mod builds;
mod cancel;
mod crashes;
mod house;
mod killed;
mod leftovers;
mod rebuilding;
mod requests;
mod retention;
mod same;
mod schedules;
