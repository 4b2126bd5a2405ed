//! A small network to ask for reports in, its database and file store in a folder that vanishes.

mod cut;
#[path = "../../../../../tests/it/harness/environment.rs"]
mod environment;
#[path = "../../../../../tests/it/harness/on_postgres.rs"]
mod on_postgres;
#[expect(dead_code, reason = "whose server it is matters to other tests alone")]
#[path = "../../../../../tests/it/harness/postgres.rs"]
mod postgres;

use std::{
    ops::ControlFlow,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::{
    Clock, Domain, Viewer, audit, db, funding_period,
    id::{FundingPeriodId, RegionalNetworkId, ReportRunId, RequestId, StrandId, SubProjectId, VersionId},
    regional_network,
    report::{self, Model, ReportRequest},
    strand, sub_project,
};
use migrations::Migrator;
use reporting::{Content, Progress, WriteError};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use sea_orm_migration::MigratorTrait;
use tempfile::TempDir;
use texts::Language;
use worker::{FileStore, Worker, WorkerHandle, WorkerSettings};

use on_postgres::OnPostgres;

/// The period of the network.
pub const PERIOD: &str = "IQ-2023";

/// Longer than anything here takes, shorter than patience.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whom the builds tell how far they are.
pub type Tell<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// What a house stands on.
#[derive(Clone, Copy, Debug)]
pub enum Backend {
    /// A file in its folder.
    Sqlite,
    /// Where there is one.
    Postgres,
}

impl Backend {
    /// Whether a house can stand on it here.
    pub fn is_there(self) -> bool {
        matches!(self, Self::Sqlite) || postgres::server().is_some()
    }
}

/// Writes each test twice: for SQLite, and for PostgreSQL, where it does nothing when there is none.
macro_rules! on_each_database {
    ($(async fn $name:ident($backend:ident) $body:block)+) => {$(
        async fn $name($backend: $crate::house::Backend) $body

        mod $name {
            use $crate::house::Backend;

            #[tokio::test]
            async fn on_sqlite() {
                super::$name(Backend::Sqlite).await;
            }

            #[tokio::test]
            async fn on_postgresql() {
                if Backend::Postgres.is_there() {
                    super::$name(Backend::Postgres).await;
                }
            }
        }
    )+};
}

pub(crate) use on_each_database;

pub struct House {
    pub dir: TempDir,
    pub domain: Domain,
    pub files: FileStore,
    pub units: Units,
    url: String,
    ahead_s: Arc<AtomicI64>,
    days: AtomicU64,
    _on_postgres: Option<OnPostgres>,
}

/// Two networks; the first has two sub-projects, the second none.
#[derive(Clone, Copy)]
pub struct Units {
    pub first: RegionalNetworkId,
    pub second: RegionalNetworkId,
    pub tv_1: SubProjectId,
    pub tv_2: SubProjectId,
}

impl House {
    /// With a database in its folder.
    pub async fn built() -> Self {
        Self::on(Backend::Sqlite).await
    }

    pub async fn on(backend: Backend) -> Self {
        let dir = TempDir::new().expect("a folder");
        let on_postgres = match backend {
            Backend::Sqlite => None,
            Backend::Postgres => Some(OnPostgres::made("").await),
        };
        let in_file = format!("sqlite://{}", dir.path().join("migranet.sqlite").display());
        let url = on_postgres.as_ref().map_or(in_file, |database| database.url().to_owned());
        let db = db::connect(&url).await.expect("a database");
        Migrator::up(&db, None).await.expect("a schema");
        let ahead_s = Arc::new(AtomicI64::new(0));
        let ahead = Arc::clone(&ahead_s);
        let system = Clock::system();
        let clock = Clock::telling(move || system.now() + TimeDelta::seconds(ahead.load(Ordering::SeqCst)));
        let domain = Domain::new(db, clock);
        let units = furnish(&domain).await;
        let files = FileStore::local(dir.path()).expect("a file store");
        let days = AtomicU64::new(0);
        Self { dir, domain, files, units, url, ahead_s, days, _on_postgres: on_postgres }
    }

    /// Puts the clock forward.
    pub fn pass(&self, time: TimeDelta) {
        self.ahead_s.fetch_add(time.num_seconds(), Ordering::SeqCst);
    }

    pub fn settings(&self) -> WorkerSettings {
        WorkerSettings::new(&self.url)
    }

    pub async fn worker(&self, settings: WorkerSettings) -> WorkerHandle {
        Worker::start(self.domain.clone(), self.files.clone(), settings).await.expect("a worker")
    }

    /// A worker that builds as told.
    pub async fn worker_that<F>(&self, write: F) -> WorkerHandle
    where
        F: Fn(&Path, Tell<'_>) -> Result<(), WriteError> + Send + Sync + 'static,
    {
        self.worker(self.settings_that(write)).await
    }

    pub fn settings_that<F>(&self, write: F) -> WorkerSettings
    where
        F: Fn(&Path, Tell<'_>) -> Result<(), WriteError> + Send + Sync + 'static,
    {
        let write = move |_: &Content, out: &Path, progress: &mut dyn Progress| {
            write(out, &mut |done, total| progress.rows(done, total))
        };
        WorkerSettings { write: Arc::new(write), ..self.settings() }
    }

    /// Asks for a report of the whole period.
    pub async fn ask(&self) -> ReportRunId {
        let viewer = Viewer::local_operator();
        report::request(&self.domain, &viewer, whole_period()).await.expect("a run").id
    }

    /// A request that nobody has made yet.
    pub fn wish(&self) -> ReportRequest {
        let days = self.days.fetch_add(1, Ordering::SeqCst);
        ReportRequest { cut_off: day(2023, 1, 1) + Days::new(days), ..whole_period() }
    }

    /// Of what the log tells that it was done for a purpose, the oldest first.
    pub async fn done_to(&self, purpose: &str) -> Vec<String> {
        let entries = audit::Entity::find().filter(audit::Column::Purpose.eq(purpose));
        let entries = entries.order_by_asc(audit::Column::Position).all(&self.domain.db).await;
        entries.expect("the log").into_iter().filter_map(|entry| entry.object_id).collect()
    }

    pub async fn run(&self, id: ReportRunId) -> Model {
        report::get(&self.domain, &Viewer::worker(), id).await.expect("the run")
    }

    /// The run, once it is as wanted.
    pub async fn until(&self, id: ReportRunId, wanted: impl Fn(&Model) -> bool) -> Model {
        let look = async {
            let mut looks = tokio::time::interval(Duration::from_millis(20));
            loop {
                looks.tick().await;
                let run = self.run(id).await;
                if wanted(&run) {
                    return run;
                }
            }
        };
        tokio::time::timeout(PATIENCE, look).await.expect("the run becomes as wanted")
    }

    /// The run, once it is done or failed.
    pub async fn ended(&self, id: ReportRunId) -> Model {
        let viewer = Viewer::worker();
        let ended = worker::finished(&self.domain, &viewer, id, |_| ());
        tokio::time::timeout(PATIENCE, ended).await.expect("the run ends").expect("the run")
    }
}

pub fn whole_period() -> ReportRequest {
    ReportRequest {
        period: PERIOD.to_owned(),
        cut_off: day(2023, 12, 31),
        known_at: None,
        network: None,
        strand: None,
        sub_project: None,
        language: Language::De,
    }
}

/// A build that writes a file at once.
pub fn quick(out: &Path, tell: Tell<'_>) -> Result<(), WriteError> {
    let _ = tell(1, 1);
    std::fs::write(out, b"workbook").map_err(WriteError::Disk)
}

/// A build that writes nothing and goes on until it is told to stop.
pub fn endless(_: &Path, tell: Tell<'_>) -> Result<(), WriteError> {
    while tell(1, 2).is_continue() {
        std::thread::park_timeout(Duration::from_millis(5));
    }
    Err(WriteError::Cancelled)
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

async fn furnish(domain: &Domain) -> Units {
    let since = DateTime::<Utc>::UNIX_EPOCH;
    let period = period(PERIOD, Some("ESF_PLUS_2021"));
    let id = period.id;
    let earlier = funding_period::Model { starts_on: day(2015, 1, 1), ..self::period("IQ-2015", None) };
    for period in [period, earlier] {
        funding_period::Entity::insert(period.into_active_model()).exec(&domain.db).await.expect("a period");
    }
    let units = Units {
        first: RegionalNetworkId::fresh(),
        second: RegionalNetworkId::fresh(),
        tv_1: SubProjectId::fresh(),
        tv_2: SubProjectId::fresh(),
    };
    for (network, code) in [(units.first, "NORTH"), (units.second, "SOUTH")] {
        let row = regional_network::Model {
            version_id: VersionId::fresh(),
            id: network,
            funding_period_id: id,
            code: code.to_owned(),
            name: format!("Netzwerk {code}"),
            coordinator_id: None,
            colour: "green".to_owned(),
            source: "invented".to_owned(),
            recorded_at: since,
            recorded_by: RequestId::fresh(),
            reason: None,
            superseded_at: None,
        };
        regional_network::Entity::insert(row.into_active_model()).exec(&domain.db).await.expect("a network");
    }
    let strand = strand::Model {
        id: StrandId::fresh(),
        funding_period_id: id,
        code: "HS-1".to_owned(),
        name: "Erfundener Handlungsschwerpunkt".to_owned(),
        note: None,
        verified: false,
        source: "invented".to_owned(),
    };
    let strand_id = strand.id;
    strand::Entity::insert(strand.into_active_model()).exec(&domain.db).await.expect("a strand");
    for (sub_project, code, strand_id) in [(units.tv_1, "TV-1", Some(strand_id)), (units.tv_2, "TV-2", None)]
    {
        let row = sub_project::Model {
            version_id: VersionId::fresh(),
            id: sub_project,
            code: code.to_owned(),
            name: format!("Teilvorhaben {code}"),
            funding_period_id: id,
            organisation_id: None,
            regional_network_id: Some(units.first),
            strand_id,
            region_category: "MORE_DEVELOPED".to_owned(),
            starts_on: None,
            ends_on: None,
            city: None,
            ags: None,
            target_group: String::new(),
            grant_reference: None,
            invented: true,
            valid_from: None,
            valid_until: None,
            note: None,
            recorded_at: since,
            recorded_by: RequestId::fresh(),
            reason: None,
            superseded_at: None,
        };
        sub_project::Entity::insert(row.into_active_model()).exec(&domain.db).await.expect("a sub-project");
    }
    units
}

fn period(code: &str, rulebook: Option<&str>) -> funding_period::Model {
    funding_period::Model {
        id: FundingPeriodId::fresh(),
        code: code.to_owned(),
        name: "Netzwerk".to_owned(),
        network_form: "Regionale Integrationsnetzwerke".to_owned(),
        sub_project_term: "Teilvorhaben".to_owned(),
        focus: None,
        starts_on: day(2023, 1, 1),
        ends_on: day(2025, 12, 31),
        rulebook: rulebook.map(str::to_owned),
        priority: None,
        specific_objective: None,
        funder_line: "Gefördert aus erfundenen Mitteln".to_owned(),
        note: None,
        verified: false,
        source: "invented".to_owned(),
    }
}
