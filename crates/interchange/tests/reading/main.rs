//! Files in and out: what is read, what is refused, and at what cost.

mod comparison;
mod csv_files;
mod damaged_workbooks;
mod files;
mod hostile_workbooks;
mod parts;
mod round_trip;
mod values;
mod workbooks;
