//! What an incomplete case might count for: everything that any way of filling its gaps counts for.

use chrono::{Datelike, Days, NaiveDate};
use counting::{Answer, Case, Employment, Gender, Isced, Stay};

use super::{Law, Question, Set, count_at, is_complete, rows};

pub fn left_out_at(case: &Case<'_>, question: &Question<'_>) -> Set {
    let Some(first) = rows(case, question.profile).first().copied() else {
        return Set::new();
    };
    let counted = count_at(case, question);
    let mut set: Set = completions(first, question.law)
        .into_iter()
        .flat_map(|complete| {
            let stays: Vec<Stay> = (case.stays.iter())
                .map(|stay| if std::ptr::eq(stay, first) { complete.clone() } else { stay.clone() })
                .collect();
            count_at(&Case { stays: &stays, ..*case }, question)
        })
        .collect();
    set.retain(|code| !counted.contains(code));
    set.remove("CO_GRAND_TOTAL");
    set
}

fn completions(first: &Stay, law: Law) -> Vec<Stay> {
    let entered_on = first.entered_on;
    let born = |years: i32| NaiveDate::from_ymd_opt(entered_on.year() - years, 1, 1).expect("exists");
    let days_ago = |days| entered_on - Days::new(days);
    let mut ways = vec![first.clone()];
    if !is_complete(first, law) {
        ways[0].gender = Some(Gender::Female);
    }
    if first.in_education.is_none() {
        fill(&mut ways, Answer::ALL, |stay, answer| stay.in_education = Some(answer));
    }
    if first.birth_date.is_none() {
        fill(&mut ways, [10, 20, 40, 60].map(born), |stay, date| stay.birth_date = Some(date));
    }
    if first.isced.is_none() {
        let levels = [Isced::Primary, Isced::UpperSecondary, Isced::Master];
        fill(&mut ways, levels, |stay, level| stay.isced = Some(level));
    }
    if first.employment.is_none() {
        fill(&mut ways, Employment::ALL, |stay, status| stay.employment = Some(status));
    }
    if first.unemployed_since.is_none() && law == Law::EsfPlus && !is_complete(first, law) {
        fill(&mut ways, [0, 250, 500].map(days_ago), |stay, day| stay.unemployed_since = Some(day));
    }
    ways
}

fn fill<T: Copy>(ways: &mut Vec<Stay>, values: impl IntoIterator<Item = T>, set: fn(&mut Stay, T)) {
    let before = std::mem::take(ways);
    for value in values {
        ways.extend(before.iter().cloned().map(|mut stay| {
            set(&mut stay, value);
            stay
        }));
    }
}
