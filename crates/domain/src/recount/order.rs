//! Asking for a recount.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use strum::VariantArray;

use super::{Entity, KIND, Model, State, part_entity, rules};
use crate::{
    Actor, Domain, Error, Result, Viewer,
    audit::{self, Action, Entry},
    db,
    fact::{self, Cause, OperationKey, Operations, head_entity},
    free_text,
    id::{FundingPeriodId, RecountId, RecountPartId},
    indicator::{self, RulebookKind},
    reason,
};

/// What is to be counted again, and why.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The period.
    pub period: FundingPeriodId,
    /// The cause of every change.
    pub cause: Cause,
    /// Whose indicators.
    pub kinds: Vec<RulebookKind>,
    /// Why, in words.
    pub reason: Option<String>,
}

/// Asks for a recount in the transaction that makes it necessary, at the moment its changes become known; ring the bell after the commit.
pub(crate) async fn order(
    (tx, at): (&DatabaseTransaction, DateTime<Utc>),
    viewer: &Viewer,
    order: Order,
) -> Result<Model> {
    let operations = operations_of(tx, order.period).await?;
    let kinds: Vec<_> = order.kinds.iter().map(|kind| kind.as_str()).collect();
    let recount = Model {
        id: RecountId::fresh(),
        funding_period_id: order.period,
        cause: order.cause.as_str().to_owned(),
        kinds: kinds.join(";"),
        reason: order.reason,
        requested_at: at,
        requested_by: viewer.account_id(),
        requested_by_name: name_of(&viewer.actor).to_owned(),
        finished_at: operations.is_empty().then_some(at),
    };
    let parts = operations.into_iter().map(|operation| {
        let (sub_project_id, regional_network_id) = rules::columns(operation);
        part_entity::Model {
            id: RecountPartId::fresh(),
            recount_id: recount.id,
            sub_project_id,
            regional_network_id,
            state: State::Waiting.as_str().to_owned(),
            position: None,
            done: 0,
            total: 0,
            changed: 0,
            attempt: 0,
            failure: None,
            claimed_by: None,
            heartbeat_at: None,
            next_attempt_at: None,
            started_at: None,
            finished_at: None,
        }
        .into_active_model()
    });
    let parts = parts.collect();
    Entity::insert(recount.clone().into_active_model()).exec_without_returning(tx).await?;
    db::insert_all::<part_entity::ActiveModel>(tx, parts).await?;
    Ok(recount)
}

/// The operations of a period: those of its sub-projects, and of whatever else the ledger has facts of.
pub(super) async fn operations_of(
    db: &impl sea_orm::ConnectionTrait,
    period: FundingPeriodId,
) -> Result<BTreeSet<OperationKey>> {
    let operations = Operations::load(db).await?;
    let heads = head_entity::Entity::find().filter(head_entity::Column::FundingPeriodId.eq(period));
    let heads = heads.all(db).await?.into_iter().map(|head| operations.key(head.sub_project_id));
    Ok(operations.of_period(period).into_iter().chain(heads).collect())
}

/// Asks for everything in a period to be counted again: to make sure of the ledger, or after an update of the rules.
///
/// # Errors
/// Administrators only; an unknown period is a mistake.
pub async fn start(
    domain: &Domain,
    viewer: &Viewer,
    (period, reason): (&str, Option<String>),
) -> Result<Model> {
    viewer.require_administrator()?;
    let (tx, at) = fact::lock::begin_rules(domain).await?;
    let code = period;
    let period = indicator::period_of(&tx, code).await?;
    if let Some(mistake) = reason.as_deref().and_then(reason::mistake) {
        return Err(Error::invalid(mistake));
    }
    let reason = reason.map(|reason| free_text::kept(&reason).into_owned());
    let kinds = RulebookKind::VARIANTS.to_vec();
    let wanted = Order { period: period.id, cause: Cause::Rules, kinds, reason: reason.clone() };
    let recount = order((&tx, at), viewer, wanted).await?;
    let entry = Entry {
        object_id: Some(recount.id.to_string()),
        after: Some(json!({ "period": code, "reason": reason })),
        ..Entry::new(Action::Create, KIND, "recount asked for")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    domain.recount_bell.ring();
    Ok(recount)
}

fn name_of(actor: &Actor) -> &str {
    match actor {
        Actor::Account { name, .. } => name,
        _ => actor.label(),
    }
}
