//! What an indicator counts, as the value of a cell: durations are counted in minutes and told in hours.

use counting::Unit;
use domain::indicator::Indicator;

use crate::table::Value;

const MINUTES_OF_AN_HOUR: f64 = 60.0;

/// A count.
pub fn count(indicator: &Indicator, count: u64) -> Value<'static> {
    match indicator.unit {
        Unit::Minutes => hours(count as f64),
        _ => count.into(),
    }
}

/// By how much a count has changed.
pub fn change(indicator: &Indicator, change: i64) -> Value<'static> {
    match indicator.unit {
        Unit::Minutes => hours(change as f64),
        _ => Value::Integer(change),
    }
}

/// What was planned, with or without decimals, as it is.
pub fn planned(indicator: &Indicator, value: f64) -> Value<'static> {
    match indicator.unit {
        Unit::Minutes => hours(value),
        _ if value.fract() == 0.0 => Value::Integer(value as i64),
        _ => Value::Decimal(value),
    }
}

/// The number of a value as sentences tell it: whole.
pub fn rounded(indicator: &Indicator, value: f64) -> i64 {
    match planned(indicator, value) {
        Value::Hours(hours) => hours.round() as i64,
        _ => value.round() as i64,
    }
}

fn hours(minutes: f64) -> Value<'static> {
    Value::Hours(minutes / MINUTES_OF_AN_HOUR)
}
