//! The counting profile: each choice changes the figures it should, and what was known before stays.

use domain::Clock;

use crate::harness::{Database, csv, on_each_database, participation};

/// A choice, the indicator it is about, and its total before and after.
struct Choice {
    set: &'static str,
    indicator: &'static str,
    before: u64,
    after: u64,
}

/// The total of an indicator of the sub-project SP-1, or of the whole period.
fn total(database: &Database, indicator: &str, more: &[&str]) -> Option<u64> {
    let question = ["figures", "--period", "IQ-2023", "--format", "json", "--indicator", indicator];
    let figures = database.run_command(&[&question[..], more].concat()).expect(0).json();
    figures.as_array().expect("figures").iter().map(|figure| figure["total"].as_u64()).sum()
}

/// Two people: one advised for three hours, who works in between and at the end of the six months; one in two
/// sub-projects of a network, in education when asked.
fn with_people(database: Database) -> Database {
    let rows = [
        participation("P-1", "SP-1")
            .with("unemployed_since", "2022-05-10")
            .with("left_on", "2023-06-30")
            .with("advice_hours", "3"),
        participation("P-2", "SP-1").with("in_education", "yes").with("left_on", "2023-06-30"),
        participation("P-2", "SP-2").with("entered_on", "2023-05-20"),
    ];
    database.import("participations", &csv(&rows)).expect(0);
    let outcomes = "participant,sub_project,occurred_on,kind\n\
        P-1,SP-1,2023-07-10,job\nP-2,SP-1,2023-07-10,education\nP-1,SP-1,2023-08-20,unemployment\n";
    database.import("outcomes", outcomes).expect(0);
    database
}

on_each_database! {
    async fn each_choice_changes_its_figures_and_what_was_known_stays(backend) {
        let late = "--cut-off=2025-06-30";
        for (choice, cut_off) in [
            (Choice { set: "ltu=sgb3", indicator: "EECO03", before: 0, after: 1 }, late),
            (Choice { set: "operation=network", indicator: "EECO01", before: 3, after: 2 }, late),
            (Choice { set: "short_advice_hours=8", indicator: "EECO01", before: 3, after: 2 }, late),
            (Choice { set: "running_operations=completed_only", indicator: "EECO01", before: 3, after: 0 }, late),
            (Choice { set: "open_result_window=closed_only", indicator: "EECR04", before: 1, after: 0 }, "--cut-off=2023-07-15"),
            (Choice { set: "six_months=within", indicator: "EECR05", before: 0, after: 1 }, late),
            (Choice { set: "education_result=any_start", indicator: "EECR02", before: 0, after: 1 }, late),
        ] {
            let database = with_people(backend.migrated().await.with_network());
            let known = Clock::system().now().to_rfc3339();
            assert_eq!(total(&database, choice.indicator, &[cut_off]), Some(choice.before), "before {}", choice.set);

            database.run_command(&["profile", "set", "--period", "IQ-2023", choice.set, "--reason", "a decision"]).expect(0);
            database.run_command(&["recount", "--period", "IQ-2023"]).expect(0);

            assert_eq!(total(&database, choice.indicator, &[cut_off]), Some(choice.after), "after {}", choice.set);
            let then = total(&database, choice.indicator, &[cut_off, "--known-at", &known]);
            assert_eq!(then, Some(choice.before), "as known before {}", choice.set);
            database.run_command(&["recount", "--verify"]).expect(0);
        }
    }

    async fn a_target_group_may_count_answers_only(backend) {
        let database = backend.migrated().await.with_network();
        database.import("sub_projects", "code,name,period,organisation,target_group\nSP-9,Ziel,IQ-2023,ORG-A,EECO14\n").expect(0);
        database.import("participations", &csv(&[participation("P-1", "SP-9").with("foreign_background", "refused")])).expect(0);
        let cut_off = "--cut-off=2025-06-30";
        assert_eq!(total(&database, "EECO14", &[cut_off]), Some(1));

        database.run_command(&["profile", "set", "--period", "IQ-2023", "target_group=answers_only", "--reason", "a decision"]).expect(0);
        database.run_command(&["recount", "--period", "IQ-2023"]).expect(0);

        assert_eq!(total(&database, "EECO14", &[cut_off]), Some(0));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn mistakes_are_told_and_nothing_changes(backend) {
        let database = backend.migrated().await.with_network();
        for (set, word) in [("ltu=often", "often"), ("luck=much", "luck"), ("ltu=ec", "already")] {
            let outcome = database.run_command(&["profile", "set", "--period", "IQ-2023", set, "--reason", "a decision"]);

            assert!(outcome.expect(2).stderr.contains(word), "{set}");
        }
        let outcome = database.run_command(&["profile", "set", "--period", "IQ-2023", "ltu=sgb3", "--reason", " "]);
        assert!(outcome.expect(2).stderr.contains("reason"));
        let shown = database.run_command(&["profile", "show", "--period", "IQ-2023", "--format", "json"]).expect(0).json();
        assert_eq!(shown["choices"]["version"], "1");
    }
}
