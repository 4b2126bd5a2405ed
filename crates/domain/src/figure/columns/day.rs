//! Days as small numbers.

use chrono::{Days, NaiveDate};

const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a date");

/// A cut-off day, counted from 1970. Days before 1970 count as its first day, those after 2149 as the last: no period
/// lies there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::figure) struct Day(pub u16);

impl Day {
    /// The end of what has no end: later than every day.
    pub const OPEN: Self = Self(u16::MAX);

    /// The number of a day.
    pub fn of(day: NaiveDate) -> Self {
        let days = (day - FIRST).num_days().clamp(0, i64::from(u16::MAX - 1));
        Self(u16::try_from(days).unwrap_or_default())
    }

    /// The number of an end.
    pub fn until(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::OPEN, Self::of)
    }

    /// The day.
    pub fn date(self) -> NaiveDate {
        FIRST + Days::new(self.0.into())
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_becomes_a_number_and_back() {
        for text in ["1970-01-01", "2023-02-28", "2024-02-29", "2149-06-05"] {
            let day = text.parse().expect("a day");
            assert_eq!(Day::of(day).date(), day);
            assert!(Day::of(day) < Day::OPEN);
        }
        assert_eq!(Day::of("1901-05-05".parse().expect("a day")), Day(0));
    }
}
