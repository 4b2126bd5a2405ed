//! What was withdrawn from behind an edition and is entered again is the same as before.

use super::{Database, REASON, asked_for, changes, free, network, submitted};
use crate::harness::on_each_database;

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
