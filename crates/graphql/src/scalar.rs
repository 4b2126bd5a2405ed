//! Days and moments.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{NaiveDate, SecondsFormat, Utc};

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

/// A calendar day, `YYYY-MM-DD`.
#[Scalar(name = "Date", specified_by_url = "https://scalars.graphql.org/andimarek/local-date.html")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if text.len() == "YYYY-MM-DD".len() => {
                text.parse().map(Self).map_err(|_| InputValueError::custom("a day is written YYYY-MM-DD"))
            }
            Value::String(_) => Err(InputValueError::custom("a day is written YYYY-MM-DD")),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn is_valid(value: &Value) -> bool {
        Self::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A moment with its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateTime(pub chrono::DateTime<Utc>);

/// A moment, RFC 3339, e.g. `2026-01-31T23:59:59Z`. Answers are in UTC.
#[Scalar(name = "DateTime", specified_by_url = "https://scalars.graphql.org/andimarek/date-time.html")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => chrono::DateTime::parse_from_rfc3339(text)
                .map(|at| Self(at.to_utc()))
                .map_err(|_| InputValueError::custom("a moment is written 2026-01-31T23:59:59Z")),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn is_valid(value: &Value) -> bool {
        Self::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::{ScalarType, Value};

    use super::{Date, DateTime};

    #[test]
    fn a_day_and_a_moment_are_written_one_way() {
        for (text, day, moment) in [
            ("2026-01-31", true, false),
            ("2026-02-30", false, false),
            ("31.01.2026", false, false),
            ("2026-1-31", false, false),
            ("2026-01-31T23:59:59Z", false, true),
            ("2026-01-31T23:59:59+01:00", false, true),
            ("2026-01-31T23:59:59", false, false),
        ] {
            let value = Value::String(text.to_owned());
            assert_eq!(Date::is_valid(&value), day, "{text} as a day");
            assert_eq!(DateTime::is_valid(&value), moment, "{text} as a moment");
        }
    }
}
