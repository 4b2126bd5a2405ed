//! Records as the definitions of the programme see them.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use counting::{
    Gender,
    programme::{Activity, Attendances, Field, Quantity, Source, Value, stay_values},
};

use super::{
    Recorded, Subject,
    operations::{Operations, Place, Rules},
};
use crate::{
    consultation,
    id::ParticipantId,
    indicator_value, outcome, participation,
    participation::{code, stay},
    qualification_plan, supported_entity, trainer, training,
};

/// A record with its fields.
pub(super) struct Told<'a> {
    /// The record, as it is counted on its own.
    pub subject: Option<Subject>,
    /// The person behind it.
    pub participant_id: Option<ParticipantId>,
    source: Source,
    from: NaiveDate,
    until: Option<NaiveDate>,
    gender: Option<Gender>,
    quantity: Quantity,
    values: Vec<Value<'a>>,
}

impl Told<'_> {
    /// Where it stands among the records of a person, so that the gender they count with is always the same.
    pub fn order(&self) -> impl Ord + use<> {
        (self.from, self.source, self.subject)
    }

    /// The record as the definitions see it.
    pub fn activity(&self) -> Activity<'_> {
        Activity {
            source: self.source,
            from: self.from,
            until: self.until,
            gender: self.gender,
            quantity: self.quantity,
            values: &self.values,
        }
    }
}

/// Tells of the records of one sub-project.
pub(super) struct Teller<'a> {
    pub operations: &'a Operations,
    pub place: &'a Place,
    pub rules: &'a Rules,
}

impl<'a> Teller<'a> {
    /// An entry into a measure.
    pub fn participation(&self, row: &'a participation::Model) -> Told<'a> {
        let stay = stay(row);
        let offer_type = row.offer_id.and_then(|offer| self.operations.offer_type(offer));
        let mut values = stay_values(&stay);
        values.extend(offer_type.map(|kind| (Field::OfferType, Cow::Borrowed(kind))));
        self.here(Told {
            gender: stay.gender,
            values,
            ..self.told(row, Source::Participations, row.entered_on)
        })
    }

    /// Something that became of a participant, with what was known at the last entry before.
    pub fn outcome(&self, row: &'a outcome::Model, stays: &[&'a participation::Model]) -> Told<'a> {
        let before = stays.iter().filter(|stay| stay.entered_on <= row.occurred_on);
        let entry = before.max_by_key(|stay| stay.entered_on);
        let entry = entry.or_else(|| stays.iter().min_by_key(|stay| stay.entered_on)).map(|row| stay(row));
        let mut values = entry.as_ref().map(stay_values).unwrap_or_default();
        values.push((Field::Kind, Cow::Borrowed(row.kind.as_str())));
        let gender = entry.and_then(|entry| entry.gender);
        self.here(Told { gender, values, ..self.told(row, Source::Outcomes, row.occurred_on) })
    }

    /// A contact.
    pub fn consultation(&self, row: &'a consultation::Model) -> Told<'a> {
        let mut values = vec![(Field::Contact, Cow::Borrowed(row.contact.as_str()))];
        values.extend(texts([
            (Field::Subject, &row.subject),
            (Field::Channel, &row.channel),
            (Field::Referral, &row.referral),
            (Field::Gender, &row.gender),
            (Field::AgeBand, &row.age_band),
            (Field::Nationality, &row.nationality),
            (Field::CountryOfQualification, &row.country_of_qualification),
            (Field::QualificationLevel, &row.qualification_level),
            (Field::ReferenceProfession, &row.reference_profession),
            (Field::ResidenceTitle, &row.residence_title),
            (Field::GermanLevel, &row.german_level),
            (Field::Benefits, &row.benefits),
            (Field::Outcome, &row.outcome),
        ]));
        self.here(Told {
            gender: code(&row.gender),
            values,
            ..self.told(row, Source::Consultations, row.held_on)
        })
    }

    /// A plan.
    pub fn plan(&self, row: &'a qualification_plan::Model) -> Told<'a> {
        let mut values = vec![(Field::Status, Cow::Borrowed(row.status.as_str()))];
        values.extend(texts([(Field::ReferenceProfession, &row.reference_profession)]));
        let told = self.told(row, Source::QualificationPlans, row.agreed_on);
        self.here(Told { until: row.closed_on, values, ..told })
    }

    /// A supported entity.
    pub fn entity(&self, row: &'a supported_entity::Model) -> Told<'a> {
        let values = vec![(Field::Kind, Cow::Borrowed(row.kind.as_str()))];
        self.here(Told { values, ..self.told(row, Source::SupportedEntities, row.supported_on) })
    }

    /// A training.
    pub fn training(&self, row: &'a training::Model) -> Told<'a> {
        let mut values = vec![(Field::Audience, Cow::Borrowed(row.audience.as_str()))];
        values.extend(texts([
            (Field::Topic, &row.topic),
            (Field::Format, &row.format),
            (Field::Trainer, &row.trainer),
        ]));
        let count = |attendances: Option<i32>| attendances.and_then(|count| u32::try_from(count).ok());
        let attendances = Attendances {
            total: count(row.attendances),
            female: count(row.attendances_female),
            male: count(row.attendances_male),
            non_binary: count(row.attendances_non_binary),
        };
        let quantity = Quantity::Training { hours: row.hours, attendances };
        self.here(Told { quantity, values, ..self.told(row, Source::Trainings, row.held_on) })
    }

    /// A trainer; of one who joined the pool on an unknown day, from the beginning of the sub-project on.
    pub fn trainer(&self, row: &'a trainer::Model) -> Told<'a> {
        let topics = row.topics.iter().flat_map(|topics| topics.split(';'));
        let values = topics.map(|topic| (Field::Topic, Cow::Borrowed(topic.trim()))).collect();
        let from = row.active_from.or(self.place.starts_on).unwrap_or(self.rules.starts_on);
        let until = row.active_until.and_then(|last| last.checked_add_days(Days::new(1)));
        self.here(Told { until, values, ..self.told(row, Source::Trainers, from) })
    }

    /// A value entered by hand.
    pub fn value(&self, row: &'a indicator_value::Model) -> Told<'a> {
        let quantity = Quantity::Value(row.value.try_into().unwrap_or_default());
        self.here(Told { gender: code(&row.gender), quantity, ..self.told(row, Source::ByHand, row.day) })
    }

    fn told(&self, row: &impl Recorded, source: Source, from: NaiveDate) -> Told<'a> {
        let person = |subject: &Subject| subject.kind == super::SubjectKind::Person;
        let participant_id = row.subjects().find(person).map(|subject| ParticipantId(subject.id));
        Told {
            subject: row.subjects().find(|subject| !person(subject)),
            participant_id,
            source,
            from,
            until: None,
            gender: None,
            quantity: Quantity::One,
            values: Vec::new(),
        }
    }

    /// The same with the strand, which every record has.
    fn here(&self, mut told: Told<'a>) -> Told<'a> {
        let strand = self.place.strand.as_deref();
        told.values.extend(strand.map(|code| (Field::Strand, Cow::Borrowed(code))));
        told
    }
}

fn texts<'a, const N: usize>(fields: [(Field, &'a Option<String>); N]) -> impl Iterator<Item = Value<'a>> {
    fields.into_iter().filter_map(|(field, text)| Some((field, Cow::Borrowed(text.as_deref()?))))
}
