#![doc = include_str!("../README.md")]

mod apart;
mod bulk;
mod clock;
pub mod db;
mod error;
pub mod id;
mod page;
mod reason;
pub mod record_list;
mod record_query;
mod rows;
mod selection;
mod version;
mod viewer;

pub mod access_grant;
pub mod account;
pub mod api_token;
pub mod attainment;
pub mod audit;
mod case_file;
pub mod consultation;
pub mod counting_profile;
pub mod deadline;
pub mod demo;
pub mod district;
pub mod edition;
pub mod estimate;
pub mod exchange;
pub mod fact;
pub mod figure;
pub mod figure_note;
pub mod follow_up;
mod free_text;
pub mod funding_period;
pub mod indicator;
pub mod indicator_value;
pub mod institution;
pub mod offer;
pub mod offer_type;
pub mod organisation;
pub mod outcome;
pub mod participant;
pub mod participation;
pub mod plausibility;
pub mod qualification_plan;
pub mod recount;
pub mod reference_data;
pub mod regional_network;
pub mod report;
pub mod sample;
pub mod session;
pub mod strand;
pub mod sub_project;
pub mod supported_entity;
pub mod target;
pub mod trainer;
pub mod training;
pub mod waiver;
pub mod working_group;
pub mod worklist;

use std::sync::Arc;

use sea_orm::DatabaseConnection;

pub use clock::Clock;
pub use error::{Error, Result, UserError};
pub use page::{Page, Part};
pub use reason::LONGEST_REASON;
pub use record_query::RecordQuery;
pub use version::{Versioned, supersede};
pub use viewer::{Actor, Role, Scope, Viewer};

/// What every use case works with: the database, the time, and the ledger's columns in memory.
#[derive(Clone, Debug)]
pub struct Domain {
    /// The connection pool.
    pub db: DatabaseConnection,
    /// The time.
    pub clock: Clock,
    /// The facts of each period, as far as they have been asked for.
    pub columns: figure::Columns,
    /// Rings when a report is asked for in this process.
    pub report_bell: report::Bell,
    /// Rings when a recount is asked for in this process.
    pub recount_bell: report::Bell,
    /// Where files of reports lie; none where nobody asks for reports.
    pub shelf: Option<Arc<dyn report::Shelf>>,
}

impl Domain {
    /// The domain on a connected database.
    pub fn new(db: DatabaseConnection, clock: Clock) -> Self {
        Self {
            db,
            clock,
            columns: figure::Columns::default(),
            report_bell: report::Bell::default(),
            recount_bell: report::Bell::default(),
            shelf: None,
        }
    }

    /// The same, knowing where files of reports lie.
    pub fn with_shelf(self, shelf: impl report::Shelf + 'static) -> Self {
        Self { shelf: Some(Arc::new(shelf)), ..self }
    }
}
