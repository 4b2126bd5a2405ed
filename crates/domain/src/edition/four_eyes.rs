//! Whether somebody else has to approve.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::OnConflict};
use serde_json::json;

use super::{KIND, Model, State, event_entity, four_eyes_entity as table, store};
use crate::{
    Domain, Result, Viewer,
    audit::{self, Action, Entry},
    db,
    id::{EditionId, FundingPeriodId},
    indicator,
    rows::Rows,
};

/// Whether editions are approved by somebody else than who submitted them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FourEyes {
    /// They are: the default.
    Required,
    /// Whoever submitted may approve as well.
    Waived,
}

/// What holds in a period.
pub async fn four_eyes(db: &impl sea_orm::ConnectionTrait, period: FundingPeriodId) -> Result<FourEyes> {
    let row = table::Entity::find_by_id(period).one(db).await?;
    Ok(if row.is_none_or(|row| row.required) { FourEyes::Required } else { FourEyes::Waived })
}

/// Those of the editions that the viewer submitted and somebody else has to approve.
pub(super) async fn barred(
    domain: &Domain,
    viewer: &Viewer,
    editions: &[Model],
) -> Result<HashSet<EditionId>> {
    let ids: Vec<_> = editions.iter().map(|edition| edition.id).collect();
    let events = store::events(&domain.db, &ids).await?;
    let submissions = events.iter().filter(|event| is_submission_by(viewer, event));
    let submitted: HashSet<_> = submissions.map(|event| event.report_edition_id).collect();
    let own: Vec<_> = editions.iter().filter(|edition| submitted.contains(&edition.id)).collect();
    let periods: HashSet<_> = own.iter().map(|edition| edition.funding_period_id).collect();
    let keys = Vec::from_iter(periods);
    let select = table::Entity::find().filter(table::Column::Required.eq(false));
    let waived =
        Rows { select, column: table::Column::FundingPeriodId, keys: &keys }.read(&domain.db).await?;
    let waived: HashSet<_> = waived.into_iter().map(|row| row.funding_period_id).collect();
    let barred = own.into_iter().filter(|edition| !waived.contains(&edition.funding_period_id));
    Ok(barred.map(|edition| edition.id).collect())
}

/// Whether the viewer submitted an edition then.
fn is_submission_by(viewer: &Viewer, event: &event_entity::Model) -> bool {
    event.state == State::Submitted.as_str()
        && event.by_account_id == viewer.account_id()
        && event.by_name == viewer.actor.name()
}

/// Decides for a period, by code.
///
/// # Errors
/// Administrators only; an unknown period is a mistake.
pub async fn require_four_eyes(
    domain: &Domain,
    viewer: &Viewer,
    (period, rule): (&str, FourEyes),
) -> Result<()> {
    viewer.require_administrator()?;
    let tx = db::begin(&domain.db).await?;
    let row = table::Model {
        funding_period_id: indicator::period_of(&tx, period).await?.id,
        required: rule == FourEyes::Required,
        set_at: domain.clock.now(),
        set_by_name: viewer.actor.name().to_owned(),
    };
    let entry = Entry {
        object_id: Some(period.to_owned()),
        after: Some(json!({ "fourEyes": row.required })),
        ..Entry::new(Action::Change, KIND, "who approves editions")
    };
    let columns = [table::Column::Required, table::Column::SetAt, table::Column::SetByName];
    let replace = OnConflict::column(table::Column::FundingPeriodId).update_columns(columns).to_owned();
    table::Entity::insert(row.into_active_model()).on_conflict(replace).exec_without_returning(&tx).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}
