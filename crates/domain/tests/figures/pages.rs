//! The cases behind a figure are its number, however they are read.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use counting::Gender;
use domain::{
    Viewer,
    figure::{FigureCase, SeriesQuery, Which, case_page, cases, series},
};

use crate::{
    history::History,
    on_each_database,
    question::{LEVELS, all_cases, all_figures, key, query},
    world::{World, operator},
};

fn quantity<'a>(cases: impl Iterator<Item = &'a FigureCase>) -> u64 {
    cases.map(|case| u64::from(case.quantity)).sum()
}

on_each_database! {
    async fn the_cases_of_every_figure_are_its_number(backend) {
        let world = World::on(backend).await;
        let mut history = History::of(11);
        let mut moments = vec![None];
        for _ in 0..14 {
            moments.push(Some(history.goes_on(&world).await));
        }
        for known_at in [None, history.any_of(&moments)] {
            let cut_off = history.any_day();
            for figure in all_figures(&world.domain, cut_off, known_at).await {
                if figure.total == 0 && figure.excluded == Some(0) && history.any_of(&[true, true, true, false]) {
                    continue;
                }
                let key = key(&figure, cut_off, known_at);
                let (counted, told) = all_cases(&world.domain, &key, Which::Counted).await;
                let (left_out, told_left_out) = all_cases(&world.domain, &key, Which::LeftOut).await;

                let by_gender = |gender| quantity(counted.iter().filter(|case| case.gender == Some(gender)));
                assert_eq!(quantity(counted.iter()), figure.total, "{key:?}");
                assert_eq!(told, (counted.len() as u64, figure.total), "{key:?}");
                if let Some(genders) = figure.genders {
                    assert_eq!(by_gender(Gender::Female), genders.women, "{key:?}");
                    assert_eq!(by_gender(Gender::Male), genders.men, "{key:?}");
                    assert_eq!(by_gender(Gender::NonBinary), genders.non_binary, "{key:?}");
                }
                assert_eq!(Some(quantity(left_out.iter())), figure.excluded, "{key:?}");
                assert_eq!(Some(told_left_out.1), figure.excluded, "{key:?}");
                let people: BTreeSet<_> = counted.iter().map(|case| case.subject).collect();
                let people = figure.indicator.is_personal.then_some(people.len() as u64);
                assert_eq!(people, figure.persons, "{key:?}");
            }
        }
    }

    async fn people_of_the_whole_are_counted_once(backend) {
        let world = World::on(backend).await;
        let mut history = History::of(21);
        for _ in 0..14 {
            history.goes_on(&world).await;
        }
        let cut_off = history.any_day();
        for level in LEVELS {
            let question = query(level, cut_off, None);
            let all = cases(&world.domain, &operator(), &question).await.expect("cases");
            for figure in domain::figure::figures(&world.domain, &operator(), &question).await.expect("figures") {
                let of_indicator = all.iter().filter(|case| case.counted && case.indicator == figure.indicator);
                let people: BTreeSet<_> = of_indicator.map(|case| case.subject).collect();
                let people = figure.indicator.is_personal.then_some(people.len() as u64);
                assert_eq!(figure.persons_in_whole, people, "{level:?} {}", figure.indicator.code);
            }
        }
    }

    async fn a_series_has_the_figures_of_its_days(backend) {
        let world = World::on(backend).await;
        let mut history = History::of(31);
        let mut moment = None;
        for _ in 0..16 {
            moment = Some(history.goes_on(&world).await);
        }
        let mut cut_offs: Vec<_> = (0..9).map(|_| history.any_day()).collect();
        cut_offs.sort();
        cut_offs.dedup();
        for (level, known_at) in LEVELS.into_iter().zip([None, moment, None]) {
            let figures = query(level, cut_offs[0], known_at);
            let asked = SeriesQuery { figures, cut_offs: cut_offs.clone() };
            let series = series(&world.domain, &operator(), &asked).await.expect("series");
            for (at, cut_off) in cut_offs.iter().enumerate() {
                let question = query(level, *cut_off, known_at);
                let figures = domain::figure::figures(&world.domain, &operator(), &question).await.expect("figures");
                let told: Vec<_> = series.iter().map(|one| (one.points[at].total, one.points[at].genders, one.points[at].excluded)).collect();
                let expected: Vec<_> = figures.iter().map(|one| (one.total, one.genders, one.excluded)).collect();
                assert_eq!(told, expected, "{level:?} at {cut_off}");
            }
        }
    }
}

#[tokio::test]
async fn a_page_needs_the_same_statements_however_long() {
    let world = World::on(crate::world::Backend::Sqlite).await;
    let mut history = History::of(81);
    for _ in 0..14 {
        history.goes_on(&world).await;
    }
    let mut other = world.another_server().await;
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&statements);
    other.db.set_metric_callback(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    let cut_off = crate::world::day("2025-12-31");
    let figure = all_figures(&other, cut_off, None).await.remove(0);
    let key = key(&figure, cut_off, None);
    let mut needed = Vec::new();
    for limit in [1, 4, 9] {
        let before = statements.load(Ordering::Relaxed);
        let request = domain::figure::CasePageRequest { which: Which::Counted, after: None, limit };
        let page = case_page(&other, &operator(), &key, request).await.expect("a page");
        assert_eq!(page.cases.len(), limit);
        needed.push(statements.load(Ordering::Relaxed) - before);
    }
    assert_eq!(needed, [needed[0]; 3]);
}

#[tokio::test]
async fn strangers_read_no_cases() {
    let world = World::on(crate::world::Backend::Sqlite).await;
    let figure = all_figures(&world.domain, crate::world::day("2025-01-31"), None).await.remove(0);
    let key = key(&figure, crate::world::day("2025-01-31"), None);
    let request = domain::figure::CasePageRequest { which: Which::Counted, after: None, limit: 3 };

    let answer = case_page(&world.domain, &Viewer::public(), &key, request).await;

    assert!(matches!(answer, Err(domain::Error::Unauthenticated)), "{answer:?}");
}
