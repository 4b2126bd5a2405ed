//! Whether somebody else has to approve.

use sea_orm::{EntityTrait, IntoActiveModel, sea_query::OnConflict};
use serde_json::json;

use super::{KIND, four_eyes_entity as table};
use crate::{
    Domain, Result, Viewer,
    audit::{self, Action, Entry},
    db,
    id::FundingPeriodId,
    indicator,
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
