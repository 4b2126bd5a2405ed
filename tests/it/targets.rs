//! Targets beside what has been reached: over the command line, the API and the workbook.

use domain::Clock;
use serde_json::Value;

use crate::harness::{Database, on_each_database, participation};

/// Two people in SP-1, one in SP-2, of whom one man; all from 10 May 2023 on.
fn three_people(database: Database) -> Database {
    database.with_network().with_participations(&[
        participation("P-1", "SP-1"),
        participation("P-2", "SP-1").with("gender", "male"),
        participation("P-3", "SP-2").with("entered_on", "2024-03-01"),
    ])
}

const HEADER: &str =
    "period,indicator,value,sub_project,network,region_category,gender,kind,year,valid_from,document";

fn agree(database: &Database, rows: &[&str]) {
    let rows: Vec<_> = rows.iter().map(|row| format!("IQ-2023,EECO01,{row}")).collect();
    database.import("targets", &format!("{HEADER}\n{}\n", rows.join("\n"))).expect(0);
}

fn targets(database: &Database, more: &[&str]) -> Vec<Value> {
    let question = ["targets", "--period", "IQ-2023", "--format", "json"];
    let answer = database.run_command(&[&question[..], more].concat()).expect(0).json();
    answer.as_array().expect("a list of targets").clone()
}

fn figure(database: &Database, more: &[&str]) -> Value {
    let question = ["figures", "--period", "IQ-2023", "--indicator", "EECO01", "--format", "json"];
    let answer = database.run_command(&[&question[..], more].concat()).expect(0).json();
    answer[0].clone()
}

on_each_database! {
    async fn a_figure_shows_the_target_of_its_very_unit(backend) {
        let database = three_people(backend.migrated().await);
        agree(&database, &["4,SP-1,,,,cumulative,,,", "10,,SOB,MORE_DEVELOPED,,cumulative,,,"]);
        let at = ["--cut-off", "2024-12-31"];

        let own = figure(&database, &[&at[..], &["--sub-project", "SP-1"]].concat());
        let other = figure(&database, &[&at[..], &["--sub-project", "SP-2"]].concat());
        let network = figure(&database, &[&at[..], &["--network", "SOB"]].concat());
        let period = figure(&database, &at);

        assert_eq!((&own["target"], &own["ratio"]), (&4.0.into(), &0.5.into()));
        assert_eq!((&other["target"], &other["ratio"]), (&Value::Null, &Value::Null), "a unit without a target has none");
        assert_eq!((&network["target"], &network["ratio"]), (&10.0.into(), &0.3.into()));
        assert_eq!(period["target"], Value::Null, "targets of parts are not added up");
    }

    async fn what_was_planned_stands_beside_a_figure_and_is_compared_with_nothing(backend) {
        let database = three_people(backend.migrated().await);
        agree(&database, &["2,SP-1,,,,milestone,,,", "5,SP-1,,,,planned,,,"]);
        let result = format!("{HEADER}\nIQ-2023,EECR03,0.5,SP-1,,,,reference,,,\n");
        database.import("targets", &result).expect(0);
        let at = ["--cut-off", "2024-12-31", "--sub-project", "SP-1"];

        let output = figure(&database, &at);
        let named = ["figures", "--period", "IQ-2023", "--indicator", "EECR03", "--format", "json"];
        let result = database.run_command(&[&named[..], &at].concat()).expect(0).json()[0].clone();
        let server = database.with_accounts();
        let asked = r#"{ figures(period: "IQ-2023", cutOff: "2024-12-31", subProject: "SP-1", indicators: ["EECO01"]) { milestone planned reference target } }"#;
        let told = server.serve().signed_in(crate::harness::Account::Administrator).await.ask(asked).await;

        let plan = |figure: &Value| ["target", "milestone", "reference", "planned"].map(|key| figure[key].as_f64());
        assert_eq!(plan(&output), [None, Some(2.0), None, Some(5.0)]);
        assert_eq!(plan(&result), [None, None, Some(0.5), None]);
        assert_eq!(plan(&told["data"]["figures"][0]), plan(&output), "{told}");
        assert!(targets(&server, &at[..2]).is_empty(), "nothing is to be reached");
    }

    async fn each_kind_is_compared_with_what_it_speaks_of(backend) {
        let database = three_people(backend.migrated().await);
        agree(&database, &[
            "12,,SOB,,,cumulative,,,",
            "2,,SOB,,,per_year,2023,,",
            "4,,SOB,,,per_year,2024,,",
            "3,,SOB,,,stock,,,",
            "2,,SOB,,male,cumulative,,,",
        ]);

        let targets = targets(&database, &["--cut-off", "2024-06-30", "--network", "SOB"]);

        let told: Vec<_> = targets
            .iter()
            .map(|target| (target["kind"].as_str(), target["gender"].as_str(), target["target"].as_f64(), target["actual"].as_u64()))
            .collect();
        assert_eq!(told, [
            (Some("cumulative"), None, Some(12.0), Some(3)),
            (Some("per_year"), None, Some(4.0), Some(1)), // only what was added in 2024
            (Some("stock"), None, Some(3.0), Some(3)),
            (Some("cumulative"), Some("male"), Some(2.0), Some(1)),
        ]);
        // 547 of 1096 days of the period have passed
        assert_eq!((&targets[0]["expected"], &targets[0]["forecast"]), (&6.0.into(), &6.0.into()));
        assert_eq!((&targets[0]["standing"], &targets[0]["forecastMethod"]), (&"far_behind".into(), &"linear".into()));
        assert_eq!((&targets[2]["standing"], &targets[2]["forecast"]), (&"reached".into(), &Value::Null));
    }

    async fn the_version_in_force_at_the_cut_off_holds(backend) {
        let database = three_people(backend.migrated().await);
        agree(&database, &["4,SP-1,,,,cumulative,,,Bescheid 1", "8,SP-1,,,,cumulative,,2024-01-01,Bescheid 2"]);
        let before_correction = Clock::system().now().to_rfc3339();
        agree(&database, &["6,SP-1,,,,cumulative,,2024-01-01,Bescheid 2"]);

        let value = |more: &[&str]| {
            let targets = targets(&database, &[more, &["--sub-project", "SP-1"]].concat());
            (targets.len(), targets[0]["target"].as_f64(), targets[0]["document"].as_str().map(str::to_owned))
        };

        let first = Some("Bescheid 1".to_owned());
        let second = Some("Bescheid 2".to_owned());
        assert_eq!(value(&["--cut-off", "2023-12-31"]), (1, Some(4.0), first));
        assert_eq!(value(&["--cut-off", "2024-01-01"]), (1, Some(6.0), second.clone()));
        assert_eq!(value(&["--cut-off", "2024-01-01", "--known-at", &before_correction]), (1, Some(8.0), second));
    }

    async fn a_target_for_an_unknown_unit_is_held_back(backend) {
        let database = three_people(backend.migrated().await);

        let outcome = database.import("targets", &format!("{HEADER}\nIQ-2023,EECO01,4,SP-99,,,,,,,\nIQ-2023,EECO99,4,SP-1,,,,,,,\n")).expect(1).json();

        assert_eq!(outcome["held_back"], 2, "{outcome}");
        assert!(targets(&database, &["--cut-off", "2024-06-30"]).is_empty());
    }
}
