//! From records to facts: cases are assembled here and counted by the rulebook. Pure.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use counting::{Case, Facts, entity_facts};

use super::operations::{OperationKey, Operations};
use crate::{
    exchange::Book,
    follow_up::follow_up,
    id::{FundingPeriodId, ParticipantId, SubProjectId, SupportedEntityId},
    outcome::outcome,
    participation::stay,
    supported_entity,
};

/// Whose fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// A person.
    Person(ParticipantId),
    /// A supported entity.
    Entity(SupportedEntityId),
}

/// A fact without the time it was known in: two that are equal say the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Statement {
    pub funding_period_id: FundingPeriodId,
    pub sub_project_id: SubProjectId,
    pub subject: Subject,
    pub gender: Option<&'static str>,
    pub counted: i64,
    pub left_out: i64,
    pub missing: i32,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
}

/// Everything that holds of a person, over all operations.
pub(crate) fn about_person(
    book: &Book,
    operations: &Operations,
    person: ParticipantId,
) -> BTreeSet<Statement> {
    let mut cases: BTreeMap<OperationKey, BTreeSet<SubProjectId>> = BTreeMap::new();
    for row in book.participations_of(person) {
        if let Some(key) = operations.key(row.sub_project_id) {
            cases.entry(key).or_default().insert(row.sub_project_id);
        }
    }
    cases.values().flat_map(|sub_projects| about_case(book, operations, person, sub_projects)).collect()
}

/// Everything that holds of one person in one operation. The case belongs to the sub-project of the first entry.
fn about_case(
    book: &Book,
    operations: &Operations,
    person: ParticipantId,
    sub_projects: &BTreeSet<SubProjectId>,
) -> Vec<Statement> {
    let rows = || book.participations_of(person).filter(|row| sub_projects.contains(&row.sub_project_id));
    let Some(first) = rows().min_by_key(|row| row.entered_on) else { return Vec::new() };
    let Some(rules) = operations.rules(first.funding_period_id) else { return Vec::new() };
    let stays: Vec<_> = rows().map(stay).collect();
    let outcomes: Vec<_> = book
        .outcomes_of(person)
        .filter(|row| sub_projects.contains(&row.sub_project_id))
        .filter_map(outcome)
        .collect();
    let follow_ups: Vec<_> = book
        .follow_ups_of(person)
        .filter(|row| sub_projects.contains(&row.sub_project_id))
        .map(follow_up)
        .collect();
    let case = Case {
        stays: &stays,
        outcomes: &outcomes,
        follow_ups: &follow_ups,
        target_group: operations.target_group(first.sub_project_id),
        operation_ends_on: book.operation_period(first.sub_project_id).map(|(_, ends_on)| ends_on),
    };
    let facts = counting::facts(&case, rules.rulebook, &rules.profile);
    statements(facts, first.funding_period_id, first.sub_project_id, Subject::Person(person))
}

/// Everything that holds of a supported entity.
pub(crate) fn about_entity(operations: &Operations, row: &supported_entity::Model) -> BTreeSet<Statement> {
    let Some((kind, rules)) = row.kind.parse().ok().zip(operations.rules(row.funding_period_id)) else {
        return BTreeSet::new();
    };
    let facts = entity_facts(rules.rulebook, kind, row.supported_on);
    statements(facts, row.funding_period_id, row.sub_project_id, Subject::Entity(row.id))
        .into_iter()
        .collect()
}

fn statements(
    facts: Facts,
    period: FundingPeriodId,
    sub_project: SubProjectId,
    subject: Subject,
) -> Vec<Statement> {
    let Facts { gender, missing, spans } = facts;
    let statement = |span: counting::Span| Statement {
        funding_period_id: period,
        sub_project_id: sub_project,
        subject,
        gender: gender.map(counting::Gender::as_str),
        counted: span.counted.bits().cast_signed(),
        left_out: span.left_out.bits().cast_signed(),
        missing: i32::from(missing.bits()),
        valid_from: span.from,
        valid_until: span.until,
    };
    spans.into_iter().map(statement).collect()
}
