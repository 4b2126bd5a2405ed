//! The causes of a difference add up to it, whatever happened.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Domain, Error,
    figure::{
        Breakdown, CaseCursor, Change, ChangedCase, ChangedCasesRequest, DifferenceCause, DifferenceQuery,
        Figure, FigureDifference, Genders, Moment, Standing, changed_cases, difference, figures,
    },
};

use crate::{
    history::History,
    on_each_database,
    question::{LEVELS, query},
    world::{World, day, operator},
};

pub fn between(by: Breakdown, from: Moment, to: Moment) -> DifferenceQuery {
    DifferenceQuery {
        period: "IQ-2023".to_owned(),
        network: None,
        strand: None,
        sub_project: None,
        by: Some(by),
        kinds: Vec::new(),
        indicators: Vec::new(),
        from,
        to,
    }
}

/// The cases of a difference, read in pages of four, and their number as the pages tell it.
pub async fn all_changed(
    domain: &Domain,
    one: &FigureDifference,
    (from, to): (Moment, Moment),
) -> (Vec<ChangedCase>, u64) {
    let mut all: Vec<ChangedCase> = Vec::new();
    loop {
        let request = ChangedCasesRequest {
            period: one.period.to_string(),
            unit: (one.unit.kind, one.unit.code.clone()),
            region_category: one.region_category,
            indicator: one.indicator.code.to_string(),
            from,
            to,
            causes: Vec::new(),
            after: all
                .last()
                .map(|case| CaseCursor { sub_project: case.sub_project.to_string(), subject: case.subject }),
            limit: 4,
        };
        let page = changed_cases(domain, &operator(), &request).await.expect("a page");
        let is_last = page.cases.len() < 4;
        all.extend(page.cases);
        if is_last {
            return (all, page.total_count);
        }
    }
}

/// A figure's columns and total.
fn columns(genders: Option<Genders>, total: u64) -> [i64; 4] {
    let genders = genders.unwrap_or_default();
    [genders.women, genders.men, genders.non_binary, total].map(|count| count.cast_signed())
}

fn figure<'a>(figures: &'a [Figure], one: &FigureDifference) -> Option<&'a Figure> {
    figures.iter().find(|figure| {
        figure.unit.code == one.unit.code
            && figure.region_category == one.region_category
            && figure.indicator.code == one.indicator.code
    })
}

fn minus(a: [i64; 4], b: [i64; 4]) -> [i64; 4] {
    std::array::from_fn(|at| a[at] - b[at])
}

fn of_change(change: &Change) -> [i64; 4] {
    [change.women, change.men, change.non_binary, change.total]
}

/// What a case adds to each column.
fn of_standing(standing: Option<Standing>) -> [i64; 4] {
    let mut columns = [0; 4];
    if let Some(Standing { gender, quantity }) = standing {
        let place = gender.and_then(|gender| {
            [counting::Gender::Female, counting::Gender::Male, counting::Gender::NonBinary]
                .iter()
                .position(|one| *one == gender)
        });
        columns[3] = quantity.cast_signed();
        if let Some(place) = place {
            columns[place] = quantity.cast_signed();
        }
    }
    columns
}

on_each_database! {
    async fn causes_add_up_to_the_difference(backend) {
        for seed in [71, 72] {
            let world = World::on(backend).await;
            let mut history = History::of(seed);
            let mut moments = Vec::new();
            for step in 0..18 {
                if step % 6 == 5 {
                    moments.push(history.rules_change(&world).await);
                }
                moments.push(history.goes_on(&world).await);
            }
            moments.push(history.rules_change(&world).await);
            assert_eq!(causes_of_rules(&world, moments[7]).await, [DifferenceCause::Rules, DifferenceCause::Profile]);
            for round in 0..3 {
                let (from, to) = points(&mut history, &moments);
                let level = LEVELS[round % 3];
                let differences = difference(&world.domain, &operator(), &between(level, from, to)).await.expect("differences");
                let before = figures(&world.domain, &operator(), &query(level, from.cut_off, from.known_at)).await.expect("figures");
                let after = figures(&world.domain, &operator(), &query(level, to.cut_off, to.known_at)).await.expect("figures");
                assert!(!differences.is_empty());
                for one in &differences {
                    let at = format!("seed {seed}, {from:?} to {to:?}: {:?} {:?} {}", one.unit.code, one.region_category, one.indicator.code);
                    let told = |figures: &[Figure]| figure(figures, one).map_or([0; 4], |figure| columns(figure.genders, figure.total));
                    assert_eq!(columns(one.from.genders, one.from.total), told(&before), "{at}");
                    assert_eq!(columns(one.to.genders, one.to.total), told(&after), "{at}");
                    let sum = one.causes.iter().fold([0; 4], |sum, (_, change)| minus(sum, of_change(change).map(|count| -count)));
                    assert_eq!(sum, minus(told(&after), told(&before)), "{at}: {:?}", one.causes);

                    if one.causes.is_empty() && history.any_of(&[true, true, true, false]) {
                        continue;
                    }
                    let (cases, total) = all_changed(&world.domain, one, (from, to)).await;
                    assert_eq!(cases.len() as u64, total, "{at}");
                    let mut by_cause: BTreeMap<DifferenceCause, [i64; 4]> = BTreeMap::new();
                    for case in &cases {
                        let change = minus(of_standing(case.to), of_standing(case.from));
                        let sum = by_cause.entry(case.cause).or_default();
                        *sum = minus(*sum, change.map(|count| -count));
                    }
                    by_cause.retain(|_, sum| *sum != [0; 4]);
                    let told: BTreeMap<_, _> = one.causes.iter().map(|(cause, change)| (*cause, of_change(change))).collect();
                    assert_eq!(by_cause, told, "{at}");
                }
            }
        }
    }

    async fn a_point_before_the_first_is_refused(backend) {
        let world = World::on(backend).await;
        let known = world.days_pass(3);
        let point = |cut_off: &str, known_at| Moment { cut_off: day(cut_off), known_at };
        for (from, to) in [
            (point("2025-12-31", None), point("2025-12-30", None)),
            (point("2025-12-31", Some(known)), point("2025-12-31", Some(known - chrono::TimeDelta::seconds(1)))),
            (point("2025-12-31", None), point("2025-12-31", Some(known))),
        ] {
            let answer = difference(&world.domain, &operator(), &between(Breakdown::Period, from, to)).await;

            let Err(Error::Invalid(mistakes)) = answer else { panic!("{answer:?}") };
            assert_eq!(mistakes[0].code, "difference-backwards");
        }
    }
}

/// Which causes that are about rules stand in the differences since a moment.
async fn causes_of_rules(world: &World, known: DateTime<Utc>) -> Vec<DifferenceCause> {
    let point = |known_at| Moment { cut_off: day("2025-12-31"), known_at };
    let query = between(Breakdown::Network, point(Some(known)), point(None));
    let differences = difference(&world.domain, &operator(), &query).await.expect("differences");
    let causes = differences.into_iter().flat_map(|one| one.causes).map(|(cause, _)| cause);
    let about_rules =
        |cause: &DifferenceCause| matches!(cause, DifferenceCause::Rules | DifferenceCause::Profile);
    causes.filter(about_rules).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Two random points, the first before the second.
fn points(history: &mut History, moments: &[DateTime<Utc>]) -> (Moment, Moment) {
    let mut days: [NaiveDate; 2] = [history.any_day(), history.any_day()];
    days.sort();
    let mut known = [history.any_of(moments), history.any_of(moments)];
    known.sort();
    let second = history.any_of(&[Some(known[1]), None]);
    (Moment { cut_off: days[0], known_at: Some(known[0]) }, Moment { cut_off: days[1], known_at: second })
}
