//! Who decides about an edition: the level above its unit.

use std::collections::{HashMap, HashSet};

use super::Model;
use crate::{Domain, Result, Viewer, id::EditionId, sub_project};

/// Those of the editions whose unit the viewer stands above: that of a sub-project the coordination of its regional network,
/// all others, those of strands among them, the administration.
pub(super) async fn above(
    domain: &Domain,
    viewer: &Viewer,
    editions: &[Model],
) -> Result<HashSet<EditionId>> {
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
