//! The editions that somebody has to act on.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use super::{Column, FourEyes, Model, State, decide, four_eyes, store};
use crate::{Domain, Result, Viewer, id::EditionId, sub_project};

/// What waits for a viewer, the oldest first.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Submitted editions that they may approve.
    pub to_decide: Vec<Model>,
    /// Returned editions of their own unit that no later edition answers which was handed in.
    pub to_answer: Vec<Model>,
}

/// What waits for the viewer. Nothing waits for those who may not write.
pub async fn waiting(domain: &Domain, viewer: &Viewer) -> Result<Waiting> {
    if viewer.require_writer().is_err() {
        return Ok(Waiting::default());
    }
    // approving an edition supersedes those returned before, so that only these two states tell who is to act
    let open = [State::Submitted, State::Returned].map(State::as_str);
    let select = store::visible_to(viewer.reads()).filter(Column::State.is_in(open));
    let mut editions = select.order_by_asc(Column::Id).all(&domain.db).await?;
    let mut last: HashMap<(String, NaiveDate), i32> = HashMap::new();
    for edition in &editions {
        let number = last.entry((edition.unit_key.clone(), edition.cut_off)).or_default();
        *number = (*number).max(edition.number);
    }
    editions
        .retain(|edition| last.get(&(edition.unit_key.clone(), edition.cut_off)) == Some(&edition.number));
    let above = above(domain, viewer, &editions).await?;
    let (mut to_decide, returned): (Vec<_>, Vec<_>) =
        editions.into_iter().partition(|edition| edition.state == State::Submitted.as_str());
    to_decide.retain(|edition| above.contains(&edition.id));
    // whoever stands above a part of the network answers for the whole only
    let is_own = |edition: &Model| {
        let is_whole = edition.sub_project_id.is_none() && edition.regional_network_id.is_none();
        viewer.writes().covers_unit(edition.regional_network_id, edition.sub_project_id)
            && (is_whole || !above.contains(&edition.id))
    };
    let to_answer = returned.into_iter().filter(is_own).collect();
    Ok(Waiting { to_decide: without_own(domain, viewer, to_decide).await?, to_answer })
}

/// Those of the editions whose unit the viewer stands above.
async fn above(domain: &Domain, viewer: &Viewer, editions: &[Model]) -> Result<HashSet<EditionId>> {
    let sub_projects: Vec<_> = editions.iter().filter_map(|edition| edition.sub_project_id).collect();
    let rows = sub_project::store::by_ids(&domain.db, &sub_projects, None).await?;
    let networks: HashMap<_, _> =
        rows.into_iter().filter_map(|row| Some((row.id, row.regional_network_id?))).collect();
    let is_below = |edition: &&Model| {
        let network = edition.sub_project_id.and_then(|id| networks.get(&id));
        viewer.is_administrator() || network.is_some_and(|network| viewer.writes().covers_network(*network))
    };
    Ok(editions.iter().filter(is_below).map(|edition| edition.id).collect())
}

/// The editions without those the viewer submitted and somebody else has to approve.
async fn without_own(domain: &Domain, viewer: &Viewer, mut editions: Vec<Model>) -> Result<Vec<Model>> {
    let ids: Vec<_> = editions.iter().map(|edition| edition.id).collect();
    let events = store::events(&domain.db, &ids).await?;
    let own = events.iter().filter(|event| decide::is_submission_by(viewer, event));
    let own: HashSet<_> = own.map(|event| event.report_edition_id).collect();
    let periods = editions.iter().filter(|edition| own.contains(&edition.id));
    let periods: HashSet<_> = periods.map(|edition| edition.funding_period_id).collect();
    let mut strict = HashSet::new();
    for period in periods {
        if four_eyes(&domain.db, period).await? == FourEyes::Required {
            strict.insert(period);
        }
    }
    editions.retain(|edition| !own.contains(&edition.id) || !strict.contains(&edition.funding_period_id));
    Ok(editions)
}
