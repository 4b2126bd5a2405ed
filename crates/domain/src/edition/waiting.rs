//! The editions that somebody has to act on.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use super::{Column, Model, State, above::above, four_eyes::barred, store};
use crate::{Domain, Result, Viewer};

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
    let barred = barred(domain, viewer, &to_decide).await?;
    to_decide.retain(|edition| !barred.contains(&edition.id));
    Ok(Waiting { to_decide, to_answer })
}
