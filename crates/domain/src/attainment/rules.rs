//! Expectation, forecast and standing. Pure.

use chrono::{Datelike, NaiveDate};

use super::{Days, Forecast, Method, Standing, TargetKind};

/// Before so many days have passed nothing is forecast…
pub const FORECAST_DAYS: i64 = 90;
/// …nor before this share of all days has.
pub const FORECAST_SHARE: f64 = 0.1;

const ON_TRACK: f64 = 0.9;
pub(super) const BEHIND: f64 = 0.7;

/// A target and what has been reached of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    pub kind: TargetKind,
    pub days: Days,
    pub target: f64,
    pub actual: u64,
    pub cut_off: NaiveDate,
}

impl Days {
    /// Those that lie in a calendar year; none without any.
    pub(super) fn within(self, year: i32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?.max(self.first);
        let last = NaiveDate::from_ymd_opt(year, 12, 31)?.min(self.last);
        (first <= last).then_some(Self { first, last })
    }

    /// How many have passed at the end of a day, and which share of all that is, 0 to 1.
    fn elapsed(self, day: NaiveDate) -> (i64, f64) {
        let all = ((self.last - self.first).num_days() + 1).max(1);
        let passed = ((day - self.first).num_days() + 1).clamp(0, all);
        (passed, passed as f64 / all as f64)
    }
}

impl Course {
    /// What was to be expected by the cut-off.
    pub fn expected(&self) -> f64 {
        match self.kind {
            TargetKind::Cumulative | TargetKind::PerYear => self.target * self.days.elapsed(self.cut_off).1,
            _ => self.target,
        }
    }

    /// The value at the end.
    pub fn forecast(&self) -> Option<Forecast> {
        let (_, share) = self.days.elapsed(self.cut_off);
        let possible = self.kind != TargetKind::Stock && !self.is_early();
        possible.then(|| Forecast { value: self.actual as f64 / share, method: Method::Linear })
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        let (actual, expected) = (self.actual as f64, self.expected());
        match () {
            () if actual >= self.target => Standing::Reached,
            () if self.kind != TargetKind::Stock && self.cut_off >= self.days.last => Standing::Missed,
            () if self.kind != TargetKind::Stock && self.is_early() => Standing::TooEarly,
            () if actual >= ON_TRACK * expected => Standing::OnTrack,
            () if actual >= BEHIND * expected => Standing::Behind,
            () => Standing::FarBehind,
        }
    }

    fn is_early(&self) -> bool {
        let (passed, share) = self.days.elapsed(self.cut_off);
        passed < FORECAST_DAYS || share < FORECAST_SHARE
    }
}

/// The last day before the year of a cut-off.
pub(super) fn end_of_year_before(cut_off: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(cut_off.year() - 1, 12, 31)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Course, Days, Standing, TargetKind, end_of_year_before};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn three_years() -> Days {
        Days { first: day("2023-01-01"), last: day("2025-12-31") }
    }

    /// A target of 1096, one for each of the days.
    fn course(actual: u64, cut_off: &str) -> Course {
        let kind = TargetKind::Cumulative;
        Course { kind, days: three_years(), target: 1096.0, actual, cut_off: day(cut_off) }
    }

    #[test]
    fn expectation_grows_day_by_day_and_the_forecast_goes_on_as_it_went() {
        for (actual, cut_off, expected, forecast, standing) in [
            (0, "2022-12-31", 0.0, None, Standing::TooEarly),
            (5, "2023-01-01", 1.0, None, Standing::TooEarly),
            (50, "2023-03-31", 90.0, None, Standing::TooEarly), // 90 days, but less than a tenth
            (99, "2023-04-20", 110.0, Some(986.4), Standing::OnTrack),
            (98, "2023-04-20", 110.0, Some(976.4), Standing::Behind),
            (77, "2023-04-20", 110.0, Some(767.2), Standing::Behind),
            (76, "2023-04-20", 110.0, Some(757.2), Standing::FarBehind),
            (548, "2024-07-01", 548.0, Some(1096.0), Standing::OnTrack),
            (1096, "2024-07-01", 548.0, Some(2192.0), Standing::Reached),
            (1095, "2025-12-30", 1095.0, Some(1096.0), Standing::OnTrack),
            (1095, "2025-12-31", 1096.0, Some(1095.0), Standing::Missed),
            (1096, "2025-12-31", 1096.0, Some(1096.0), Standing::Reached),
            (1000, "2026-06-30", 1096.0, Some(1000.0), Standing::Missed),
        ] {
            let course = course(actual, cut_off);
            assert!(
                (course.expected() - expected).abs() < 0.05,
                "{actual} at {cut_off}: {}",
                course.expected()
            );
            let value = course.forecast().map(|forecast| (forecast.value * 10.0).round() / 10.0);
            assert_eq!((value, course.standing()), (forecast, standing), "{actual} at {cut_off}");
        }
    }

    #[test]
    fn a_level_is_expected_whole_and_not_forecast() {
        let level = Course { kind: TargetKind::Stock, ..course(900, "2023-01-02") };
        assert_eq!((level.expected(), level.forecast()), (1096.0, None));
        assert_eq!(level.standing(), Standing::Behind);
    }

    #[test]
    fn a_year_has_the_days_of_the_sub_project_that_lie_in_it() {
        let days = Days { first: day("2023-07-01"), last: day("2024-03-31") };
        for (year, expected) in [
            (2022, None),
            (2023, Some(("2023-07-01", "2023-12-31"))),
            (2024, Some(("2024-01-01", "2024-03-31"))),
        ] {
            let expected = expected.map(|(first, last)| Days { first: day(first), last: day(last) });
            assert_eq!(days.within(year), expected, "{year}");
        }
        assert_eq!(end_of_year_before(day("2024-03-31")), Some(day("2023-12-31")));
    }
}
