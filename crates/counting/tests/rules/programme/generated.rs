//! Random definitions and records, from so few values that they meet.

use std::borrow::Cow;

use counting::Gender;
use counting::programme::{
    Activity, Allowed, Attendances, Condition, Count, Definition, Field, Quantity, Source, Value,
};
use proptest::collection::{hash_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::generated::nth_day;

/// A record that owns its values.
#[derive(Clone, Debug)]
pub struct Record {
    source: Source,
    from: i64,
    until: Option<i64>,
    gender: Option<Gender>,
    quantity: Quantity,
    values: Vec<Value<'static>>,
}

impl Record {
    pub fn activity(&self) -> Activity<'_> {
        Activity {
            source: self.source,
            from: nth_day(self.from),
            until: self.until.map(nth_day),
            gender: self.gender,
            quantity: self.quantity,
            values: &self.values,
        }
    }
}

/// Values a record may have.
fn recorded(source: Source, field: Field) -> Vec<&'static str> {
    match source.allowed(field).expect("a field of the source") {
        Allowed::Codes(codes) => codes.to_vec(),
        Allowed::Countries => vec!["DE", "FR", "SY", "XX"],
        Allowed::Ages => vec!["0", "17", "18", "29", "30", "54", "55", "110"],
        Allowed::AnyText => vec!["a", "b", "c"],
    }
}

/// Values a condition may ask for.
fn asked(source: Source, field: Field) -> Vec<&'static str> {
    match source.allowed(field).expect("a field of the source") {
        Allowed::Ages => vec!["-17", "18-29", "30-54", "55-", "17-18", "0-", "-110"],
        _ => recorded(source, field),
    }
}

fn condition(source: Source) -> impl Strategy<Value = Condition> {
    select(source.fields()).prop_flat_map(move |field| {
        vec(select(asked(source, field)), 1..3).prop_map(move |any_of| Condition {
            field,
            any_of: any_of.into_iter().map(str::to_owned).collect(),
        })
    })
}

/// A definition without faults but, at times, contradictions.
pub fn definition() -> impl Strategy<Value = Definition> {
    let source = prop_oneof![
        3 => Just(Source::Participations),
        3 => Just(Source::QualificationPlans),
        4 => select(&Source::ALL[..]),
    ];
    source.prop_flat_map(|source| {
        let valid_from = option::weighted(0.3, (0i64..30).prop_map(nth_day));
        let parts = (select(source.counts()), vec(condition(source), 0..3), valid_from);
        parts.prop_map(move |(count, conditions, valid_from): (Count, _, _)| Definition {
            source,
            count,
            conditions,
            valid_from,
        })
    })
}

fn quantity(source: Source) -> BoxedStrategy<Quantity> {
    let number = || option::of(0u32..4);
    match source {
        Source::Trainings => (option::of(0u32..14), (number(), number(), number(), option::of(0u32..12)))
            .prop_map(|(quarters, (female, male, non_binary, total))| Quantity::Training {
                hours: quarters.map(|quarters| f64::from(quarters) / 4.0),
                attendances: Attendances { total, female, male, non_binary },
            })
            .boxed(),
        Source::ByHand => (0u32..5).prop_map(Quantity::Value).boxed(),
        _ => Just(Quantity::One).boxed(),
    }
}

/// The values of a record that fit together: third countries follow from citizenships.
fn fitting(source: Source, drawn: Vec<(Field, &'static str)>) -> Vec<Value<'static>> {
    let of_union = |code: &str| ["DE", "FR"].contains(&code);
    let citizenships: Vec<_> =
        drawn.iter().filter(|(field, _)| *field == Field::Citizenship).map(|(_, code)| *code).collect();
    let third = !citizenships.iter().any(|code| of_union(code));
    let derived = source.fields().contains(&Field::Citizenship);
    (drawn.into_iter())
        .filter(|(field, _)| !derived || *field != Field::ThirdCountry)
        .chain((!citizenships.is_empty()).then_some((Field::ThirdCountry, if third { "yes" } else { "no" })))
        .map(|(field, text)| (field, Cow::Borrowed(text)))
        .collect()
}

pub fn record_of(source: Source) -> impl Strategy<Value = Record> {
    let value = |field: Field| {
        let several = if field == Field::Citizenship { 1..3 } else { 1..2 };
        vec(select(recorded(source, field)), several).prop_map(move |texts| (field, texts))
    };
    let values = source.fields().iter().map(|field| option::weighted(0.7, value(*field))).collect::<Vec<_>>();
    let days = (0i64..30, option::weighted(0.4, -3i64..30));
    let gender = option::of(select(&Gender::ALL[..]));
    (days, gender, quantity(source), values).prop_map(move |((from, lasts), gender, quantity, values)| {
        let drawn = values
            .into_iter()
            .flatten()
            .flat_map(|(field, texts)| texts.into_iter().map(move |text| (field, text)));
        let until = lasts.map(|days| from + days);
        Record { source, from, until, gender, quantity, values: fitting(source, drawn.collect()) }
    })
}

/// Definitions with bits of their own, and records of the sources they look at.
pub fn definitions_and_records() -> impl Strategy<Value = (Vec<(u8, Definition)>, Vec<Record>)> {
    hash_map(0u8..64, definition(), 1..8).prop_flat_map(|definitions| {
        let definitions: Vec<_> = definitions.into_iter().collect();
        let sources: Vec<_> = definitions.iter().map(|(_, definition)| definition.source).collect();
        let record = select(sources).prop_flat_map(record_of);
        (Just(definitions), vec(record, 0..5))
    })
}
