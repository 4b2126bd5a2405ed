//! Reading editions.

use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Column, KIND, Model, State, decide, event_entity, store};
use crate::{
    Domain, Error, Result, Viewer,
    id::{EditionId, FundingPeriodId, ReportRunId},
    report,
    rows::Rows,
};

/// Which editions are wanted.
#[derive(Clone, Debug, Default)]
pub struct EditionQuery {
    /// Only those of this period.
    pub period: Option<FundingPeriodId>,
    /// The last edition seen; none means from the newest.
    pub after: Option<EditionId>,
    /// How many at most.
    pub limit: u64,
}

/// One edition.
///
/// # Errors
/// [`Error::NotFound`] also when there is one the viewer may not see.
pub async fn get(domain: &Domain, viewer: &Viewer, id: EditionId) -> Result<Model> {
    viewer.require_reader()?;
    let found = store::visible_to(viewer.reads()).filter(Column::Id.eq(id)).one(&domain.db).await?;
    found.ok_or(Error::NotFound(KIND))
}

/// The editions the viewer may see, the newest first.
pub async fn list(domain: &Domain, viewer: &Viewer, query: &EditionQuery) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let mut select = store::visible_to(viewer.reads()).order_by_desc(Column::Id).limit(query.limit);
    if let Some(period) = query.period {
        select = select.filter(Column::FundingPeriodId.eq(period));
    }
    if let Some(after) = query.after {
        select = select.filter(Column::Id.lt(after));
    }
    Ok(select.all(&domain.db).await?)
}

/// How many editions the viewer may see.
pub async fn count(domain: &Domain, viewer: &Viewer, period: Option<FundingPeriodId>) -> Result<u64> {
    viewer.require_reader()?;
    let of_period = period.map(|period| Column::FundingPeriodId.eq(period));
    let select = store::visible_to(viewer.reads()).filter(Condition::all().add_option(of_period));
    Ok(select.count(&domain.db).await?)
}

/// What happened to editions the viewer may see, in order.
pub async fn events(domain: &Domain, viewer: &Viewer, ids: &[EditionId]) -> Result<Vec<event_entity::Model>> {
    viewer.require_reader()?;
    store::events(&domain.db, ids).await
}

/// The edition that a run was made for, if any.
pub async fn of_run(domain: &Domain, viewer: &Viewer, run: ReportRunId) -> Result<Option<Model>> {
    report::get(domain, viewer, run).await?;
    store::of_run(&domain.db, run).await
}

/// The editions that some runs were made for, of those the viewer may see.
pub async fn of_runs(domain: &Domain, viewer: &Viewer, runs: &[ReportRunId]) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let select = store::visible_to(viewer.reads());
    Rows { select, column: Column::ReportRunId, keys: runs }.read(&domain.db).await
}

/// What the viewer may do with an edition now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct May {
    /// Hand it in.
    pub submit: bool,
    /// Send it back.
    pub give_back: bool,
    /// Approve it: not whoever submitted it, where four eyes are required.
    pub approve: bool,
    /// Answer it, once it was sent back and while no later edition does: with the next edition, or by handing it in again.
    /// Whoever stands above a part of the network leaves that to those it is about.
    pub answer: bool,
}

/// What the viewer may do with an edition now.
pub async fn may(domain: &Domain, viewer: &Viewer, edition: &Model) -> Result<May> {
    let state = edition.state()?;
    let covered = viewer.writes().covers_unit(edition.regional_network_id, edition.sub_project_id);
    let writes = viewer.require_writer().is_ok() && covered;
    let is_whole = edition.sub_project_id.is_none() && edition.regional_network_id.is_none();
    let decides = state == State::Submitted
        && viewer.require_writer().is_ok()
        && decide::stands_above(domain, viewer, edition).await?;
    Ok(May {
        submit: writes && state == State::Draft,
        give_back: decides,
        approve: decides && !decide::needs_other_eyes(domain, viewer, edition).await?,
        answer: writes
            && state == State::Returned
            && store::newer(&domain.db, edition).await?.is_none()
            && (is_whole || !decide::stands_above(domain, viewer, edition).await?),
    })
}

/// What a file is, told by its hash.
#[derive(Clone, Debug)]
pub enum Identity {
    /// The workbook of an edition, as it was made.
    Edition(Box<Model>),
    /// The workbook of a run that is no edition, as it was made.
    Run(Box<report::Model>),
    /// Nothing the viewer may see was stored with this hash.
    Unknown,
}

/// Tells what a file is by its SHA-256, hex.
pub async fn identify(domain: &Domain, viewer: &Viewer, sha256: &str) -> Result<Identity> {
    viewer.require_reader()?;
    let edition = store::visible_to(viewer.reads())
        .filter(Column::FileSha256.eq(sha256))
        .order_by_desc(Column::Id)
        .one(&domain.db)
        .await?;
    if let Some(edition) = edition {
        return Ok(Identity::Edition(Box::new(edition)));
    }
    let run = report::with_hash(domain, viewer, sha256).await?;
    Ok(run.map_or(Identity::Unknown, |run| Identity::Run(Box::new(run))))
}
