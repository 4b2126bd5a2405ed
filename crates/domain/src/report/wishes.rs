//! What a report is to be made of, and what makes two of them the same.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

use super::{About, Model, Stage, State};
use crate::{
    Result, Viewer, audit,
    id::{FundingPeriodId, ReportRunId},
};

/// The form of the workbook. A change that makes other bytes of the same content gets another version.
pub const TEMPLATE_VERSION: &str = "8";

/// What was asked for, found in the database.
#[derive(Clone, Debug)]
pub(super) struct Wishes {
    pub period: FundingPeriodId,
    pub about: About,
    pub cut_off: NaiveDate,
    /// None means what is known when the build begins.
    pub known_at: Option<DateTime<Utc>>,
    pub language: String,
}

impl Wishes {
    /// Those that a run came from.
    pub fn of(run: &Model) -> Self {
        Self {
            period: run.funding_period_id,
            about: run.about(),
            cut_off: run.cut_off,
            known_at: run.known_at_wanted,
            language: run.language.clone(),
        }
    }

    /// What makes two requests the same: template, parameters and the moment of knowledge. Who asks for the newest asks
    /// for something else as soon as anything has changed; rules are among what changes.
    pub async fn key(&self, db: &impl ConnectionTrait) -> Result<String> {
        let known = match self.known_at {
            Some(at) => at.to_rfc3339(),
            None => format!("change {}", audit::last_change(db).await?),
        };
        let Self { about, cut_off, language, .. } = self;
        let said = format!("{TEMPLATE_VERSION} {} {cut_off} {language} {known}", about.key());
        Ok(hex::encode(Sha256::digest(said)))
    }

    /// A run that waits, asked for now.
    pub fn run(self, viewer: &Viewer, (now, key): (DateTime<Utc>, String)) -> Model {
        Model {
            id: ReportRunId::fresh(),
            funding_period_id: self.period,
            regional_network_id: self.about.network(),
            strand_id: self.about.strand(),
            sub_project_id: self.about.sub_project(),
            is_bundle: matches!(self.about, About::Bundle(_)),
            cut_off: self.cut_off,
            known_at: self.known_at.unwrap_or(now),
            known_at_wanted: self.known_at,
            template_version: TEMPLATE_VERSION.to_owned(),
            language: self.language,
            request_key: Some(key),
            state: State::Waiting.as_str().to_owned(),
            stage: Stage::Queued.as_str().to_owned(),
            done: 0,
            total: 0,
            at_work_on: None,
            attempt: 0,
            next_attempt_at: None,
            heartbeat_at: None,
            requested_by: viewer.account_id(),
            requested_by_name: viewer.actor.name().to_owned(),
            requested_at: now,
            started_at: None,
            finished_at: None,
            cancelled_by_name: None,
            retry_of: None,
            failure: None,
            failure_place: None,
            file_key: None,
            file_name: None,
            file_size: None,
            file_sha256: None,
            data_sha256: None,
            file_removed_at: None,
            file_removed_for: None,
        }
    }
}
