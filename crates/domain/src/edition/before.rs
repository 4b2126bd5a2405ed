//! The edition before a report.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::{Column, Entity, Model, State, store};
use crate::{Domain, Result, id::EditionId, report};

/// The last edition of the unit of a run, up to its cut-off, that speaks of an earlier moment and that had been handed in
/// and not been sent back when the run's knowledge ends. Unscoped: the run itself says what may be read.
pub(crate) async fn before(domain: &Domain, run: &report::Model) -> Result<Option<Model>> {
    let earlier = Condition::any().add(Column::CutOff.lt(run.cut_off)).add(Column::KnownAt.lt(run.known_at));
    let mut editions = Entity::find()
        .filter(Column::UnitKey.eq(run.about().key()))
        .filter(Column::CutOff.lte(run.cut_off))
        .filter(earlier)
        .all(&domain.db)
        .await?;
    let ids: Vec<_> = editions.iter().map(|edition| edition.id).collect();
    let mut events = store::events(&domain.db, &ids).await?;
    let decisive = [State::Submitted, State::Returned].map(State::as_str);
    events.retain(|event| event.at <= run.known_at && decisive.contains(&event.state.as_str()));
    let last = |id: EditionId| events.iter().rfind(|event| event.report_edition_id == id);
    editions.retain(|edition| last(edition.id).is_some_and(|event| event.state == State::Submitted.as_str()));
    Ok(editions.into_iter().max_by_key(|edition| (edition.cut_off, edition.number)))
}
