//! Age in completed years.

use chrono::NaiveDate;

/// The years a person has completed on a day; 0 for a day before birth.
///
/// By sections 187(2) and 188(2), (3) BGB the day of birth counts in full, so a year of life is
/// complete with the end of the day before the birthday. Someone born on 29 February therefore
/// completes it, in a common year, with the end of 28 February and is a year older on 1 March.
pub fn completed_years(birth_date: NaiveDate, on: NaiveDate) -> u32 {
    on.years_since(birth_date).unwrap_or(0)
}
