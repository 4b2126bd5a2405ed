//! Cancelling a report that nobody wants any more.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{Column, Entity, KIND, Model, State, service::to_change, store};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    db,
    id::ReportRunId,
};

/// Cancels a run: one that waits is cancelled at once, one that is being built as soon as its build has stopped. Nothing
/// of it is left.
///
/// # Errors
/// [`Error::NotFound`] for a run the viewer may not see, [`Error::Forbidden`] for those who may not report on its unit;
/// a run that has ended is a mistake.
pub async fn cancel(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<Model> {
    let run = to_change(domain, viewer, id).await?;
    let tx = db::begin(&domain.db).await?;
    let now = domain.clock.now();
    let by = (Column::CancelledByName, Expr::value(viewer.actor.name()));
    let waiting = store::set(
        in_state(id, State::Waiting),
        vec![
            (Column::State, Expr::value(State::Cancelled.as_str())),
            (Column::FinishedAt, Expr::value(now)),
            by.clone(),
        ],
    );
    if !store::applied(&tx, waiting).await? {
        let state = (Column::State, Expr::value(State::Cancelling.as_str()));
        let running = store::set(in_state(id, State::Running), vec![state, by]);
        if !store::applied(&tx, running).await? {
            let already = State::Cancelling.as_str() == run.state;
            return if already {
                Ok(run)
            } else {
                Err(Error::invalid(UserError::new("report-has-ended", "id")))
            };
        }
    }
    let entry = Entry {
        object_id: Some(id.to_string()),
        ..Entry::new(Action::Change, KIND, "cancellation of a report")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    super::get(domain, viewer, id).await
}

fn in_state(id: ReportRunId, state: State) -> sea_orm::UpdateMany<Entity> {
    Entity::update_many().filter(Column::Id.eq(id)).filter(Column::State.eq(state.as_str()))
}
