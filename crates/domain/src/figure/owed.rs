//! Which indicators of the programme a row of figures owes: those that the strands of its sub-projects owe.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use sea_orm::ConnectionTrait;

use super::{Breakdown, units::Row};
use crate::{
    Result,
    id::{FundingPeriodId, StrandId, SubProjectId},
    indicator::Indicator,
    strand, sub_project,
};

/// Notes the strands of the rows of sub-projects, where an indicator is asked about that only some strands owe.
pub(super) async fn note_strands(
    db: &impl ConnectionTrait,
    (period, indicators): (FundingPeriodId, &[Arc<Indicator>]),
    (rows, sub_projects): (&mut [Row], &[sub_project::Model]),
) -> Result<()> {
    if indicators.iter().all(|indicator| indicator.strands.is_empty()) {
        return Ok(());
    }
    let strands = strand::store::of_periods(db, &[period]).await?;
    let codes: HashMap<StrandId, String> = strands.into_iter().map(|row| (row.id, row.code)).collect();
    let code = |row: &sub_project::Model| codes.get(&row.strand_id?).cloned();
    let of: HashMap<SubProjectId, String> =
        sub_projects.iter().filter_map(|row| Some((row.id, code(row)?))).collect();
    for row in rows.iter_mut().filter(|row| row.unit.kind == Breakdown::SubProject) {
        row.strands = Some(row.sub_projects.iter().filter_map(|id| of.get(id).cloned()).collect());
    }
    Ok(())
}

/// Whether an indicator is owed where these strands are; none means anywhere.
pub(super) fn is_owed(indicator: &Indicator, strands: Option<&BTreeSet<String>>) -> bool {
    let by_some = |own: &BTreeSet<String>| indicator.strands.iter().any(|code| own.contains(code));
    indicator.strands.is_empty() || strands.is_none_or(by_some)
}
