//! Files that are damaged, hostile or full of mistakes: a clear answer, and nothing half-done.

use std::time::{Duration, Instant};

use crate::harness::{Backend, Database, csv, participation};

async fn database() -> Database {
    Backend::Sqlite.migrated().await.with_network()
}

/// A real workbook, as `migranet template` writes it.
fn template(database: &Database) -> Vec<u8> {
    database.run_command(&["template", "template.xlsx"]).expect(0);
    std::fs::read(database.folder().join("template.xlsx")).expect("the template is there")
}

#[tokio::test]
async fn a_truncated_workbook_is_refused() {
    let database = database().await;
    let whole = template(&database);
    for length in [0, 1, whole.len() / 2, whole.len() - 1] {
        database.file("cut.xlsx", &whole[..length]);

        let outcome = database.run_command(&["import", "cut.xlsx"]).expect(2);

        assert!(outcome.stderr.contains("cut.xlsx"), "{length} bytes: {}", outcome.stderr);
        assert!(!outcome.stderr.contains("panicked"), "{length} bytes: {}", outcome.stderr);
    }
}

#[tokio::test]
async fn an_empty_template_is_a_workbook_without_rows() {
    let database = database().await;
    template(&database);

    let outcome = database.run_command(&["import", "template.xlsx", "--format", "json"]).expect(0).json();

    assert_eq!((outcome["inserted"].as_u64(), outcome["held_back"].as_u64()), (Some(0), Some(0)));
}

#[tokio::test]
async fn ten_thousand_bad_rows_are_all_named() {
    let database = database().await;
    let rows: Vec<_> = (0..10_000)
        .map(|number| participation(&format!("P-{number}"), "SP-1").with("entered_on", "nie"))
        .collect();
    let began = Instant::now();

    let outcome = database.import("participations", &csv(&rows)).expect(1).json();

    assert_eq!(outcome["held_back"], 10_000);
    assert_eq!(outcome["inserted"], 0);
    assert_eq!(outcome["findings"].as_array().map(Vec::len), Some(10_000));
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

#[tokio::test]
async fn one_unreadable_file_keeps_all_files_out() {
    let database = database().await;
    database.file("participations.csv", csv(&[participation("P-1", "SP-1")]));
    database.file("outcomes.xlsx", "not a workbook");

    database.run_command(&["import", "participations.csv", "outcomes.xlsx"]).expect(2);

    let exported = database.run_command(&["export", "participations", "--period", "IQ-2023"]).expect(0);
    assert_eq!(exported.stdout.lines().count(), 1, "{}", exported.stdout);
}
