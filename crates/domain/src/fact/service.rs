//! Bringing the ledger up to date with the records, in the transaction that changed them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::ConnectionTrait;

use super::{
    Cause, Model, Subject, Touched,
    operations::Operations,
    rules::{Evidence, Statement},
    store,
};
use crate::{Error, Result, counting_profile, exchange::Book, id::FactId};

/// Counts subjects again and writes what is different: facts that no longer hold are closed, those that hold now are
/// added, the others stay as they are.
pub(crate) async fn recount(tx: &impl ConnectionTrait, book: &Book, touched: &Touched) -> Result<()> {
    if touched.subjects().is_empty() {
        return Ok(());
    }
    let operations = operations(tx, book).await?;
    let evidence = Evidence::new(book, &operations);
    let open = store::open_about(tx, touched.subjects()).await?;
    let mut open: BTreeMap<Statement, FactId> =
        open.iter().map(|fact| Ok((said(fact)?, fact.id))).collect::<Result<_>>()?;

    let mut grown = BTreeSet::new();
    let mut added: BTreeMap<Cause, Vec<Statement>> = BTreeMap::new();
    for statement in touched.subjects().iter().flat_map(|subject| evidence.about(*subject)) {
        if open.remove(&statement).is_none() {
            grown.insert((statement.sub_project_id, statement.funding_period_id));
            let cause = touched.cause(statement.subject, statement.sub_project_id);
            added.entry(cause).or_default().push(statement);
        }
    }
    let mut closed: BTreeMap<Cause, Vec<FactId>> = BTreeMap::new();
    for (statement, fact) in open {
        grown.insert((statement.sub_project_id, statement.funding_period_id));
        closed.entry(touched.cause(statement.subject, statement.sub_project_id)).or_default().push(fact);
    }
    for (cause, facts) in closed {
        store::close(tx, &facts, store::Moment { at: book.now, cause }).await?;
    }
    for (cause, statements) in added {
        store::add(tx, statements, store::Moment { at: book.now, cause }).await?;
    }
    store::advance_heads(tx, grown).await
}

/// How the sub-projects of a book count.
async fn operations(tx: &impl ConnectionTrait, book: &Book) -> Result<Operations> {
    let mut profiles = HashMap::new();
    for period in book.periods.values().filter(|period| period.rulebook.is_some()) {
        profiles.insert(period.id, counting_profile::store::profile_of(tx, period.id, None).await?);
    }
    Ok(Operations::new(book, profiles))
}

/// What a fact says.
fn said(fact: &Model) -> Result<Statement> {
    let odd = |column| Error::Inconsistent { table: "fact", column };
    let kind = fact.subject_kind.parse().map_err(|_| odd("subject_kind"))?;
    let rulebook = counting::rulebook(&fact.rulebook).ok_or_else(|| odd("rulebook"))?;
    Ok(Statement {
        funding_period_id: fact.funding_period_id,
        sub_project_id: fact.sub_project_id,
        rulebook: rulebook.code,
        subject: Subject { kind, id: fact.subject_id },
        participant_id: fact.participant_id,
        gender: fact.gender.as_deref().and_then(|code| code.parse().ok()).map(counting::Gender::as_str),
        quantity: fact.quantity,
        counted: fact.counted,
        left_out: fact.left_out,
        missing: fact.missing,
        valid_from: fact.valid_from,
        valid_until: fact.valid_until,
    })
}
