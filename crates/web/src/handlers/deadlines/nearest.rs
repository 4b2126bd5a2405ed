//! The deadline that comes next.

use domain::{
    Result,
    deadline::{self, Deadline},
    funding_period::Model,
};

use crate::visit::Visit;

/// The next deadline of a period; none for those who may read no records, and once the last has passed.
pub async fn next_of(visit: &Visit, period: &Model) -> Result<Option<Deadline>> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    if viewer.require_reader().is_err() {
        return Ok(None);
    }
    let deadlines = deadline::list(domain, viewer, &period.code).await?;
    Ok(deadline::next(&deadlines, domain.clock.today()).cloned())
}

/// The deadline that comes next of all that some periods have, with its period; of two on the same day, that of the period
/// shown.
pub async fn nearest<'a>(
    visit: &Visit,
    (periods, shown): (&'a [Model], &'a Model),
) -> Result<Option<(&'a Model, Deadline)>> {
    let mut nearest = next_of(visit, shown).await?.map(|next| (shown, next));
    for period in periods.iter().filter(|period| period.id != shown.id) {
        let Some(next) = next_of(visit, period).await? else { continue };
        if nearest.as_ref().is_none_or(|(_, nearest)| next.due_on < nearest.due_on) {
            nearest = Some((period, next));
        }
    }
    Ok(nearest)
}
