//! Bringing the ledger up to date with the records, in the transaction that changed them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::ConnectionTrait;

use super::{
    Model,
    operations::Operations,
    rules::{Statement, Subject, about_entity, about_person},
    store,
};
use crate::{
    Result, counting_profile,
    exchange::Book,
    id::{FactId, ParticipantId, SupportedEntityId},
};

/// Counts people and entities again and writes what is different: facts that no longer hold are closed, those that
/// hold now are added, the others stay as they are.
pub(crate) async fn recount(
    tx: &impl ConnectionTrait,
    book: &Book,
    people: &BTreeSet<ParticipantId>,
    entities: &[SupportedEntityId],
) -> Result<()> {
    if people.is_empty() && entities.is_empty() {
        return Ok(());
    }
    let mut profiles = HashMap::new();
    for period in book.periods.values().filter(|period| period.rulebook.is_some()) {
        profiles.insert(period.id, counting_profile::store::profile_of(tx, period.id, None).await?);
    }
    let operations = Operations::new(book, profiles);
    let known_people: Vec<_> = people.iter().copied().collect();
    let entities: BTreeSet<_> = entities.iter().copied().collect();
    let supported: Vec<_> =
        book.supported_entities.values().filter(|row| entities.contains(&row.id)).collect();
    let sub_projects = supported.iter().map(|row| row.sub_project_id).collect();

    let mut open = store::open_about_people(tx, &known_people).await?;
    open.extend(store::open_about_entities(tx, &sub_projects, &entities).await?);
    let mut open: BTreeMap<Statement, FactId> =
        open.iter().filter_map(|fact| Some((said(fact)?, fact.id))).collect();

    let about_people = people.iter().flat_map(|person| about_person(book, &operations, *person));
    let about_entities = supported.iter().flat_map(|row| about_entity(&operations, row));
    let mut grown = BTreeSet::new();
    let mut added = Vec::new();
    for statement in about_people.chain(about_entities) {
        if open.remove(&statement).is_none() {
            grown.insert((statement.sub_project_id, statement.funding_period_id));
            added.push(statement);
        }
    }
    grown.extend(open.keys().map(|statement| (statement.sub_project_id, statement.funding_period_id)));
    let closed: Vec<FactId> = open.into_values().collect();
    store::close(tx, &closed, book.now).await?;
    store::add(tx, added, book.now).await?;
    store::advance_heads(tx, grown).await
}

/// What a fact says.
fn said(fact: &Model) -> Option<Statement> {
    let subject = match (fact.participant_id, fact.supported_entity_id) {
        (Some(person), _) => Subject::Person(person),
        (None, Some(entity)) => Subject::Entity(entity),
        (None, None) => return None,
    };
    Some(Statement {
        funding_period_id: fact.funding_period_id,
        sub_project_id: fact.sub_project_id,
        subject,
        gender: fact.gender.as_deref().and_then(|code| code.parse().ok()).map(counting::Gender::as_str),
        counted: fact.counted,
        left_out: fact.left_out,
        missing: fact.missing,
        valid_from: fact.valid_from,
        valid_until: fact.valid_until,
    })
}
