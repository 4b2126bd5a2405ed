//! A network that changes: what held before a day is told for days before, and what was known before stays known.

use domain::Clock;
use serde_json::Value;

use crate::harness::{Account, Database, on_each_database, participation};

const MOVED: &str = "code,name,period,organisation,network,region_category,starts_on,ends_on,valid_from\n\
    SP-1,Brücke Franken,IQ-2023,ORG-A,FRA,MORE_DEVELOPED,2023-01-01,2025-12-31,2024-07-01\n";

/// The sub-project's EECO01 in a regional network, if it belongs to it.
fn in_network(database: &Database, network: &str, more: &[&str]) -> Option<u64> {
    let mut arguments = vec![
        "figures",
        "--period",
        "IQ-2023",
        "--network",
        network,
        "--by",
        "sub-project",
        "--indicator",
        "EECO01",
        "--format",
        "json",
    ];
    arguments.extend(more);
    let figures = database.run_command(&arguments).expect(0).json();
    figures.as_array()?.iter().find(|figure| figure["code"] == "SP-1")?["total"].as_u64()
}

fn totals(database: &Database, cut_off: &str, more: &[&str]) -> [Option<u64>; 2] {
    let asked: Vec<&str> = ["--cut-off", cut_off].into_iter().chain(more.iter().copied()).collect();
    ["SOB", "FRA"].map(|network| in_network(database, network, &asked))
}

on_each_database! {
    async fn a_sub_project_that_moves_counts_in_the_network_of_the_day(backend) {
        let database = backend.migrated().await.with_network();
        let database = database.with_participations(&[participation("P-1", "SP-1"), participation("P-2", "SP-1")]);
        let before = Clock::system().now();

        database.import("sub_projects", MOVED).expect(0);

        assert_eq!(totals(&database, "2024-06-30", &[]), [Some(2), None], "the day before");
        assert_eq!(totals(&database, "2024-07-01", &[]), [None, Some(2)], "the day of the move");
        let known = ["--known-at", &before.to_rfc3339()];
        assert_eq!(totals(&database, "2024-07-01", &known), [Some(2), None], "as known before it was told");
        let again = database.import("sub_projects", MOVED).expect(0).json();
        assert_eq!((&again["unchanged"], &again["changed"]), (&Value::from(1), &Value::from(0)));
    }

    async fn no_change_goes_before_the_last_one(backend) {
        let database = backend.migrated().await.with_network();
        database.import("sub_projects", MOVED).expect(0);

        let outcome = database.import("sub_projects", &MOVED.replace("2024-07-01", "2024-06-01")).expect(1);

        assert_eq!(outcome.json()["findings"][0]["rule"], "I-30");
    }

    async fn a_renamed_organisation_keeps_its_former_name_for_the_time_before(backend) {
        let database = backend.migrated().await.with_network();
        let renamed = "code,name,kind,city,ags,valid_from\nORG-A,Verein Omega,free_provider,Augsburg,09761,2025-03-01\n";

        database.import("organisations", renamed).expect(0);

        let server = database.serve();
        let query = "{ organisation(code: \"ORG-A\") { name history { name validFrom validUntil } } }";
        let answer = server.visitor().ask(query).await;
        let history = serde_json::json!([
            { "name": "Verein Alpha", "validFrom": null, "validUntil": "2025-03-01" },
            { "name": "Verein Omega", "validFrom": "2025-03-01", "validUntil": null },
        ]);
        assert_eq!(answer["data"]["organisation"]["name"], "Verein Omega");
        assert_eq!(answer["data"]["organisation"]["history"], history);
    }

    async fn a_row_without_a_day_corrects_what_holds_now(backend) {
        let database = backend.migrated().await.with_network();
        database.import("sub_projects", MOVED).expect(0);
        let corrected = MOVED.replace(",valid_from", "").replace(",2024-07-01", "").replace("Brücke Franken", "Brücke");

        let outcome = database.import("sub_projects", &corrected).expect(0).json();

        assert_eq!(outcome["changed"], 1);
        assert_eq!(totals(&database, "2024-06-30", &[]), [Some(0), None]);
        assert_eq!(totals(&database, "2024-07-01", &[]), [None, Some(0)]);
    }

    async fn who_coordinates_a_network_loses_what_has_left_it(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::Coordinator);
        let server = database.serve();
        let client = server.signed_in(Account::Coordinator).await;
        let query = "{ figures(period: \"IQ-2023\", cutOff: \"2025-12-31\", subProject: \"SP-1\") { total } }";
        let before = client.ask(query).await;

        database.import("sub_projects", MOVED).expect(0);

        let after = client.ask(query).await;
        assert!(before["errors"].is_null(), "{before}");
        assert_eq!(after["errors"][0]["extensions"]["code"], "BAD_INPUT", "{after}");
    }
}
