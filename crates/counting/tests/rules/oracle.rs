//! An independent reading of the counting rules: no spans, one case, one cut-off, as the text has it.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use counting::{
    Answer, Case, Degurba, Employment, FollowUpResult, Gender, Improvement, Isced, LongTermUnemployment,
    OutcomeKind, Profile, Stay,
};

pub type Set = BTreeSet<&'static str>;

fn age(birth: NaiveDate, on: NaiveDate) -> i32 {
    let had_birthday = (on.month(), on.day()) >= (birth.month(), birth.day());
    on.year() - birth.year() - i32::from(!had_birthday)
}

fn plus_months(date: NaiveDate, months: u32) -> NaiveDate {
    let month = date.month0() + months;
    let (year, month) = (date.year() + (month / 12) as i32, month % 12 + 1);
    (1..=date.day())
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .expect("every month has a first day")
}

fn is_complete(stay: &Stay) -> bool {
    let gender = stay.gender.is_some_and(|gender| gender != Gender::NotStated);
    let duration = stay.employment != Some(Employment::Unemployed) || stay.unemployed_since.is_some();
    stay.birth_date.is_some() && gender && stay.employment.is_some() && duration && stay.isced.is_some()
}

pub fn count_at(case: &Case<'_>, profile: &Profile, cut_off: NaiveDate) -> Set {
    let mut rows: Vec<&Stay> = case.stays.iter().collect();
    if let Some(threshold) = profile.short_advice_hours {
        rows.retain(|stay| stay.advice_hours.is_none_or(|hours| hours >= threshold));
    }
    rows.sort_by_key(|stay| stay.entered_on);
    let comes_back_on = rows.iter().map(|row| row.entered_on).find(|day| *day > cut_off);
    rows.retain(|stay| stay.entered_on <= cut_off);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Set::new();
    };
    if !is_complete(first) {
        return Set::new();
    }
    let mut set = outputs(case, first, profile);
    let all_left = rows.iter().all(|row| row.left_on.is_some_and(|day| day <= cut_off));
    if all_left && let Some(exit) = rows.iter().filter_map(|row| row.left_on).max() {
        let stretch = Stretch { first, last, exit, cut_off };
        set.extend(upon_leaving(case, &stretch));
        set.extend(six_months_later(case, &stretch, comes_back_on));
    }
    set
}

fn outputs(case: &Case<'_>, first: &Stay, profile: &Profile) -> Set {
    let mut set = Set::from(["EECO01"]);
    let years = age(first.birth_date.expect("complete"), first.entered_on);
    set.insert(match first.employment.expect("complete") {
        Employment::Unemployed => "EECO02",
        Employment::Inactive => "EECO04",
        Employment::Employed => "EECO05",
    });
    if first.employment == Some(Employment::Unemployed) {
        let since = first.unemployed_since.expect("complete");
        let long = match profile.long_term_unemployment {
            LongTermUnemployment::Ec if years < 25 => first.entered_on > plus_months(since, 6),
            LongTermUnemployment::Ec => first.entered_on > plus_months(since, 12),
            LongTermUnemployment::Sgb3 => first.entered_on >= plus_months(since, 12),
        };
        set.extend(long.then_some("EECO03"));
    }
    set.extend(match years {
        ..18 => Some("EECO06"),
        18..30 => Some("EECO07"),
        30..55 => None,
        55.. => Some("EECO08"),
    });
    set.insert(match first.isced.expect("complete").level() {
        0..=2 => "EECO09",
        3..=4 => "EECO10",
        _ => "EECO11",
    });
    let union = |code: &&str| -> bool {
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".contains(*code)
    };
    let states: Vec<&str> = first.citizenships.iter().map(|state| state.as_str()).collect();
    for (code, holds) in [
        ("EECO12", first.disability == Some(Answer::Yes)),
        ("EECO13", !states.is_empty() && !states.iter().any(union)),
        ("EECO14", first.foreign_background == Some(Answer::Yes)),
        ("EECO15", first.minority == Some(Answer::Yes)),
        ("EECO16", first.housing_exclusion == Some(Answer::Yes)),
        ("EECO17", first.degurba == Some(Degurba::RuralAreas)),
    ] {
        let bit = counting::ESF_PLUS.by_code(code).expect("known").bit;
        if holds || case.target_group.contains(bit) {
            set.insert(code);
        }
    }
    set
}

struct Stretch<'a> {
    first: &'a Stay,
    last: &'a Stay,
    exit: NaiveDate,
    cut_off: NaiveDate,
}

fn upon_leaving(case: &Case<'_>, stretch: &Stretch<'_>) -> Set {
    let Stretch { first, last, exit, cut_off } = *stretch;
    let end = cut_off.min(exit + Days::new(28));
    let within = |from: NaiveDate| {
        let outcomes = case.outcomes.iter();
        outcomes.filter(move |outcome| (from..=end).contains(&outcome.occurred_on))
    };
    let strength = |kind| match kind {
        OutcomeKind::Job | OutcomeKind::SelfEmployment => 3,
        OutcomeKind::Unemployment | OutcomeKind::JobSearch => 2,
        OutcomeKind::Inactivity => 1,
        _ => 0,
    };
    let mut events: Vec<_> = within(last.entered_on)
        .map(|outcome| (outcome.occurred_on, strength(outcome.kind)))
        .filter(|(_, strength)| *strength > 0)
        .collect();
    events.sort_unstable();
    let status = events.last().map_or(0, |(_, strength)| *strength);
    let has = |from, kind| within(from).any(|outcome| outcome.kind == kind);
    let mut set = Set::new();
    if first.employment == Some(Employment::Inactive) && status == 2 {
        set.insert("EECR01");
    }
    if first.in_education == Some(Answer::No) && has(exit.max(first.entered_on), OutcomeKind::Education) {
        set.insert("EECR02");
    }
    if has(first.entered_on, OutcomeKind::Qualification) {
        set.insert("EECR03");
    }
    if first.employment != Some(Employment::Employed) && status == 3 {
        set.insert("EECR04");
    }
    set
}

fn six_months_later(case: &Case<'_>, stretch: &Stretch<'_>, comes_back_on: Option<NaiveDate>) -> Set {
    let day = plus_months(stretch.exit, 6);
    if day > stretch.cut_off {
        return Set::new();
    }
    let mut surveys: Vec<_> = (case.follow_ups.iter())
        .filter(|survey| survey.surveyed_on >= day)
        .filter(|survey| comes_back_on.is_none_or(|back| survey.surveyed_on < back))
        .filter(|survey| match survey.result {
            Some(FollowUpResult::Answered) => true,
            Some(FollowUpResult::Refused | FollowUpResult::NotReached) => false,
            None => survey.employment.is_some() || !survey.improvements.is_empty(),
        })
        .collect();
    surveys.sort_by_key(|survey| survey.surveyed_on);
    let Some(survey) = surveys.last() else {
        return Set::new();
    };
    let improved = survey.improvements.iter().any(|kind| *kind != Improvement::PayOnly);
    match stretch.first.employment {
        Some(Employment::Employed) if improved => Set::from(["EECR06"]),
        Some(Employment::Unemployed | Employment::Inactive)
            if survey.employment == Some(Employment::Employed) =>
        {
            Set::from(["EECR05"])
        }
        _ => Set::new(),
    }
}

/// What an incomplete case might count for: everything that any way of filling its gaps counts for.
pub fn left_out_at(case: &Case<'_>, profile: &Profile, cut_off: NaiveDate) -> Set {
    let admitted = |stay: &&Stay| match (stay.advice_hours, profile.short_advice_hours) {
        (Some(hours), Some(threshold)) => hours >= threshold,
        _ => true,
    };
    let Some(first) = (case.stays.iter().filter(admitted)).min_by_key(|stay| stay.entered_on) else {
        return Set::new();
    };
    if is_complete(first) {
        return Set::new();
    }
    completions(first)
        .into_iter()
        .flat_map(|complete| {
            let stays: Vec<Stay> = (case.stays.iter())
                .map(|stay| if std::ptr::eq(stay, first) { complete.clone() } else { stay.clone() })
                .collect();
            count_at(&Case { stays: &stays, ..*case }, profile, cut_off)
        })
        .collect()
}

fn completions(first: &Stay) -> Vec<Stay> {
    let entered_on = first.entered_on;
    let born = |years: i32| NaiveDate::from_ymd_opt(entered_on.year() - years, 1, 1).expect("exists");
    let years_ago = |days| entered_on - Days::new(days);
    let mut ways = vec![Stay { gender: Some(Gender::Female), ..first.clone() }];
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
    if first.unemployed_since.is_none() {
        fill(&mut ways, [0, 250, 500].map(years_ago), |stay, day| {
            stay.unemployed_since = Some(day);
        });
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
