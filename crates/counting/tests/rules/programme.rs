//! Indicators of the programme as data.

mod activities;
mod definitions;
mod generated;
mod persons;
mod plans;
mod properties;
mod records;

use std::borrow::Cow;

use counting::programme::{Activity, Condition, Count, Definition, Field, Quantity, Source, Value};

use crate::builders::day;

pub fn definition(source: Source, count: Count, conditions: &[(Field, &[&str])]) -> Definition {
    let condition = |(field, any_of): &(Field, &[&str])| Condition {
        field: *field,
        any_of: any_of.iter().map(|&value| value.to_owned()).collect(),
    };
    Definition { source, count, conditions: conditions.iter().map(condition).collect(), valid_from: None }
}

pub fn values(texts: &[(Field, &'static str)]) -> Vec<Value<'static>> {
    texts.iter().map(|(field, text)| (*field, Cow::Borrowed(*text))).collect()
}

/// A record of one thing or person, with no gender and no end.
pub fn activity<'a>(source: Source, from: &str, values: &'a [Value<'a>]) -> Activity<'a> {
    Activity { source, from: day(from), until: None, gender: None, quantity: Quantity::One, values }
}
