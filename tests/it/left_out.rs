//! What lacks an answer that some indicators ask for is left out of these alone, and stands on the worklist.

use serde_json::{Value, json};

use crate::harness::{Database, csv, on_each_database, participation};

fn figure(database: &Database, indicator: &str) -> Value {
    let question = ["figures", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--sub-project", "SP-1"];
    let arguments = [&question[..], &["--format", "json", "--indicator", indicator]].concat();
    database.run_command(&arguments).expect(0).json()[0].clone()
}

/// Reference, first day and missing fields of those on the worklist because they are left out.
fn worklist(database: &Database) -> Vec<Value> {
    let question = ["worklist", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--format", "json"];
    let items = database.run_command(&question).expect(0).json();
    let items = items.as_array().expect("a list").iter().filter(|item| item["reason"] == "incomplete");
    items.map(|item| json!([item["reference"], item["since"], item["missing"]])).collect()
}

on_each_database! {
    async fn a_closed_plan_without_the_day_is_left_out_until_the_day_is_known(backend) {
        let database = backend.migrated().await.with_network().with_participations(&[
            participation("P-1", "SP-1"),
            participation("P-2", "SP-1"),
        ]);
        let plans = |day: &str| {
            format!("ref,participant,sub_project,agreed_on,status,closed_on\n\
                PL-1,P-1,SP-1,2023-06-01,completed,{day}\nPL-2,P-2,SP-1,2023-06-01,completed,2023-09-01\n")
        };

        database.import("qualification_plans", &plans("")).expect(0);
        let without = figure(&database, "PLANS_COMPLETED");
        let listed = worklist(&database);
        database.import("qualification_plans", &plans("2023-10-01")).expect(0);
        let with = figure(&database, "PLANS_COMPLETED");

        assert_eq!((&without["total"], &without["excluded"]), (&json!(1), &json!(1)));
        assert_eq!(listed, [json!(["P-1", "2023-06-01", ["closed_on"]])]);
        assert_eq!((&with["total"], &with["excluded"]), (&json!(2), &json!(0)));
        assert!(worklist(&database).is_empty());
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn an_unanswered_question_about_education_leaves_out_of_one_result(backend) {
        let left = participation("P-1", "SP-1").with("left_on", "2023-08-31");
        let database = backend.migrated().await.with_network();
        let database = database.with_participations(&[left.clone().without("in_education")]);
        let outcome = "participant,sub_project,occurred_on,kind\nP-1,SP-1,2023-09-05,education\n";
        database.import("outcomes", outcome).expect(0);

        let without = figure(&database, "EECR02");
        let listed = worklist(&database);
        let participants = figure(&database, "EECO01");
        database.import("participations", &csv(&[left])).expect(0);
        let with = figure(&database, "EECR02");

        assert_eq!((&without["total"], &without["excluded"]), (&json!(0), &json!(1)));
        assert_eq!(listed, [json!(["P-1", "2023-09-05", ["in_education"]])]);
        assert_eq!((&participants["total"], &participants["excluded"]), (&json!(1), &json!(0)));
        assert_eq!((&with["total"], &with["excluded"]), (&json!(1), &json!(0)));
        assert!(worklist(&database).is_empty());
        database.run_command(&["recount", "--verify"]).expect(0);
    }
}
