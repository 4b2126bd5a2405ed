//! Reading the values of options.

use std::{error::Error, str::FromStr};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use domain::exchange::Kind;
use strum::VariantArray;

/// A kind of records.
pub fn kind(given: &str) -> Result<Kind, String> {
    let known = || Kind::VARIANTS.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
    given.parse().map_err(|_| format!("known kinds are {}", known()))
}

/// A code of a closed set, such as a state.
pub fn code<T>() -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: Error + Send + Sync + 'static> + Into<&'static str> + VariantArray + Copy + Send + Sync,
{
    let codes = T::VARIANTS.iter().map(|known| -> &'static str { (*known).into() });
    PossibleValuesParser::new(codes).try_map(|given| given.parse())
}

/// A whole number.
pub fn whole_number(given: &str) -> Result<i64, String> {
    given.parse().map_err(|_| "a value is a whole number from 0 to 2147483647".to_owned())
}

/// A day.
pub fn day(given: &str) -> Result<NaiveDate, String> {
    let day = given.parse().ok().filter(|day: &NaiveDate| day.to_string() == given);
    day.ok_or_else(|| "a day is written YYYY-MM-DD, e.g. 2025-12-31".to_owned())
}

/// A moment: RFC 3339, or a day, which means its end in UTC.
pub fn moment(given: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(day) = given.parse::<NaiveDate>() {
        let next = day.checked_add_days(Days::new(1)).ok_or("no such day")?;
        return Ok(next.and_time(NaiveTime::MIN).and_utc() - TimeDelta::microseconds(1));
    }
    let moment = DateTime::parse_from_rfc3339(given);
    moment.map(|moment| moment.to_utc()).map_err(|_| {
        "a moment is written YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, e.g. 2026-01-31 or 2026-01-31T12:00:00Z"
            .to_owned()
    })
}

/// The end of today has not come yet: what is known by then is what is known now.
pub fn not_later_today(at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    if at.date_naive() == now.date_naive() { at.min(now) } else { at }
}

#[cfg(test)]
mod tests {
    use super::{day, moment};

    #[test]
    fn whoever_writes_a_day_otherwise_is_told_how() {
        assert_eq!(day("2025-12-31").map(|day| day.to_string()).as_deref(), Ok("2025-12-31"));
        for wrong in ["31.12.2025", "2025-13-01", "today", ""] {
            let told = day(wrong).expect_err("no day");
            assert!(told.contains("YYYY-MM-DD") && told.contains("2025-12-31"), "{wrong}: {told}");
        }
    }

    #[test]
    fn a_day_means_its_end() {
        for (given, expected) in [
            ("2026-01-31", "2026-01-31T23:59:59.999999Z"),
            ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
            ("2026-01-31T12:00:00+01:00", "2026-01-31T11:00:00Z"),
        ] {
            let expected = chrono::DateTime::parse_from_rfc3339(expected).expect("a moment").to_utc();
            assert_eq!(moment(given), Ok(expected), "{given}");
        }
        assert!(moment("yesterday").is_err());
    }
}
