//! The audit log: everything leaves a row, and a changed row is found.

use crate::harness::{Database, on_each_database, participation};

fn verify(database: &Database) -> Option<i32> {
    database.run_command(&["audit", "verify"]).status
}

on_each_database! {
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
