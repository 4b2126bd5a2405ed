//! What a viewer may do with editions.

use std::collections::HashMap;

use super::{Model, State, above::above, four_eyes::barred, store};
use crate::{Domain, Result, Viewer, id::EditionId};

/// What the viewer may do with an edition now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    let may = may_each(domain, viewer, std::slice::from_ref(edition)).await?;
    Ok(may.get(&edition.id).copied().unwrap_or_default())
}

/// What the viewer may do with each of some editions now; no more statements for many than for one.
pub async fn may_each(
    domain: &Domain,
    viewer: &Viewer,
    editions: &[Model],
) -> Result<HashMap<EditionId, May>> {
    if viewer.require_writer().is_err() {
        return Ok(editions.iter().map(|edition| (edition.id, May::default())).collect());
    }
    let above = above(domain, viewer, editions).await?;
    let barred = barred(domain, viewer, editions).await?;
    let answered = store::answered(&domain.db, editions).await?;
    let mut all = HashMap::new();
    for edition in editions {
        let state = edition.state()?;
        let stands_above = above.contains(&edition.id);
        let own = viewer.writes().covers_unit(edition.regional_network_id, edition.sub_project_id);
        let is_whole = edition.sub_project_id.is_none() && edition.regional_network_id.is_none();
        let decides = state == State::Submitted && stands_above;
        let answers = state == State::Returned && own && !answered.contains(&edition.id);
        let may = May {
            submit: state == State::Draft && own,
            give_back: decides,
            approve: decides && !barred.contains(&edition.id),
            answer: answers && (is_whole || !stands_above),
        };
        all.insert(edition.id, may);
    }
    Ok(all)
}
