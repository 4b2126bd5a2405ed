//! Bringing the ledger up to date with the records: in the transaction that changed them, or when rules changed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use strum::VariantArray;

use super::{
    Cause, Touched,
    difference::Difference,
    ledger,
    operations::Operations,
    range::Range,
    records::Records,
    rules::{Evidence, Statement},
    store,
};
use crate::{
    Result,
    id::{FactId, OfferId, SubProjectId},
    indicator::RulebookKind,
};

/// Counts subjects again and writes what is different: facts that no longer hold are closed, those that hold now are
/// added, the others stay as they are.
pub(crate) async fn recount(tx: &impl ConnectionTrait, now: DateTime<Utc>, touched: &Touched) -> Result<()> {
    let difference = counted_again(tx, touched).await?;
    write(tx, difference, now, |statement| touched.cause(statement.subject, statement.sub_project_id)).await
}

/// What counting subjects again changes; nothing is written.
pub(crate) async fn counted_again(tx: &impl ConnectionTrait, touched: &Touched) -> Result<Difference> {
    let subjects = touched.subjects();
    if subjects.is_empty() {
        return Ok(Difference::default());
    }
    let operations = Operations::load(tx).await?;
    let records = Records::about(tx, subjects).await?;
    let evidence = Evidence { records: &records, operations: &operations, kinds: RulebookKind::VARIANTS };
    let mut holding = evidence.statements();
    holding.retain(|statement| subjects.contains(&statement.subject));
    Ok(Difference::between(ledger::open_about(tx, subjects).await?, holding))
}

/// Everything in sub-projects whose place in the network changed, and in offers whose type may have, is to be counted again.
pub(crate) async fn note_moved(
    tx: &impl ConnectionTrait,
    touched: &mut Touched,
    (sub_projects, offers): (&[SubProjectId], &[OfferId]),
) -> Result<()> {
    let moved = Records::subjects_in(tx, sub_projects).await?;
    let retyped = Records::subjects_of_offers(tx, offers).await?;
    moved.into_iter().chain(retyped).for_each(|subject| touched.again(subject));
    Ok(())
}

/// What a fresh count of a range would change.
pub(crate) async fn differences(
    db: &impl ConnectionTrait,
    operations: &Operations,
    (range, kinds): (&Range, &[RulebookKind]),
) -> Result<Difference> {
    let records = Records::within(db, range).await?;
    let holding = Evidence { records: &records, operations, kinds }.statements();
    Ok(Difference::between(ledger::open_within(db, range, kinds).await?, holding))
}

/// Writes a difference.
pub(crate) async fn write(
    tx: &impl ConnectionTrait,
    difference: Difference,
    at: DateTime<Utc>,
    cause: impl Fn(&Statement) -> Cause,
) -> Result<()> {
    let Difference { added, closed } = difference;
    let closing = closed.iter().map(|(statement, _)| statement);
    let grown: BTreeSet<_> = (added.iter().chain(closing))
        .map(|statement| (statement.sub_project_id, statement.funding_period_id))
        .collect();
    let mut ends: BTreeMap<Cause, Vec<FactId>> = BTreeMap::new();
    for (statement, fact) in closed {
        ends.entry(cause(&statement)).or_default().push(fact);
    }
    let mut beginnings: BTreeMap<Cause, Vec<Statement>> = BTreeMap::new();
    for statement in added {
        beginnings.entry(cause(&statement)).or_default().push(statement);
    }
    for (cause, facts) in ends {
        store::close(tx, &facts, store::Moment { at, cause }).await?;
    }
    for (cause, statements) in beginnings {
        store::add(tx, statements, store::Moment { at, cause }).await?;
    }
    store::advance_heads(tx, grown).await
}
