//! A small network on a database of its own, at a time the test chooses.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Clock, Domain, Viewer,
    counting_profile::{self, ProfileChange},
    db,
    exchange::{ImportOutcome, ImportRequest, Kind, Mode, import},
    indicator::{self, ConditionText, DefinitionInput},
    recount::{self, Step},
    reference_data,
};
use interchange::{Limits, read_csv};
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;

use crate::on_postgres::OnPostgres;

/// The codes of the sub-projects: three in SOB at first, two in MUC, one in none.
pub const SUB_PROJECTS: [&str; 6] = ["SP-1", "SP-2", "SP-3", "SP-4", "SP-5", "SP-6"];

#[derive(Clone, Copy, Debug)]
pub enum Backend {
    Sqlite,
    Postgres,
}

pub struct World {
    pub domain: Domain,
    url: String,
    now: Arc<Mutex<DateTime<Utc>>>,
    _folder: tempfile::TempDir,
    _on_postgres: Option<OnPostgres>,
}

impl World {
    /// The network of 1 January 2026, without records.
    pub async fn on(backend: Backend) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let on_postgres = match backend {
            Backend::Sqlite => None,
            Backend::Postgres => Some(OnPostgres::made("").await),
        };
        let in_file = format!("sqlite://{}/figures.sqlite", folder.path().display());
        let url = on_postgres.as_ref().map_or(in_file, |database| database.url().to_owned());
        let connection = db::connect(&url).await.expect("a database");
        Migrator::up(&connection, None).await.expect("a schema");
        let now = Arc::new(Mutex::new("2026-01-01T08:00:00Z".parse().expect("a moment")));
        let domain = Domain::new(connection, clock(&now));
        let world = Self { domain, url, now, _folder: folder, _on_postgres: on_postgres };
        reference_data::load(&world.domain, &operator()).await.expect("reference data");
        world
            .write(Kind::Organisations, "code,name,kind,city,ags\nORG,Verein,free_provider,Augsburg,09761\n")
            .await;
        let networks = ["SOB", "SOB", "SOB", "MUC", "MUC", ""];
        let rows = SUB_PROJECTS.iter().zip(networks).map(|(code, network)| sub_project(code, network));
        world.write(Kind::SubProjects, &with_header(SUB_PROJECT_COLUMNS, rows)).await;
        world
    }

    /// Another server on the same database.
    pub async fn another_server(&self) -> Domain {
        Domain::new(db::connect(&self.url).await.expect("a database"), clock(&self.now))
    }

    /// The moment it is.
    pub fn now(&self) -> DateTime<Utc> {
        *self.now.lock().expect("nobody panicked")
    }

    /// Lets days pass; the moment before that.
    pub fn days_pass(&self, days: i64) -> DateTime<Utc> {
        let mut now = self.now.lock().expect("nobody panicked");
        let before = *now;
        *now += TimeDelta::days(days);
        before
    }

    /// Imports a file; rows that break rules are held back.
    pub async fn write(&self, kind: Kind, csv: &str) -> ImportOutcome {
        let table = read_csv(kind.as_str(), csv.as_bytes(), &Limits::default()).expect("a table");
        let request =
            ImportRequest { tables: vec![(kind, table)], files: Vec::new(), mode: Mode::Apply, reason: None };
        import(&self.domain, &operator(), &request).await.expect("an import")
    }

    /// Has the period counted by another choice; nothing is counted yet.
    pub async fn set_profile(&self, key: &str, value: &str) {
        let change = ProfileChange {
            period: "IQ-2023".to_owned(),
            choices: vec![(key.to_owned(), value.to_owned())],
            reason: "a decision".to_owned(),
        };
        counting_profile::set(&self.domain, &operator(), &change).await.expect("it is changed");
    }

    /// Defines the indicator of the programme, or defines it anew, as people of a gender who entered; nothing is counted yet.
    pub async fn define(&self, gender: &str) {
        let condition = ConditionText { field: "gender".to_owned(), any_of: vec![gender.to_owned()] };
        let text = || "Eintritte".to_owned();
        let input = DefinitionInput {
            code: "BMAS-01".to_owned(),
            name_de: text(),
            name_en: text(),
            definition_de: text(),
            definition_en: text(),
            legal_source: text(),
            source: "participations".to_owned(),
            count: "persons".to_owned(),
            conditions: vec![condition],
            ..DefinitionInput::default()
        };
        if indicator::define(&self.domain, &operator(), ("IQ-2023", &input)).await.is_err() {
            let (period, code, reason) = ("IQ-2023".to_owned(), input.code.clone(), "a decision".to_owned());
            let change = indicator::Change { period, code, reason };
            indicator::change(&self.domain, &operator(), (&change, &input)).await.expect("it is changed");
        }
    }

    /// Counts whatever is to be counted again.
    pub async fn recount(&self) {
        while let Some(attempt) = recount::claim(&self.domain, "a test").await.expect("an answer") {
            while recount::step(&self.domain, attempt).await.expect("a step") == Step::Further {}
        }
    }

    /// Moves a sub-project to another network.
    pub async fn move_to(&self, code: &str, network: &str) {
        let row = sub_project(code, network);
        self.write(Kind::SubProjects, &with_header(SUB_PROJECT_COLUMNS, [row].into_iter())).await;
    }
}

const SUB_PROJECT_COLUMNS: &str = "code,name,period,organisation,network,region_category,starts_on,ends_on";

fn sub_project(code: &str, network: &str) -> String {
    let category = if code == "SP-3" { "TRANSITION" } else { "MORE_DEVELOPED" };
    format!("{code},Vorhaben {code},IQ-2023,ORG,{network},{category},2023-01-01,2025-12-31")
}

pub fn with_header(header: &str, rows: impl Iterator<Item = String>) -> String {
    rows.fold(format!("{header}\n"), |text, row| text + &row + "\n")
}

pub fn operator() -> Viewer {
    Viewer::local_operator()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn clock(now: &Arc<Mutex<DateTime<Utc>>>) -> Clock {
    let now = Arc::clone(now);
    Clock::telling(move || *now.lock().expect("nobody panicked"))
}
