//! What was withdrawn from behind an edition and is entered again is the same as before.

use super::{Database, REASON, asked_for, changes, free, network, submitted};
use crate::harness::{csv, on_each_database, participation};

/// Records that are counted on their own: kind, file, and the columns that name the record.
const EVENTS: [(&str, &str, &str); 5] = [
    (
        "supported_entities",
        "entity,sub_project,supported_on,kind\nU-1,SP-1,2023-05-10,micro_enterprise\n",
        "entity,sub_project\nU-1,SP-1\n",
    ),
    ("trainers", "code,sub_project,active_from\nT-1,SP-1,2023-05-10\n", "code\nT-1\n"),
    ("consultations", "ref,sub_project,held_on,contact\nB-1,SP-1,2023-05-10,first\n", "ref\nB-1\n"),
    ("trainings", "ref,sub_project,held_on,audience,hours\nS-1,SP-1,2023-05-10,sme,4\n", "ref\nS-1\n"),
    ("qualification_plans", "ref,participant,sub_project,agreed_on\nQ-1,P-1,SP-1,2023-06-01\n", "ref\nQ-1\n"),
];

fn withdraw(database: &Database, (kind, keys): (&str, &str)) {
    database.file("wrong.csv", keys);
    let command = [&["withdraw", "wrong.csv", "--kind", kind], &REASON[..]].concat();
    database.run_command(&command).expect(0);
}

on_each_database! {
    async fn what_an_edition_knew_is_entered_again_only_with_a_reason_and_is_the_same_then(backend) {
        let database = network(backend).await;
        for (kind, rows, _) in EVENTS {
            database.import(kind, rows).expect(0);
        }
        submitted(&database, &["--sub-project", "SP-1"]);

        for (kind, rows, keys) in EVENTS {
            withdraw(&database, (kind, keys));
            let [withdrawn, ..] = changes(&database);
            assert_eq!(withdrawn, 1, "{kind}");
            let silent = super::import(&database, (kind, rows), &[]);
            assert_eq!(super::rules(&silent), ["I-25"], "{kind}: {}", silent.stdout);
            super::import(&database, (kind, rows), &REASON).expect(0);
            assert_eq!(changes(&database), [0, 0, 0], "{kind}: as it was");
        }
    }

    async fn a_training_entered_again_otherwise_is_one_change(backend) {
        let database = network(backend).await;
        let (kind, rows, keys) = EVENTS[3];
        database.import(kind, rows).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);
        withdraw(&database, (kind, keys));

        assert_eq!(asked_for(&database, (kind, &rows.replace(",4", ",6"))), [0, 0, 0], "the same training");

        assert_eq!(changes(&database), [1, 0, 0]);
    }

    async fn a_consultation_entered_again_elsewhere_is_the_same_and_asked_for(backend) {
        let database = network(backend).await;
        let (kind, rows, keys) = EVENTS[2];
        database.import(kind, rows).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);
        withdraw(&database, (kind, keys));

        assert_eq!(asked_for(&database, (kind, &rows.replace("SP-1", "SP-2"))), [0, 0, 0], "gone from here as before");
        withdraw(&database, (kind, keys));
        assert_eq!(asked_for(&database, (kind, rows)), [-1, 0, 0], "it is as it was");

        assert_eq!(changes(&database), [0, 0, 0]);
    }

    async fn a_survey_withdrawn_and_entered_again_otherwise_is_asked_for(backend) {
        let left = participation("L-1", "SP-1").with("left_on", "2023-06-15");
        let database = network(backend).await.with_participations(&[left]);
        let survey = |on: &str, employment: &str| {
            format!("participant,sub_project,surveyed_on,employment,result\nL-1,SP-1,{on},{employment},answered\n")
        };
        database.import("follow_ups", &survey("2024-01-10", "employed")).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);
        withdraw(&database, ("follow_ups", "participant,sub_project,surveyed_on\nL-1,SP-1,2024-01-10\n"));

        for (on, employment) in [("2024-01-10", "inactive"), ("2024-01-11", "inactive"), ("2024-01-12", "employed")] {
            let silent = super::import(&database, ("follow_ups", &survey(on, employment)), &[]);
            assert_eq!(super::rules(&silent), ["I-25"], "{on}: {}", silent.stdout);
        }
    }

    async fn a_newer_edition_of_another_unit_gives_nothing_free(backend) {
        let database = network(backend).await;
        let (kind, rows, keys) = EVENTS[3];
        database.import(kind, rows).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);
        withdraw(&database, (kind, keys));
        database.file("wrong.csv", "participant,sub_project,entered_on\nP-1,SP-1,2023-05-10\n");
        database.run_command(&[&["withdraw", "wrong.csv", "--kind", "participations"], &REASON[..]].concat()).expect(0);
        submitted(&database, &["--network", "SOB"]);

        for (kind, rows) in [(kind, rows), ("participations", &csv(&[participation("P-1", "SP-1")]))] {
            let silent = super::import(&database, (kind, rows), &[]);
            assert_eq!(super::rules(&silent), ["I-25"], "{kind}: {}", silent.stdout);
        }
    }

    async fn what_no_edition_knew_is_entered_again_without_a_reason(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-3"]);
        for (kind, rows, keys) in EVENTS {
            database.import(kind, rows).expect(0);
            withdraw(&database, (kind, keys));
            free(&database, (kind, rows));
        }
    }
}
