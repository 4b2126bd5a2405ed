//! The network's own data files and their way into the database.
//!
//! Each module reads one file of `data/` and brings its tables into line. Loading again changes nothing; a changed
//! file changes unversioned rows in place and adds versions to the others. What somebody has corrected since stays.

mod counting_profile;
mod district;
mod file;
mod funding_period;
mod institution;
mod offer_type;
mod organisation;
mod regional_network;
mod service;
mod strand;
mod sub_project;
mod summary;
mod working_group;
mod writer;

pub(crate) use organisation::codes as organisation_codes;
pub use service::{load, load_demo_network};
pub(crate) use sub_project::codes as sub_project_codes;
pub use summary::Summary;
