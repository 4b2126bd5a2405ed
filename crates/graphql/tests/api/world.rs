//! A database with the reference data and fifty of everything that lists hold, and people of every role.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use chrono::{DateTime, TimeZone, Utc};
use domain::{
    Actor, Clock, Domain, Role, Scope, Viewer, edition, funding_period,
    id::{
        AccountId, EditionId, FundingPeriodId, OfferId, OrganisationId, RecountId, ReportRunId, RequestId,
        SubProjectId, VersionId,
    },
    offer, offer_type, organisation, recount, reference_data, regional_network, report, sub_project,
};
use graphql::{Api, Caller, Limits};
use migrations::Migrator;
use sea_orm::{ActiveModelTrait, ConnectOptions, DatabaseConnection, EntityTrait, IntoActiveModel};
use sea_orm_migration::MigratorTrait;
use serde_json::Value;
use tempfile::TempDir;
use texts::Language;

use crate::{cases, records};

/// How many rows each list holds.
pub const ROWS: usize = 50;

pub struct World {
    pub domain: Domain,
    api: Api,
    statements: Arc<AtomicUsize>,
    /// The network most rows belong to.
    network: regional_network::Model,
    /// The first sub-project of that network.
    sub_project: SubProjectId,
    /// A run about that sub-project.
    pub run: ReportRunId,
    /// A run about the whole period.
    pub whole_run: ReportRunId,
    /// A draft of an edition of the report on the whole period.
    pub edition: EditionId,
    /// A recount of the period.
    pub recount: RecountId,
    /// The keys of each sub-project's records, in the order of `records::KINDS`.
    pub records: Vec<[uuid::Uuid; 5]>,
    directory: Arc<TempDir>,
}

/// The moment at which everything happens.
pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 3, 10, 12, 0, 0).single().expect("a moment")
}

pub async fn world() -> World {
    let directory = tempfile::tempdir().expect("a directory");
    let url = format!("sqlite://{}", directory.path().join("test.db").display());
    let mut db = domain::db::connect(&url).await.expect("a database");
    Migrator::up(&db, None).await.expect("the schema");
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&statements);
    db.set_metric_callback(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    let domain = Domain::new(db, Clock::telling(noon));
    reference_data::load(&domain, &Viewer::local_operator()).await.expect("the reference data");
    let db = &domain.db;
    let period = funding_period::store::by_code(db, "IQ-2023").await.expect("read").expect("the period");
    let networks = regional_network::store::of_periods(db, &[period.id], None).await.expect("networks");
    let network = networks.into_iter().find(|network| network.code == "SOB").expect("the network");
    let sub_projects = fill(db, &period, &network).await;
    let whole_run = ask_for_report(db, period.id, None).await;
    let edition = edition(db, (period.id, None), (whole_run, "draft")).await;
    let mut runs = Vec::new();
    for sub_project in &sub_projects {
        runs.push(ask_for_report(db, period.id, Some(*sub_project)).await);
    }
    for (sub_project, run) in sub_projects.iter().zip(&runs) {
        self::edition(db, (period.id, Some(*sub_project)), (*run, "returned")).await;
    }
    let asked = (period.code.as_str(), Some("a test".to_owned()));
    let recount = recount::start(&domain, &Viewer::local_operator(), asked).await.expect("a recount").id;
    let records = records::fill(db, period.id, &sub_projects).await;
    cases::fill(db, period.id, &sub_projects).await;
    World {
        api: Api::new(Limits::default()),
        statements,
        network,
        sub_project: sub_projects[0],
        run: runs[0],
        whole_run,
        edition,
        recount,
        records,
        directory: Arc::new(directory),
        domain,
    }
}

/// Organisations, each with a sub-project that has an offer.
async fn fill(
    db: &DatabaseConnection,
    period: &funding_period::Model,
    network: &regional_network::Model,
) -> Vec<SubProjectId> {
    let offer_type = offer_type::store::all(db).await.expect("types").remove(0);
    let mut sub_projects = Vec::new();
    for number in 0..ROWS {
        let organisation = organisation_of(number);
        let sub_project = sub_project::Model {
            organisation_id: Some(organisation.id),
            regional_network_id: Some(network.id),
            funding_period_id: period.id,
            ..sub_project_of(number)
        };
        let offer =
            offer::Model { sub_project_id: sub_project.id, offer_type_id: offer_type.id, ..offer_of(number) };
        sub_projects.push(sub_project.id);
        insert(db, organisation.into_active_model()).await;
        insert(db, sub_project.into_active_model()).await;
        insert(db, offer.into_active_model()).await;
    }
    sub_projects
}

fn organisation_of(number: usize) -> organisation::Model {
    organisation::Model {
        version_id: VersionId::fresh(),
        id: OrganisationId::fresh(),
        code: format!("O-{number:02}"),
        name: format!("A place to learn {number:02}"),
        kind: Some("free_provider".to_owned()),
        city: None,
        ags: Some("09162".to_owned()),
        website: None,
        invented: true,
        valid_from: None,
        valid_until: None,
        recorded_at: noon(),
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn sub_project_of(number: usize) -> sub_project::Model {
    sub_project::Model {
        version_id: VersionId::fresh(),
        id: SubProjectId::fresh(),
        code: format!("TV-{number:02}"),
        name: format!("Sub-project {number:02}"),
        funding_period_id: FundingPeriodId::fresh(),
        organisation_id: None,
        regional_network_id: None,
        strand_id: None,
        region_category: "MORE_DEVELOPED".to_owned(),
        starts_on: None,
        ends_on: None,
        city: None,
        ags: Some("09162".to_owned()),
        target_group: "EECO14;EECO15".to_owned(),
        grant_reference: None,
        invented: true,
        valid_from: None,
        valid_until: None,
        note: None,
        recorded_at: noon(),
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn offer_of(number: usize) -> offer::Model {
    offer::Model {
        version_id: VersionId::fresh(),
        id: OfferId::fresh(),
        code: format!("A-{number:02}"),
        sub_project_id: SubProjectId::fresh(),
        offer_type_id: domain::id::OfferTypeId::fresh(),
        name: format!("Offer {number:02}"),
        mode: Some("in_person".to_owned()),
        description: None,
        starts_on: None,
        ends_on: None,
        recorded_at: noon(),
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

async fn edition(
    db: &DatabaseConnection,
    (period, sub_project): (FundingPeriodId, Option<SubProjectId>),
    (run, state): (ReportRunId, &str),
) -> EditionId {
    let unit = sub_project.map(|id| format!("sub_project:{id}"));
    let edition = edition::Model {
        id: EditionId::fresh(),
        report_run_id: run,
        funding_period_id: period,
        regional_network_id: None,
        strand_id: None,
        sub_project_id: sub_project,
        unit_key: unit.unwrap_or_else(|| format!("period:{period}")),
        cut_off: noon().date_naive(),
        number: 1,
        state: state.to_owned(),
        known_at: noon(),
        template_version: "1".to_owned(),
        rulebooks: "{}".to_owned(),
        data_sha256: "0".to_owned(),
        file_sha256: "0".to_owned(),
    };
    let id = edition.id;
    insert(db, edition.into_active_model()).await;
    id
}

async fn ask_for_report(
    db: &DatabaseConnection,
    period: FundingPeriodId,
    sub_project: Option<SubProjectId>,
) -> ReportRunId {
    let id = ReportRunId::fresh();
    let run = report::Model {
        id,
        funding_period_id: period,
        regional_network_id: None,
        strand_id: None,
        is_bundle: false,
        sub_project_id: sub_project,
        cut_off: noon().date_naive(),
        known_at: noon(),
        template_version: "2".to_owned(),
        language: "de".to_owned(),
        state: "waiting".to_owned(),
        stage: "queued".to_owned(),
        done: 0,
        total: 0,
        attempt: 0,
        next_attempt_at: None,
        heartbeat_at: None,
        requested_by: None,
        requested_by_name: "local operator".to_owned(),
        requested_at: noon(),
        started_at: None,
        finished_at: None,
        failure: None,
        failure_place: None,
        file_key: None,
        file_name: None,
        file_size: None,
        data_sha256: None,
        request_key: None,
        known_at_wanted: None,
        at_work_on: None,
        cancelled_by_name: None,
        retry_of: None,
        file_removed_at: None,
        file_removed_for: None,
        file_sha256: None,
    };
    insert(db, run.into_active_model()).await;
    id
}

pub async fn insert<A: ActiveModelTrait + Send>(db: &DatabaseConnection, row: A) {
    A::Entity::insert(row).exec_without_returning(db).await.expect("a row");
}

impl World {
    /// The same database for somebody who does not wait when others write.
    pub async fn impatient(&self) -> Self {
        let url = format!("sqlite://{}", self.directory.path().join("test.db").display());
        let mut options = ConnectOptions::new(url);
        options.map_sqlx_sqlite_opts(|sqlite| sqlite.busy_timeout(std::time::Duration::ZERO));
        let db = sea_orm::Database::connect(options).await.expect("the database");
        Self {
            domain: Domain::new(db, Clock::telling(noon)),
            api: self.api.clone(),
            statements: Arc::clone(&self.statements),
            network: self.network.clone(),
            records: self.records.clone(),
            directory: Arc::clone(&self.directory),
            ..*self
        }
    }

    /// What anybody gets.
    pub async fn ask(&self, query: &str) -> Value {
        self.ask_as(Viewer::public(), query).await
    }

    /// What somebody gets.
    pub async fn ask_as(&self, viewer: Viewer, query: &str) -> Value {
        self.ask_in(Language::En, viewer, query).await
    }

    /// What somebody gets in a language.
    pub async fn ask_in(&self, language: Language, viewer: Viewer, query: &str) -> Value {
        let caller = Caller { domain: self.domain.clone(), viewer, language };
        let reply = match self.api.prepare(query.into(), language) {
            Ok(operation) => self.api.execute(operation, caller).await,
            Err(reply) => reply,
        };
        serde_json::to_value(&reply).expect("a reply is JSON")
    }

    /// How many statements a query needs, and what it gets.
    pub async fn count_statements(&self, viewer: Viewer, query: &str) -> (usize, Value) {
        let before = self.statements.load(Ordering::Relaxed);
        let answer = self.ask_as(viewer, query).await;
        (self.statements.load(Ordering::Relaxed) - before, answer)
    }

    /// Somebody of each role, named as in the access matrix; `nobody` is signed in without any right.
    pub fn people(&self) -> [(&'static str, Viewer); 6] {
        let network = self.network.id;
        let only = |networks: &[_]| Scope::Only {
            networks: networks.iter().copied().collect(),
            sub_projects: BTreeSet::from([self.sub_project]),
        };
        let somebody = |role, read: Scope, write: Scope| {
            let email = "somebody@example.org".to_owned();
            let actor = Actor::Account { id: AccountId::fresh(), email, name: "Somebody".to_owned() };
            Viewer::account(actor, BTreeSet::from_iter(role), read, write)
        };
        [
            ("public", Viewer::public()),
            ("nobody", somebody(None, Scope::nothing(), Scope::nothing())),
            ("auditor", somebody(Some(Role::Auditor), Scope::All, Scope::nothing())),
            ("project staff", somebody(Some(Role::ProjectStaff), only(&[]), only(&[]))),
            ("coordinator", somebody(Some(Role::Coordinator), only(&[network]), only(&[network]))),
            ("administrator", somebody(Some(Role::Administrator), Scope::All, Scope::All)),
        ]
    }
}
