//! A process keeps the facts of the sub-projects it was asked about, and no others; in whatever order it was asked, it
//! tells the same figures.

use chrono::NaiveDate;
use domain::{
    Clock, Domain, Viewer,
    counting_profile::{self, ProfileChange},
    db,
    figure::{Breakdown, FigureQuery, figures},
    funding_period,
};

use crate::harness::{Database, Row, csv, on_each_database, participation};

const PERIOD: &str = "IQ-2023";

/// People who have been unemployed for exactly a year: long-term by the Social Code, not by the Commission.
fn people(numbers: std::ops::Range<usize>) -> String {
    let person = |number: usize| {
        participation(&format!("P-{number}"), ["SP-1", "SP-2", "SP-3"][number % 3])
            .with("unemployed_since", "2022-05-10")
    };
    csv(&numbers.map(person).collect::<Vec<Row>>())
}

async fn process(database: &Database) -> Domain {
    Domain::new(db::connect(database.url()).await.expect("a connection"), Clock::system())
}

/// The entries and the long-term unemployed of a sub-project, or of each; those of none are not named.
async fn told(domain: &Domain, sub_project: Option<&str>) -> Vec<(String, String, u64)> {
    let query = FigureQuery {
        period: PERIOD.to_owned(),
        cut_off: NaiveDate::from_ymd_opt(2025, 12, 31).expect("a date"),
        known_at: None,
        network: None,
        strand: None,
        sub_project: sub_project.map(str::to_owned),
        by: Some(Breakdown::SubProject),
        kinds: Vec::new(),
        indicators: vec!["EECO01".to_owned(), "EECO03".to_owned()],
    };
    let figures = figures(domain, &Viewer::local_operator(), &query).await.expect("figures");
    let named = figures.into_iter().filter(|figure| figure.total > 0);
    named
        .map(|figure| {
            (figure.unit.code.clone().unwrap_or_default(), figure.indicator.code.to_string(), figure.total)
        })
        .collect()
}

fn entries(sub_project: &str, people: u64) -> (String, String, u64) {
    (sub_project.to_owned(), "EECO01".to_owned(), people)
}

async fn held(domain: &Domain) -> usize {
    let period =
        funding_period::store::by_code(&domain.db, PERIOD).await.expect("an answer").expect("the period");
    domain.columns.held(period.id).facts
}

on_each_database! {
    async fn only_what_was_asked_about_is_held(backend) {
        let database = backend.migrated().await.with_network();
        database.import("participations", &people(0..12)).expect(0);
        let (all_at_once, domain) = (process(&database).await, process(&database).await);
        let expected = told(&all_at_once, None).await;

        assert_eq!(told(&domain, Some("SP-2")).await, expected[1..2]);
        let of_one = held(&domain).await;
        assert_eq!(told(&domain, None).await, expected);

        assert_eq!((of_one * 3, held(&domain).await), (held(&all_at_once).await, held(&all_at_once).await));
    }

    async fn what_comes_later_is_told_whether_it_was_held_or_not(backend) {
        let database = backend.migrated().await.with_network();
        database.import("participations", &people(0..3)).expect(0);
        let domain = process(&database).await;
        assert_eq!(told(&domain, Some("SP-1")).await, [entries("SP-1", 1)]);

        database.import("participations", &people(3..5)).expect(0);

        assert_eq!(told(&domain, Some("SP-3")).await, [entries("SP-3", 1)]);
        assert_eq!(told(&domain, None).await, [entries("SP-1", 2), entries("SP-2", 2), entries("SP-3", 1)]);
    }

    async fn while_a_recount_is_open_nobody_is_told_what_comes(backend) {
        let database = backend.migrated().await.with_network();
        database.import("participations", &people(0..3)).expect(0);
        let domain = process(&database).await;
        assert_eq!(told(&domain, Some("SP-1")).await, [entries("SP-1", 1)]);
        let change = ProfileChange {
            period: PERIOD.to_owned(),
            choices: vec![("ltu".to_owned(), "sgb3".to_owned())],
            reason: "a decision".to_owned(),
        };
        counting_profile::set(&domain, &Viewer::local_operator(), &change).await.expect("a recount that nobody works on");
        database.import("participations", &people(3..5)).expect(0);

        for sub_project in ["SP-1", "SP-2", "SP-3", "SP-1"] {
            assert_eq!(told(&domain, Some(sub_project)).await, [entries(sub_project, 1)]);
        }

        database.run_command(&["recount", "--period", PERIOD]).expect(0);
        let counted_anew = told(&process(&database).await, None).await;
        assert_eq!(told(&domain, None).await, counted_anew);
        assert_eq!(counted_anew.iter().map(|(.., total)| total).sum::<u64>(), 10, "{counted_anew:?}");
    }
}
