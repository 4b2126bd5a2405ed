//! Figures of what a report is about at the end of every month.

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};

use super::{Series, columns::PeriodFacts, series, service, units::Question};

/// The figures of a question at the month ends from the start of the period up to the cut-off, and at the cut-off.
pub(super) async fn development(
    (question, facts): (Arc<Question>, &Arc<PeriodFacts>),
    cut_off: NaiveDate,
) -> Vec<Series> {
    let days = month_ends(question.period.starts_on, cut_off);
    let at_last = service::count(Arc::clone(&question), Arc::clone(facts), cut_off).await;
    let points = {
        let facts = Arc::clone(facts);
        move || series::points(&question, &facts, &days)
    };
    let points = service::off_the_runtime(facts.held().facts, points).await;
    at_last.into_iter().zip(points).map(|(figure, points)| Series { figure, points }).collect()
}

/// The last days of months from the month of one day on, and at last the other day itself.
fn month_ends(from: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let first = from.with_day(1).unwrap_or(from);
    let firsts = (1..).map_while(|months| first.checked_add_months(Months::new(months)));
    let ends = firsts.filter_map(|first| first.pred_opt());
    ends.take_while(|end| *end < until).take(series::LONGEST - 1).chain([until]).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::month_ends;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn every_month_has_its_last_day_and_the_cut_off_comes_last() {
        for (from, until, days) in [
            ("2023-01-01", "2023-03-31", vec!["2023-01-31", "2023-02-28", "2023-03-31"]),
            ("2024-01-15", "2024-03-10", vec!["2024-01-31", "2024-02-29", "2024-03-10"]),
            ("2023-01-01", "2023-01-01", vec!["2023-01-01"]),
        ] {
            let days: Vec<_> = days.into_iter().map(day).collect();
            assert_eq!(month_ends(day(from), day(until)), days, "{from} {until}");
        }
    }
}
