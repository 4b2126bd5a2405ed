//! From records to facts: cases are assembled here and counted by their rulebooks. Pure.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::NaiveDate;
use counting::{
    ACTIVITIES, Case, Facts, Gender, entity_facts,
    programme::{Activity, Counted, Definition, person_facts, record_facts},
    project_facts,
};

use super::{
    Subject, SubjectKind,
    activities::{Teller, Told},
    operations::{OperationKey, Operations, Place, Rules},
    records::{Life, Records},
};
use crate::{
    follow_up::follow_up,
    id::{FundingPeriodId, ParticipantId, SubProjectId},
    indicator::{self, RulebookKind},
    indicator_value,
    outcome::outcome,
    participation,
    participation::stay,
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

/// The definitions of the network's own activities, with their bits.
static OWN: LazyLock<Vec<(u8, Definition)>> = LazyLock::new(|| ACTIVITIES.definitions());

/// The records, with what is needed to count them.
pub(crate) struct Evidence<'a> {
    pub records: &'a Records,
    pub operations: &'a Operations,
    /// Whose indicators are counted.
    pub kinds: &'a [RulebookKind],
}

impl<'a> Evidence<'a> {
    /// Everything that holds of the records and of the people behind them. What is said of a person is complete when all
    /// records of an operation are there.
    pub fn statements(&self) -> Vec<Statement> {
        let mut statements = Vec::new();
        for (person, life) in self.records.lives() {
            self.about_person(person, &life, &mut statements);
        }
        let alone = self.records.consultations.iter().filter(|row| row.participant_id.is_none());
        for row in alone {
            self.about_record(row.sub_project_id, |teller| teller.consultation(row), &mut statements);
        }
        for row in &self.records.trainings {
            self.about_record(row.sub_project_id, |teller| teller.training(row), &mut statements);
        }
        for row in &self.records.trainers {
            self.about_record(row.sub_project_id, |teller| teller.trainer(row), &mut statements);
        }
        for row in &self.records.entities {
            let law = self.law(row.sub_project_id, row.supported_on).zip(row.kind.parse().ok());
            if let Some(((place, rulebook, _), kind)) = law {
                let subject = Subject { kind: SubjectKind::Entity, id: row.id.0 };
                let about = About { place, rulebook: rulebook.code, subject, participant_id: None };
                statements.extend(about.statements(entity_facts(rulebook, kind, row.supported_on)));
            }
            self.about_record(row.sub_project_id, |teller| teller.entity(row), &mut statements);
        }
        for id in &self.records.sub_projects {
            let since = self.operations.place(*id);
            let since = since.map(|(place, rules)| place.starts_on.unwrap_or(rules.starts_on));
            let law = since.and_then(|since| Some((since, self.law(*id, since)?)));
            if let Some((since, (place, rulebook, _))) = law {
                let subject = Subject { kind: SubjectKind::SubProject, id: id.0 };
                let about = About { place, rulebook: rulebook.code, subject, participant_id: None };
                statements.extend(about.statements(project_facts(
                    rulebook,
                    self.operations.target_group(*id, since),
                    since,
                )));
            }
        }
        for row in &self.records.values {
            statements.extend(self.about_value(row).into_iter().flatten());
        }
        statements
    }

    fn counts(&self, kind: RulebookKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// How what happens in a sub-project on a day counts by law; none when that is not asked, its period has no rulebook,
    /// or its strand of that day is not co-financed by the European Social Fund and so owes none of its indicators.
    fn law(
        &self,
        id: SubProjectId,
        day: NaiveDate,
    ) -> Option<(&'a Place, &'static counting::Rulebook, &'a Rules)> {
        let (place, rules) = self.operations.place(id).filter(|_| self.operations.owes_law(id, day))?;
        let rulebook = rules.rulebook.filter(|_| self.counts(RulebookKind::Law))?;
        Some((place, rulebook, rules))
    }

    /// Everything that holds of a person, over all operations, and of each record about them.
    fn about_person(&self, person: ParticipantId, life: &Life<'a>, statements: &mut Vec<Statement>) {
        let mut cases: BTreeMap<OperationKey, BTreeSet<SubProjectId>> = BTreeMap::new();
        for row in life.participations.iter().filter(|row| self.is_by_law(row)) {
            cases.entry(self.operations.key(row.sub_project_id)).or_default().insert(row.sub_project_id);
        }
        for (key, sub_projects) in cases {
            statements.extend(self.about_case(person, life, (key, &sub_projects)));
        }
        if self.counts(RulebookKind::Programme) || self.counts(RulebookKind::Activities) {
            for id in places_of(life) {
                self.about_stay(person, life, id, statements);
            }
        }
    }

    /// Whether a stay counts by law.
    fn is_by_law(&self, row: &participation::Model) -> bool {
        self.law(row.sub_project_id, row.entered_on).is_some()
    }

    /// What holds of one person in one operation by law. The case belongs to the sub-project of the first entry.
    fn about_case(
        &self,
        person: ParticipantId,
        life: &Life<'_>,
        (key, sub_projects): (OperationKey, &BTreeSet<SubProjectId>),
    ) -> Vec<Statement> {
        let within = |id: &SubProjectId| sub_projects.contains(id);
        let rows = || {
            let entries = life.participations.iter().filter(|row| within(&row.sub_project_id));
            entries.filter(|row| self.is_by_law(row))
        };
        let Some(first) = rows().min_by_key(|row| (row.entered_on, row.id)) else { return Vec::new() };
        let Some((place, rulebook, rules)) = self.law(first.sub_project_id, first.entered_on) else {
            return Vec::new();
        };
        let mut stays: Vec<_> = rows().collect();
        stays.sort_by_key(|row| (row.entered_on, row.id));
        let stays: Vec<_> = stays.into_iter().map(|row| stay(row)).collect();
        let outcomes = life.outcomes.iter().filter(|row| within(&row.sub_project_id));
        let outcomes: Vec<_> = outcomes.filter_map(|row| outcome(row)).collect();
        let follow_ups = life.follow_ups.iter().filter(|row| within(&row.sub_project_id));
        let follow_ups: Vec<_> = follow_ups.map(|row| follow_up(row)).collect();
        let case = Case {
            stays: &stays,
            outcomes: &outcomes,
            follow_ups: &follow_ups,
            target_group: self.operations.target_group(first.sub_project_id, first.entered_on),
            operation_ends_on: self.operations.ends_on(key),
        };
        let about = About {
            place,
            rulebook: rulebook.code,
            subject: Subject::person(person),
            participant_id: Some(person),
        };
        about.statements(counting::facts(&case, rulebook, &rules.profile))
    }

    /// What holds of one person in one sub-project, and of each record about them there, by the programme's definitions.
    fn about_stay(
        &self,
        person: ParticipantId,
        life: &Life<'a>,
        id: SubProjectId,
        statements: &mut Vec<Statement>,
    ) {
        let Some((place, rules)) = self.operations.place(id) else { return };
        let teller = Teller { operations: self.operations, place, rules };
        let stays: Vec<_> =
            life.participations.iter().copied().filter(|row| row.sub_project_id == id).collect();
        let mut told: Vec<Told<'_>> = stays.iter().map(|row| teller.participation(row)).collect();
        let outcomes = life.outcomes.iter().filter(|row| row.sub_project_id == id);
        told.extend(outcomes.map(|row| teller.outcome(row, &stays)));
        let consultations = life.consultations.iter().filter(|row| row.sub_project_id == id);
        told.extend(consultations.map(|row| teller.consultation(row)));
        let plans = life.plans.iter().filter(|row| row.sub_project_id == id);
        told.extend(plans.map(|row| teller.plan(row)));
        told.sort_by_key(Told::order);
        let activities: Vec<Activity<'_>> = told.iter().map(Told::activity).collect();
        for (rulebook, definitions) in self.definitions(place, rules) {
            let subject = Subject::person(person);
            let about = About { place, rulebook, subject, participant_id: Some(person) };
            let counted = person_facts(&definitions, &activities).into_iter();
            statements.extend(counted.flat_map(|counted| about.counted(counted)));
            for (told, activity) in told.iter().zip(&activities) {
                statements.extend(told.counted(place, (rulebook, &definitions), activity));
            }
        }
    }

    /// What holds of a record that knows nobody.
    fn about_record<'b>(
        &'b self,
        id: SubProjectId,
        tell: impl FnOnce(&Teller<'b>) -> Told<'b>,
        statements: &mut Vec<Statement>,
    ) {
        let Some((place, rules)) = self.operations.place(id) else { return };
        let told = tell(&Teller { operations: self.operations, place, rules });
        for (rulebook, definitions) in self.definitions(place, rules) {
            statements.extend(told.counted(place, (rulebook, &definitions), &told.activity()));
        }
    }

    /// What holds of a value entered by hand: it counts for its own indicator alone.
    fn about_value(&self, row: &indicator_value::Model) -> Option<Vec<Statement>> {
        let (place, rules) =
            self.operations.place(row.sub_project_id).filter(|_| self.counts(RulebookKind::Programme))?;
        let known = rules.programme.iter().find(|known| known.id == row.indicator_id)?;
        let told = Teller { operations: self.operations, place, rules }.value(row);
        let definitions = [(known.bit, &known.definition)];
        let applies = known.applies_to(place.strand.as_deref());
        applies.then(|| told.counted(place, (indicator::PROGRAMME, &definitions), &told.activity()))
    }

    /// The definitions asked for that apply to a sub-project, by rulebook.
    fn definitions(
        &self,
        place: &Place,
        rules: &'a Rules,
    ) -> impl Iterator<Item = (&'static str, Vec<(u8, &'a Definition)>)> + use<'a> {
        let programme = self.counts(RulebookKind::Programme).then(|| place.programme(rules));
        let own = self.counts(RulebookKind::Activities);
        let own = own.then(|| OWN.iter().map(|(bit, definition)| (*bit, definition)).collect());
        let programme = programme.filter(|definitions| !definitions.is_empty());
        let programme = programme.map(|definitions| (indicator::PROGRAMME, definitions));
        programme.into_iter().chain(own.map(|definitions| (indicator::ACTIVITIES, definitions)))
    }
}

/// The sub-projects in which something is recorded of a person.
fn places_of(life: &Life<'_>) -> BTreeSet<SubProjectId> {
    (life.participations.iter().map(|row| row.sub_project_id))
        .chain(life.outcomes.iter().map(|row| row.sub_project_id))
        .chain(life.consultations.iter().map(|row| row.sub_project_id))
        .chain(life.plans.iter().map(|row| row.sub_project_id))
        .collect()
}

impl Told<'_> {
    /// What the record counts for by itself.
    fn counted(
        &self,
        place: &Place,
        (rulebook, definitions): (&'static str, &[(u8, &Definition)]),
        activity: &Activity<'_>,
    ) -> Vec<Statement> {
        let Some(subject) = self.subject else { return Vec::new() };
        let about = About { place, rulebook, subject, participant_id: self.participant_id };
        record_facts(definitions, activity).into_iter().flat_map(|counted| about.counted(counted)).collect()
    }
}

/// Where facts belong, and whom they are about.
struct About<'a> {
    place: &'a Place,
    rulebook: &'static str,
    subject: Subject,
    participant_id: Option<ParticipantId>,
}

impl About<'_> {
    /// Whether figures show a gender. A case of a gender that the law has no column for can still count in its grand total.
    fn has_column(&self, gender: Gender) -> bool {
        let law = counting::rulebook(self.rulebook);
        gender == Gender::NotStated || law.is_none_or(|law| law.genders.contains(&gender))
    }

    /// What holds of what the definitions of the programme count in one gender column.
    fn counted(&self, counted: Counted) -> Vec<Statement> {
        let Counted { gender, quantity, missing, spans } = counted;
        let quantity = i32::try_from(quantity).unwrap_or(i32::MAX);
        let statements = self.statements(Facts { gender, missing, spans }).into_iter();
        statements.map(|statement| Statement { quantity, ..statement }).collect()
    }

    fn statements(&self, facts: Facts) -> Vec<Statement> {
        let Facts { gender, missing, spans } = facts;
        let statement = |span: counting::Span| Statement {
            funding_period_id: self.place.funding_period_id,
            sub_project_id: self.place.id,
            rulebook: self.rulebook,
            subject: self.subject,
            participant_id: self.participant_id,
            gender: gender.filter(|gender| self.has_column(*gender)).map(Gender::as_str),
            quantity: 1,
            counted: span.counted.bits().cast_signed(),
            left_out: span.left_out.bits().cast_signed(),
            missing: if span.left_out.is_empty() { 0 } else { missing.bits().into() },
            valid_from: span.from,
            valid_until: span.until,
        };
        spans.into_iter().map(statement).collect()
    }
}
