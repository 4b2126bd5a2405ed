//! From records to facts: cases are assembled here and counted by the rulebook. Pure.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use counting::{Case, Facts, entity_facts};
use sea_orm::prelude::Uuid;

use super::{
    Subject, SubjectKind,
    operations::{OperationKey, Operations},
};
use crate::{
    exchange::Book,
    follow_up::follow_up,
    id::{FundingPeriodId, ParticipantId, SubProjectId},
    outcome::outcome,
    participation::stay,
    supported_entity,
};

/// A fact without the time it was known in: two that are equal say the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Statement {
    pub funding_period_id: FundingPeriodId,
    pub sub_project_id: SubProjectId,
    pub rulebook: &'static str,
    pub subject: Subject,
    pub participant_id: Option<ParticipantId>,
    pub gender: Option<&'static str>,
    pub quantity: i32,
    pub counted: i64,
    pub left_out: i64,
    pub missing: i32,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
}

/// The records, with what is needed to count them.
pub(crate) struct Evidence<'a> {
    book: &'a Book,
    operations: &'a Operations,
    entities: HashMap<Uuid, &'a supported_entity::Model>,
}

impl<'a> Evidence<'a> {
    /// The records of a book.
    pub fn new(book: &'a Book, operations: &'a Operations) -> Self {
        let entities = book.supported_entities.values().map(|row| (row.id.0, row)).collect();
        Self { book, operations, entities }
    }

    /// Everything that holds of a subject.
    pub fn about(&self, subject: Subject) -> BTreeSet<Statement> {
        let Self { book, operations, .. } = self;
        match subject.kind {
            SubjectKind::Person => about_person(book, operations, ParticipantId(subject.id)),
            SubjectKind::Entity => {
                let row = self.entities.get(&subject.id);
                row.map(|row| about_entity(operations, row)).into_iter().flatten().collect()
            }
            _ => BTreeSet::new(),
        }
    }
}

/// Everything that holds of a person, over all operations.
fn about_person(book: &Book, operations: &Operations, person: ParticipantId) -> BTreeSet<Statement> {
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
    let Some(rules) = operations.law(first.sub_project_id) else { return Vec::new() };
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
    let place = Place {
        funding_period_id: first.funding_period_id,
        sub_project_id: first.sub_project_id,
        rulebook: rules.rulebook.code,
        subject: Subject::person(person),
        participant_id: Some(person),
    };
    place.statements(facts)
}

/// Everything that holds of a supported entity.
fn about_entity(operations: &Operations, row: &supported_entity::Model) -> Vec<Statement> {
    let Some((kind, rules)) = row.kind.parse().ok().zip(operations.law(row.sub_project_id)) else {
        return Vec::new();
    };
    let place = Place {
        funding_period_id: row.funding_period_id,
        sub_project_id: row.sub_project_id,
        rulebook: rules.rulebook.code,
        subject: Subject::entity(row.id),
        participant_id: None,
    };
    place.statements(entity_facts(rules.rulebook, kind, row.supported_on))
}

/// Where facts belong, and whom they are about.
struct Place {
    funding_period_id: FundingPeriodId,
    sub_project_id: SubProjectId,
    rulebook: &'static str,
    subject: Subject,
    participant_id: Option<ParticipantId>,
}

impl Place {
    fn statements(&self, facts: Facts) -> Vec<Statement> {
        let Facts { gender, missing, spans } = facts;
        let statement = |span: counting::Span| Statement {
            funding_period_id: self.funding_period_id,
            sub_project_id: self.sub_project_id,
            rulebook: self.rulebook,
            subject: self.subject,
            participant_id: self.participant_id,
            gender: gender.map(counting::Gender::as_str),
            quantity: 1,
            counted: span.counted.bits().cast_signed(),
            left_out: span.left_out.bits().cast_signed(),
            missing: i32::from(missing.bits()),
            valid_from: span.from,
            valid_until: span.until,
        };
        spans.into_iter().map(statement).collect()
    }
}
