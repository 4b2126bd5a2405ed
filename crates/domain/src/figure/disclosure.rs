//! What the public may learn: figures that reveal nobody.

use chrono::{Datelike, NaiveDate};

use super::{Breakdown, Figure, FigureQuery, Genders};
use crate::{Error, Result, UserError};

/// Every published cell is rounded on its own to a multiple of this, as the statistics of the Federal Employment
/// Agency do in their interactive tables.
const STEP: u64 = 10;

/// Refuses questions whose answers could reveal somebody: figures of sub-projects, and figures day by day, whose
/// differences would show single entries.
pub(super) fn require_publishable(query: &FigureQuery, today: NaiveDate) -> Result<()> {
    let is_narrow =
        query.strand.is_some() || query.sub_project.is_some() || query.by == Some(Breakdown::SubProject);
    if is_narrow || query.known_at.is_some() {
        return Err(Error::Unauthenticated);
    }
    if !is_month_end(query.cut_off) || query.cut_off >= today {
        return Err(Error::invalid(
            UserError::new("public-figures-at-month-ends", "cutOff").with_value(query.cut_off),
        ));
    }
    Ok(())
}

/// The figure as the public may see it.
pub(super) fn publish(figure: Figure) -> Figure {
    let genders = figure.genders.map(round_each);
    Figure {
        genders,
        total: round(figure.total),
        persons: None,
        persons_in_whole: None,
        excluded: None,
        rounded: true,
        ..figure
    }
}

/// Gender columns as the public may see them.
pub(super) fn round_each(genders: Genders) -> Genders {
    Genders { women: round(genders.women), men: round(genders.men), non_binary: round(genders.non_binary) }
}

/// A count as the public may see it.
pub(super) fn round(count: u64) -> u64 {
    (count + STEP / 2) / STEP * STEP
}

fn is_month_end(day: NaiveDate) -> bool {
    day.succ_opt().is_none_or(|next| next.month() != day.month())
}

#[cfg(test)]
mod tests {
    use super::{is_month_end, round};

    #[test]
    fn counts_are_rounded_to_the_nearest_ten() {
        for (count, published) in [(0, 0), (4, 0), (5, 10), (14, 10), (15, 20), (104, 100)] {
            assert_eq!(round(count), published, "{count}");
        }
    }

    #[test]
    fn only_last_days_of_months_are_month_ends() {
        for (day, expected) in
            [("2024-02-29", true), ("2024-02-28", false), ("2025-02-28", true), ("2025-12-31", true)]
        {
            assert_eq!(is_month_end(day.parse().expect("a date")), expected, "{day}");
        }
    }
}
