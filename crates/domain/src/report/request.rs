//! Asking for a report.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use texts::Language;

use super::{Entity, Model, Stage, State};
use crate::{
    Domain, Error, Result, Scope, UserError, Versioned, Viewer,
    audit::{self, Action, Entry},
    db, funding_period,
    id::{FundingPeriodId, RegionalNetworkId, ReportRunId, SubProjectId},
    regional_network, sub_project,
};

/// A workbook asked for.
#[derive(Clone, Debug)]
pub struct ReportRequest {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Only this regional network, by code.
    pub network: Option<String>,
    /// Only this sub-project, by code.
    pub sub_project: Option<String>,
    /// Language of the workbook.
    pub language: Language,
}

/// What a report is about.
#[derive(Clone, Copy, Debug, Default)]
struct Unit {
    period: Option<FundingPeriodId>,
    network: Option<RegionalNetworkId>,
    sub_project: Option<SubProjectId>,
}

/// Notes that a report is wanted, and rings for a worker of this process. Other workers find the run with their sweep.
///
/// # Errors
/// [`Error::Forbidden`] for those who may change nothing, and when the whole period is asked for by somebody who is not
/// responsible for all of it. All mistakes in the request at once as [`Error::Invalid`]; a unit outside the viewer's
/// rights is the same as an unknown one.
pub async fn request(domain: &Domain, viewer: &Viewer, request: ReportRequest) -> Result<Model> {
    viewer.require_writer()?;
    let whole_period = request.network.is_none() && request.sub_project.is_none();
    if whole_period && *viewer.writes() != Scope::All {
        return Err(Error::Forbidden);
    }
    let now = domain.clock.now();
    let mut mistakes = mistakes_in_times(&request, now);
    let unit = find_unit(domain, viewer, &request, &mut mistakes).await?;
    let (Some(period), true) = (unit.period, mistakes.is_empty()) else {
        return Err(Error::Invalid(mistakes));
    };
    let run = Model {
        id: ReportRunId::fresh(),
        funding_period_id: period,
        regional_network_id: unit.network,
        sub_project_id: unit.sub_project,
        cut_off: request.cut_off,
        known_at: request.known_at.unwrap_or(now),
        language: request.language.as_str().to_owned(),
        state: State::Waiting.as_str().to_owned(),
        stage: Stage::Queued.as_str().to_owned(),
        done: 0,
        total: 0,
        attempt: 0,
        next_attempt_at: None,
        heartbeat_at: None,
        requested_by: viewer.account_id(),
        requested_by_name: viewer.actor.name().to_owned(),
        requested_at: now,
        started_at: None,
        finished_at: None,
        failure: None,
        file_key: None,
        file_name: None,
        file_size: None,
        file_sha256: None,
    };
    let tx = db::begin(&domain.db).await?;
    Entity::insert(run.clone().into_active_model()).exec_without_returning(&tx).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry(&run, &request)]).await?;
    tx.commit().await?;
    domain.report_bell.ring();
    Ok(run)
}

/// Mistakes that show without looking anything up.
fn mistakes_in_times(request: &ReportRequest, now: DateTime<Utc>) -> Vec<UserError> {
    let mut mistakes = Vec::new();
    if request.cut_off > now.date_naive() {
        mistakes.push(UserError::new("cut-off-in-future", "cutOff").with_value(request.cut_off));
    }
    if let Some(known_at) = request.known_at.filter(|known_at| *known_at > now) {
        mistakes.push(UserError::new("known-at-in-future", "knownAt").with_value(known_at.to_rfc3339()));
    }
    if request.network.is_some() && request.sub_project.is_some() {
        mistakes.push(UserError::new("network-and-sub-project", "subProject"));
    }
    mistakes
}

/// Looks up what the report is about; what is missing is a mistake.
async fn find_unit(
    domain: &Domain,
    viewer: &Viewer,
    request: &ReportRequest,
    mistakes: &mut Vec<UserError>,
) -> Result<Unit> {
    let Some(period) = funding_period::Entity::find()
        .filter(funding_period::Column::Code.eq(&request.period))
        .one(&domain.db)
        .await?
    else {
        mistakes.push(UserError::new("period-unknown", "period").with_value(&request.period));
        return Ok(Unit::default());
    };
    if request.cut_off < period.starts_on {
        mistakes.push(UserError::new("cut-off-before-period", "cutOff").with_value(request.cut_off));
    }
    let mut unit = Unit { period: Some(period.id), ..Unit::default() };
    if let Some(code) = &request.network {
        unit.network = network(domain, viewer, (period.id, request, code)).await?;
        if unit.network.is_none() {
            mistakes.push(UserError::new("network-unknown", "network").with_value(code));
        }
    }
    if let Some(code) = &request.sub_project {
        unit.sub_project = sub_project(domain, viewer, (period.id, request, code)).await?;
        if unit.sub_project.is_none() {
            mistakes.push(UserError::new("sub-project-unknown", "subProject").with_value(code));
        }
    }
    Ok(unit)
}

/// The regional network of that code at the known-at, if the viewer may report on it.
async fn network(
    domain: &Domain,
    viewer: &Viewer,
    (period, request, code): (FundingPeriodId, &ReportRequest, &str),
) -> Result<Option<RegionalNetworkId>> {
    let found = regional_network::Entity::as_of(request.known_at, request.cut_off)
        .filter(regional_network::Column::FundingPeriodId.eq(period))
        .filter(regional_network::Column::Code.eq(code))
        .one(&domain.db)
        .await?;
    Ok(found.map(|network| network.id).filter(|id| viewer.writes().covers_network(*id)))
}

/// The sub-project of that code at the known-at, if the viewer may report on it.
async fn sub_project(
    domain: &Domain,
    viewer: &Viewer,
    (period, request, code): (FundingPeriodId, &ReportRequest, &str),
) -> Result<Option<SubProjectId>> {
    let found = sub_project::Entity::as_of(request.known_at, request.cut_off)
        .filter(sub_project::Column::FundingPeriodId.eq(period))
        .filter(sub_project::Column::Code.eq(code))
        .one(&domain.db)
        .await?;
    Ok(found.map(|sub_project| sub_project.id).filter(|id| viewer.writes().covers(*id)))
}

fn entry(run: &Model, request: &ReportRequest) -> Entry {
    Entry {
        object_id: Some(run.id.to_string()),
        after: Some(serde_json::json!({
            "period": request.period,
            "network": request.network,
            "subProject": request.sub_project,
            "cutOff": run.cut_off,
            "knownAt": run.known_at,
            "language": run.language,
        })),
        ..Entry::new(Action::Create, "report_run", "request of a report")
    }
}
