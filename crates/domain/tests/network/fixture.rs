//! A database for each test.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Clock, Domain, Viewer, db, funding_period, id::FundingPeriodId, reference_data};
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;

/// A migrated database of its own, and the number of statements it has seen.
pub struct Fixture {
    /// The domain, at 1 February 2026.
    pub domain: Domain,
    statements: Arc<AtomicUsize>,
    _folder: tempfile::TempDir,
}

impl Fixture {
    /// Without any rows.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}/network.sqlite", folder.path().display());
        let mut db = db::connect(&url).await.expect("a database");
        Migrator::up(&db, None).await.expect("a schema");
        let statements = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&statements);
        db.set_metric_callback(move |_| {
            seen.fetch_add(1, Ordering::Relaxed);
        });
        let domain = Domain::new(db, Clock::telling(|| moment("2026-02-01T08:00:00Z")));
        Self { domain, statements, _folder: folder }
    }

    /// With the reference data.
    pub async fn with_reference_data() -> Self {
        let fixture = Self::empty().await;
        reference_data::load(&fixture.domain, &operator()).await.expect("reference data");
        fixture
    }

    /// With the reference data and the demonstration network.
    pub async fn with_demo_network() -> Self {
        let fixture = Self::empty().await;
        reference_data::load_demo_network(&fixture.domain, &operator()).await.expect("a network");
        fixture
    }

    /// The key of the period with this code.
    pub async fn period(&self, code: &str) -> FundingPeriodId {
        let period = funding_period::store::by_code(&self.domain.db, code).await.expect("a reading");
        period.expect("the period is known").id
    }

    /// The same database, at 1 April 2026.
    pub fn later(&self) -> Domain {
        Domain::new(self.domain.db.clone(), Clock::telling(|| moment("2026-04-01T08:00:00Z")))
    }

    /// How many statements have been sent.
    pub fn statements(&self) -> usize {
        self.statements.load(Ordering::Relaxed)
    }
}

pub fn operator() -> Viewer {
    Viewer::local_operator()
}

pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
