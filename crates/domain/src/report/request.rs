//! Asking for a report.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use texts::Language;
use uuid::Uuid;

use super::{
    About, KIND, Model, State,
    service::{get, to_change},
    shelf, store,
    wishes::Wishes,
};
use crate::{
    Domain, Error, Result, Scope, UserError, Versioned, Viewer,
    audit::{self, Action, Entry},
    db, funding_period,
    id::{FundingPeriodId, RegionalNetworkId, ReportRunId, SubProjectId},
    regional_network, strand, sub_project,
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
    /// Only this strand, by code.
    pub strand: Option<String>,
    /// Only this sub-project, by code.
    pub sub_project: Option<String>,
    /// Language of the workbook.
    pub language: Language,
}

/// Notes that a report is wanted, and rings for a worker of this process. Other workers find the run with their sweep.
///
/// Whoever asks for the same while it is being built, or while its file is at hand and nothing has changed since, gets
/// the run that is there; the log tells that they asked. A file that is gone from the store is not at hand.
///
/// # Errors
/// [`Error::Forbidden`] for those who may change nothing, and when the whole period is asked for by somebody who is not
/// responsible for all of it; a strand lies across the regional networks and takes the same rights as the whole period.
/// All mistakes in the request at once as [`Error::Invalid`]; a unit outside the viewer's rights is the same as an
/// unknown one.
pub async fn request(domain: &Domain, viewer: &Viewer, request: ReportRequest) -> Result<Model> {
    let wishes = wishes(domain, viewer, &request).await?;
    note(domain, viewer, (wishes, None)).await
}

/// All reports of a moment: on the whole network, on each regional network, strand and sub-project.
#[derive(Clone, Debug)]
pub struct BundleRequest {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Language of the workbooks.
    pub language: Language,
}

/// Notes that all reports of a moment are wanted as one file, in the same way. It takes the rights of a report on the
/// whole period.
///
/// # Errors
/// Those of [`request`].
pub async fn request_bundle(domain: &Domain, viewer: &Viewer, request: BundleRequest) -> Result<Model> {
    let BundleRequest { period, cut_off, known_at, language } = request;
    let whole =
        ReportRequest { period, cut_off, known_at, network: None, strand: None, sub_project: None, language };
    let wishes = wishes(domain, viewer, &whole).await?;
    let about = About::Bundle(wishes.period);
    note(domain, viewer, (Wishes { about, ..wishes }, None)).await
}

/// What the codes of a request stand for, when the viewer may ask for it and nothing is wrong with it.
async fn wishes(domain: &Domain, viewer: &Viewer, request: &ReportRequest) -> Result<Wishes> {
    viewer.require_writer()?;
    let across_networks = request.network.is_none() && request.sub_project.is_none();
    if across_networks && *viewer.writes() != Scope::All {
        return Err(Error::Forbidden);
    }
    let mut mistakes = mistakes_in_times(request, domain.clock.now());
    let wishes = find_unit(domain, viewer, request, &mut mistakes).await?;
    wishes.filter(|_| mistakes.is_empty()).ok_or(Error::Invalid(mistakes))
}

/// Asks again for what a failed or cancelled run was to make, or for what was in a file that is gone: the same as known
/// at the same moment. The old run stays as it is, and the new one names it.
///
/// # Errors
/// [`Error::NotFound`] for a run the viewer may not see, [`Error::Forbidden`] for those who may not report on its unit;
/// a run that neither failed nor was cancelled and has its file is a mistake.
pub async fn retry(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<Model> {
    let run = to_change(domain, viewer, id).await?;
    let mut wishes = Wishes::of(&run);
    match run.state()? {
        State::Failed | State::Cancelled => {}
        State::Done if run.file_removed_at.is_some() || shelf::has_lost(domain, viewer, &run).await? => {
            wishes.known_at = Some(run.known_at);
        }
        _ => return Err(Error::invalid(UserError::new("report-not-ended", "id"))),
    }
    note(domain, viewer, (wishes, Some(run.id))).await
}

/// Writes a run down, unless there is one with the same key to join: then that one is the answer, so that ten clicks are
/// one build.
async fn note(
    domain: &Domain,
    viewer: &Viewer,
    (wishes, retry_of): (Wishes, Option<ReportRunId>),
) -> Result<Model> {
    let (tx, key) = loop {
        let tx = db::begin(&domain.db).await?;
        let key = wishes.key(&tx).await?;
        let Some(same) = store::to_join(&tx, &key).await? else { break (tx, key) };
        tx.rollback().await?;
        if !shelf::has_lost(domain, viewer, &same).await? {
            audit::record(domain, viewer, again(&same)).await?;
            return Ok(same);
        }
    };
    let run = Model { retry_of, ..wishes.run(viewer, (domain.clock.now(), key.clone())) };
    if !store::insert(&tx, &run).await? {
        let ended =
            || Error::Busy(DbErr::Custom("the same report was asked for and ended meanwhile".to_owned()));
        let same = store::to_join(&tx, &key).await?.ok_or_else(ended)?;
        audit::append(&tx, &domain.clock, viewer, vec![again(&same)]).await?;
        tx.commit().await?;
        return Ok(same);
    }
    audit::append(&tx, &domain.clock, viewer, vec![entry(&run)]).await?;
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
    if request.strand.is_some() && (request.network.is_some() || request.sub_project.is_some()) {
        mistakes.push(UserError::new("strand-and-other-unit", "strand"));
    }
    mistakes
}

/// Looks up what the report is about; what is missing is a mistake.
async fn find_unit(
    domain: &Domain,
    viewer: &Viewer,
    request: &ReportRequest,
    mistakes: &mut Vec<UserError>,
) -> Result<Option<Wishes>> {
    let Some(period) = funding_period::Entity::find()
        .filter(funding_period::Column::Code.eq(&request.period))
        .one(&domain.db)
        .await?
    else {
        mistakes.push(UserError::new("period-unknown", "period").with_value(&request.period));
        return Ok(None);
    };
    if request.cut_off < period.starts_on {
        mistakes.push(UserError::new("cut-off-before-period", "cutOff").with_value(request.cut_off));
    }
    let about = about(domain, viewer, (period.id, request), mistakes).await?;
    Ok(Some(Wishes {
        period: period.id,
        about,
        cut_off: request.cut_off,
        known_at: request.known_at,
        language: request.language.as_str().to_owned(),
    }))
}

/// The unit asked for; an unknown one is a mistake, and the period stands for it.
async fn about(
    domain: &Domain,
    viewer: &Viewer,
    (period, request): (FundingPeriodId, &ReportRequest),
    mistakes: &mut Vec<UserError>,
) -> Result<About> {
    let mut about = About::Period(period);
    let mut found =
        |unit: Option<About>, (code, field, value): (&'static str, &'static str, &String)| match unit {
            Some(unit) => about = unit,
            None => mistakes.push(UserError::new(code, field).with_value(value)),
        };
    if let Some(code) = &request.network {
        let unit = network(domain, viewer, (period, request, code)).await?;
        found(unit.map(About::Network), ("network-unknown", "network", code));
    }
    if let Some(code) = &request.strand {
        let unit = strand::store::by_code(&domain.db, (period, code)).await?;
        found(unit.map(|row| About::Strand(row.id)), ("strand-unknown", "strand", code));
    }
    if let Some(code) = &request.sub_project {
        let unit = sub_project(domain, viewer, (period, request, code)).await?;
        found(unit.map(About::SubProject), ("sub-project-unknown", "subProject", code));
    }
    Ok(about)
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

/// The run that the viewer asked for last, also when it was there already.
pub async fn asked_last(domain: &Domain, viewer: &Viewer) -> Result<Option<Model>> {
    let actions = [Action::Create, Action::Read];
    let last = audit::last_object(&domain.db, (viewer.actor.label(), KIND), &actions).await?;
    match last.and_then(|id| Uuid::parse_str(&id).ok()) {
        Some(id) => get(domain, viewer, ReportRunId(id)).await.map(Some),
        None => Ok(None),
    }
}

/// That somebody asked for a run that is there.
fn again(run: &Model) -> Entry {
    Entry {
        object_id: Some(run.id.to_string()),
        ..Entry::new(Action::Read, KIND, "request of a report that is there")
    }
}

fn entry(run: &Model) -> Entry {
    Entry {
        object_id: Some(run.id.to_string()),
        after: Some(serde_json::json!({
            "period": run.funding_period_id,
            "network": run.regional_network_id,
            "strand": run.strand_id,
            "bundle": run.is_bundle,
            "subProject": run.sub_project_id,
            "cutOff": run.cut_off,
            "knownAt": run.known_at_wanted,
            "language": run.language,
            "retryOf": run.retry_of,
        })),
        ..Entry::new(Action::Create, KIND, "request of a report")
    }
}
