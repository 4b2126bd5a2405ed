//! A domain on an empty database with a clock that tests set, and the few things rights refer to.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use domain::{
    Clock, Domain, Error, Result, Viewer,
    account::{self, NewAccount},
    audit::{self, Order, Page},
    db, funding_period,
    id::{FundingPeriodId, RegionalNetworkId, RequestId, SubProjectId, VersionId},
    regional_network, sub_project,
};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{EntityTrait, IntoActiveModel};
use tempfile::TempDir;

pub const PASSWORD: &str = "correct horse battery";
pub const PERIOD: &str = "IQ-2023";

pub struct World {
    pub domain: Domain,
    pub operator: Viewer,
    now: Arc<Mutex<DateTime<Utc>>>,
    _directory: TempDir,
}

pub async fn world() -> World {
    let directory = tempfile::tempdir().expect("a directory");
    let url = format!("sqlite://{}", directory.path().join("test.db").display());
    let db = db::connect(&url).await.expect("a database");
    Migrator::up(&db, None).await.expect("the schema");
    let noon = Utc.with_ymd_and_hms(2025, 3, 10, 12, 0, 0).single().expect("a moment");
    let now = Arc::new(Mutex::new(noon));
    let told = Arc::clone(&now);
    let clock = Clock::telling(move || *told.lock().expect("the time"));
    World { domain: Domain::new(db, clock), operator: Viewer::local_operator(), now, _directory: directory }
}

impl World {
    pub fn pass(&self, time: TimeDelta) {
        *self.now.lock().expect("the time") += time;
    }

    pub fn today(&self) -> NaiveDate {
        self.domain.clock.today()
    }

    pub async fn account(&self, email: &str) -> domain::id::AccountId {
        let new = NewAccount { email: email.into(), name: "Somebody".into(), password: PASSWORD.into() };
        account::add(&self.domain, &self.operator, new).await.expect("an account")
    }

    /// What the log says, oldest first: action, kind and object.
    pub async fn log(&self) -> Vec<(String, String, Option<String>)> {
        let page = Page { after: None, limit: 1_000, order: Order::OldestFirst };
        let entries = audit::page(&self.domain, &self.operator, &page).await.expect("the log");
        entries.into_iter().map(|entry| (entry.action, entry.object_kind, entry.object_id)).collect()
    }

    pub async fn period(&self) -> FundingPeriodId {
        let id = FundingPeriodId::fresh();
        let row = funding_period::Model {
            id,
            code: PERIOD.into(),
            name: "A network".into(),
            network_form: "Netzwerk".into(),
            sub_project_term: "Teilvorhaben".into(),
            focus: None,
            starts_on: self.today(),
            ends_on: self.today(),
            rulebook: None,
            priority: None,
            specific_objective: None,
            funder_line: "A funder".into(),
            note: None,
            verified: false,
            source: "invented".into(),
        };
        insert::<funding_period::ActiveModel>(self, row).await;
        id
    }

    pub async fn network(&self, period: FundingPeriodId, code: &str) -> RegionalNetworkId {
        let id = RegionalNetworkId::fresh();
        let row = regional_network::Model {
            version_id: VersionId::fresh(),
            id,
            funding_period_id: period,
            code: code.into(),
            name: code.into(),
            coordinator_id: None,
            colour: "grey".into(),
            source: "invented".into(),
            recorded_at: self.domain.clock.now(),
            recorded_by: RequestId::fresh(),
            reason: None,
            superseded_at: None,
        };
        insert::<regional_network::ActiveModel>(self, row).await;
        id
    }

    pub async fn sub_project(
        &self,
        period: FundingPeriodId,
        network: Option<RegionalNetworkId>,
        code: &str,
    ) -> sub_project::Model {
        let row = sub_project::Model {
            version_id: VersionId::fresh(),
            id: SubProjectId::fresh(),
            code: code.into(),
            name: code.into(),
            funding_period_id: period,
            organisation_id: None,
            regional_network_id: network,
            strand_id: None,
            region_category: "MORE_DEVELOPED".into(),
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
            recorded_at: self.domain.clock.now(),
            recorded_by: RequestId::fresh(),
            reason: None,
            superseded_at: None,
        };
        insert::<sub_project::ActiveModel>(self, row.clone()).await;
        row
    }
}

pub async fn insert<A>(world: &World, row: impl IntoActiveModel<A>)
where
    A: sea_orm::ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    A::Entity::insert(row.into_active_model()).exec_without_returning(&world.domain.db).await.expect("a row");
}

/// The outcome in one word: `ok`, the error's kind, or the codes of the mistakes.
pub fn outcome<T>(result: Result<T>) -> String {
    match result {
        Ok(_) => "ok".to_owned(),
        Err(Error::Unauthenticated) => "unauthenticated".to_owned(),
        Err(Error::Forbidden) => "forbidden".to_owned(),
        Err(Error::NotFound(kind)) => format!("{kind} not found"),
        Err(Error::Invalid(mistakes)) => {
            for mistake in &mistakes {
                let text = mistake.message(texts::Language::De);
                assert_ne!(text, format!("error-{}", mistake.code), "a mistake without a text");
            }
            mistakes.iter().map(|mistake| mistake.code).collect::<Vec<_>>().join(" ")
        }
        Err(error) => panic!("{error:?}"),
    }
}
