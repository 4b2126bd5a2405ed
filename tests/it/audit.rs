//! The audit log: everything leaves a row, and a changed row is found.

use serde_json::Value;

use crate::harness::{Account, Database, on_each_database, participation};

fn verify(database: &Database) -> Option<i32> {
    database.run_command(&["audit", "verify"]).status
}

/// Who did what, the newest first.
fn trail(database: &Database) -> Vec<(String, String)> {
    let entries =
        database.run_command(&["audit", "list", "--limit", "200", "--format", "json"]).expect(0).json();
    let word = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    let entries = entries.as_array().expect("a list").clone();
    entries.iter().map(|entry| (word(entry, "actor"), word(entry, "action"))).collect()
}

on_each_database! {
    async fn what_people_do_leaves_a_row(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::Administrator);
        let server = database.serve();
        let email = Account::Administrator.email();

        server.visitor().sign_in(&email, "kein solches Kennwort").await;
        let client = server.signed_in(Account::Administrator).await;
        client.submit("/", "/sign-out", &[]).await;
        database.import("participations", &crate::harness::csv(&[participation("P-1", "SP-1")])).expect(0);
        database.run_command(&["export", "participations", "--period", "IQ-2023"]).expect(0);

        let trail = trail(&database);
        let expected = [
            ("anonymous", "refuse"),
            (email.as_str(), "sign_in"),
            (email.as_str(), "sign_out"),
            ("local operator", "import"),
            ("local operator", "export"),
        ];
        for (actor, action) in expected {
            let found = trail.iter().any(|entry| (entry.0.as_str(), entry.1.as_str()) == (actor, action));
            assert!(found, "{actor} {action} is not in {trail:?}");
        }
        assert_eq!(verify(&database), Some(0));
    }

    async fn an_untouched_chain_holds(backend) {
        let database = backend.migrated().await.with_network().with_participations(&[participation("P-1", "SP-1")]);

        let outcome = database.run_command(&["audit", "verify"]).expect(0);

        assert!(outcome.stdout.chars().any(|char| char.is_ascii_digit()), "it says how many: {}", outcome.stdout);
    }

    async fn tampering_is_found(backend) {
        let changes = [
            "UPDATE audit_entry SET actor = 'somebody else' WHERE position = 1",
            "UPDATE audit_entry SET record_count = record_count + 1 WHERE position = 2",
            "DELETE FROM audit_entry WHERE position = 2",
            "DELETE FROM audit_entry WHERE position = (SELECT MAX(position) FROM audit_entry)",
            "DELETE FROM audit_entry",
        ];
        for change in changes {
            let database = backend.migrated().await.with_network();
            let before = verify(&database);

            database.tamper(change).await;

            let after = verify(&database);
            assert_eq!(before, Some(0), "{change}");
            assert!(after.is_some_and(|status| status != 0), "not found: {change}");
        }
    }
}
