//! What a bundle holds.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{About, Model};
use crate::{
    Domain, Result, Versioned,
    fact::entity::{Column as Fact, Entity as Facts},
    id::{StrandId, SubProjectId},
    regional_network, strand, sub_project,
};

/// The reports of a bundle, in order: on the whole network, on each regional network, on each strand that has
/// sub-projects, and on each sub-project with anything to count or to leave out by the cut-off. All are of the same
/// cut-off and known-at. For the worker: unscoped, the run itself says what may be read.
///
/// # Errors
/// When the database fails.
pub async fn parts(domain: &Domain, run: &Model) -> Result<Vec<Model>> {
    let (db, period, then) = (&domain.db, run.funding_period_id, Some(run.known_at));
    let networks = regional_network::Entity::as_of(then, run.cut_off)
        .filter(regional_network::Column::FundingPeriodId.eq(period))
        .order_by_asc(regional_network::Column::Code)
        .all(db)
        .await?;
    let sub_projects = sub_project::Entity::as_of(then, run.cut_off)
        .filter(sub_project::Column::FundingPeriodId.eq(period))
        .order_by_asc(sub_project::Column::Code)
        .all(db)
        .await?;
    let filled: BTreeSet<StrandId> = sub_projects.iter().filter_map(|row| row.strand_id).collect();
    let strands = strand::store::of_periods(db, &[period]).await?;
    let ids: Vec<SubProjectId> = sub_projects.iter().map(|row| row.id).collect();
    let with_data = with_data(domain, run, &ids).await?;
    let all = [About::Period(period)]
        .into_iter()
        .chain(networks.into_iter().map(|row| About::Network(row.id)))
        .chain(strands.into_iter().filter(|row| filled.contains(&row.id)).map(|row| About::Strand(row.id)))
        .chain(ids.into_iter().filter(|id| with_data.contains(id)).map(About::SubProject));
    Ok(all.map(|about| run.part(about)).collect())
}

/// Those of the sub-projects of which the ledger knew anything.
async fn with_data(domain: &Domain, run: &Model, ids: &[SubProjectId]) -> Result<BTreeSet<SubProjectId>> {
    let was_known = Condition::all()
        .add(Fact::KnownFrom.lte(run.known_at))
        .add(Condition::any().add(Fact::KnownUntil.is_null()).add(Fact::KnownUntil.gt(run.known_at)));
    let mut found = BTreeSet::new();
    for some in ids.chunks(crate::db::KEYS_PER_STATEMENT) {
        let rows: Vec<SubProjectId> = Facts::find()
            .select_only()
            .column(Fact::SubProjectId)
            .distinct()
            .filter(Fact::SubProjectId.is_in(some.iter().copied()))
            .filter(Fact::ValidFrom.lte(run.cut_off))
            .filter(was_known.clone())
            .into_tuple()
            .all(&domain.db)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

impl Model {
    /// The report of a bundle on one part of it.
    fn part(&self, about: About) -> Self {
        Self {
            is_bundle: false,
            regional_network_id: about.network(),
            strand_id: about.strand(),
            sub_project_id: about.sub_project(),
            ..self.clone()
        }
    }
}
