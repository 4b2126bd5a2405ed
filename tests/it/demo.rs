//! `migranet demo`: the whole product in one command, and never over anybody's data.

use crate::harness::{Account, Backend, Server, on_each_database};

#[tokio::test]
async fn the_demonstration_is_made_once_and_served() {
    let database = Backend::Sqlite.empty().await;
    let start = || {
        let mut command = database.command();
        command.arg("demo").env("MIGRANET_LISTEN", "127.0.0.1:0");
        Server::start(command)
    };

    let first = start();
    let answer = first
        .visitor()
        .ask(r#"{ figures(period: "IQ-2023", cutOff: "2024-12-31", indicators: ["EECO01"]) { total } }"#)
        .await;
    let figures = answer["data"]["figures"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let total: u64 = figures.iter().filter_map(|figure| figure["total"].as_u64()).sum();
    assert!(total > 1_000, "{answer}");
    assert!(first.address().starts_with("http://127.0.0.1:"), "{}", first.address());
    for administrator in ["verwaltung@demo.example", "leitung@demo.example"] {
        let visitor = first.visitor();
        assert!(visitor.sign_in(administrator, "migranet-demo").await.status().is_redirection());
        assert!(visitor.page("/deadlines").await.contains("action=\"/deadlines/set\""), "{administrator}");
    }
    first.kill();

    let second = start();
    let again = second
        .visitor()
        .ask(r#"{ figures(period: "IQ-2023", cutOff: "2024-12-31", indicators: ["EECO01"]) { total } }"#)
        .await;
    assert_eq!(again, answer);
}

on_each_database! {
    async fn a_database_with_real_data_is_refused(backend) {
        let network = backend.migrated().await.with_network();
        let account = backend.migrated().await.with_account(Account::Nobody);

        for (what, database) in [("a network", network), ("an account", account)] {
            let outcome = database.run_command(&["demo"]).expect(2);

            assert!(outcome.stderr.contains("not the demonstration's"), "{what}: {}", outcome.stderr);
            let projects = database.run_command(&["export", "sub_projects", "--period", "IQ-2023"]).expect(0);
            assert!(!projects.stdout.contains("DEMO"), "{what}: {}", projects.stdout);
        }
    }
}

#[tokio::test]
async fn generated_records_fill_an_empty_database_once_and_are_counted() {
    let database = Backend::Sqlite.migrated().await;

    let filled = database.run_command(&["bench-data", "--tier", "S"]).expect(0);
    let again = database.run_command(&["bench-data", "--tier", "S"]).expect(2);

    let question = ["figures", "--period", "IQ-2023", "--cut-off", "2025-12-31", "--indicator", "EECO01"];
    let figures = database.run_command(&[&question[..], &["--format", "json"]].concat()).expect(0).json();
    let sum = |key: &str| -> u64 {
        figures.as_array().expect("figures").iter().filter_map(|figure| figure[key].as_u64()).sum()
    };
    assert!(filled.stdout.contains("45 sub-projects"), "{}", filled.stdout);
    assert!(again.stderr.contains("must be empty"), "{}", again.stderr);
    assert!((10_000..=25_000).contains(&(sum("total") + sum("excluded"))), "{figures}");
}
