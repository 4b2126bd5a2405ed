//! Slips of the keyboard in files: each is told in words that help, and nothing moves silently.

use serde_json::Value;

use crate::harness::{Account, Database, Row, csv, on_each_database, participation};

/// Rule, column and message of each finding.
fn findings(outcome: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let findings = outcome["findings"].as_array().expect("findings").iter();
    findings.map(|one| (text(&one["rule"]), text(&one["column"]), text(&one["message"]["en"]))).collect()
}

fn rules(outcome: &Value) -> Vec<(String, String)> {
    findings(outcome).into_iter().map(|(rule, column, _)| (rule, column)).collect()
}

fn expected(rules: &[(&str, &str)]) -> Vec<(String, String)> {
    rules.iter().map(|(rule, column)| ((*rule).to_owned(), (*column).to_owned())).collect()
}

/// What the API says a query tells.
async fn ask(database: &Database, query: &str) -> Value {
    let server = database.serve();
    server.signed_in(Account::Administrator).await.ask(query).await
}

on_each_database! {
    async fn hours_of_trainings_add_up_exactly_and_absurd_ones_are_refused(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::Administrator);
        let header = "ref,sub_project,held_on,audience,hours,attendances";
        let rows = "T-1,SP-1,2023-05-10,sme,1.5,3\nT-2,SP-1,2023-05-11,sme,\"1,25\",2\nT-3,SP-1,2023-05-12,sme,0.4,1";
        database.import("trainings", &format!("{header}\n{rows}\n")).expect(0);

        let absurd = format!("{header}\nT-4,SP-1,2023-05-13,sme,4000000000,1\nT-5,SP-1,2023-05-13,sme,-1,99999999999999999999\n");
        let refused = database.import("trainings", &absurd).expect(1).json();

        let figures = ["figures", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--sub-project", "SP-1", "--format", "json"];
        let arguments = [&figures[..], &["--indicator", "TRAINING_MINUTES", "ATTENDANCES"]].concat();
        let told = database.run_command(&arguments).expect(0).json();
        let query = "{ figures(period: \"IQ-2023\", cutOff: \"2023-12-31\", subProject: \"SP-1\", \
            indicators: [\"TRAINING_MINUTES\", \"ATTENDANCES\"]) { total persons indicator { code unit } } }";
        let answer = ask(&database, query).await["data"]["figures"].clone();
        assert_eq!(rules(&refused), expected(&[("I-40", "hours"), ("I-40", "hours"), ("I-40", "attendances")]));
        assert!(findings(&refused)[0].2.contains("0 – 1000"), "{refused}");
        let of = |figures: &Value, code: &str| {
            let mut figures = figures.as_array().expect("figures").iter();
            let is_it = |figure: &&Value| figure["indicator"] == code || figure["indicator"]["code"] == code;
            figures.find(is_it).expect("a figure").clone()
        };
        for told in [&told, &answer] {
            assert_eq!(of(told, "TRAINING_MINUTES")["total"], 90 + 75 + 24);
            let attendances = of(told, "ATTENDANCES");
            assert_eq!((&attendances["total"], &attendances["persons"]), (&6.into(), &Value::Null));
        }
    }

    async fn a_reference_stays_with_its_record(backend) {
        let database = backend.migrated().await.with_network();
        let header = "ref,participant,sub_project,held_on,contact";
        let import = |row: &str| database.import("consultations", &format!("{header}\n{row}\n"));
        import("C-1,P-1,SP-1,2023-05-10,first").expect(0);

        let elsewhere = import("C-1,P-1,SP-2,2023-05-10,first").expect(1).json();
        let somebody_else = import("C-1,P-2,SP-1,2023-05-10,first").expect(0).json();

        assert_eq!(rules(&elsewhere), expected(&[("I-46", "ref")]));
        assert!(findings(&elsewhere)[0].2.contains("SP-1"), "{elsewhere}");
        assert_eq!(rules(&somebody_else), expected(&[("I-47", "ref")]));
    }

    async fn answers_of_somebody_who_was_not_reached_contradict_themselves(backend) {
        let left = participation("P-1", "SP-1").with("left_on", "2023-08-31");
        let database = backend.migrated().await.with_network().with_participations(&[left]);
        let survey = "participant,sub_project,surveyed_on,employment,improvements,result\nP-1,SP-1,2024-03-01,employed,promotion,not_reached\n";

        let outcome = database.import("follow_ups", survey).expect(1).json();

        assert_eq!(rules(&outcome), expected(&[("I-48", "result")]));
    }

    async fn what_a_re_entry_lacks_keeps_nobody_out(backend) {
        let first = participation("P-1", "SP-1").with("left_on", "2023-08-31");
        let database = backend.migrated().await.with_network().with_participations(std::slice::from_ref(&first));
        let again = first.without("isced").without("left_on").with("entered_on", "2024-01-10");
        let not_stated = participation("P-2", "SP-1").with("gender", "not_stated");

        let re_entry = database.import("participations", &csv(&[again])).expect(0).json();
        let undecided = database.import("participations", &csv(&[not_stated])).expect(0).json();

        assert!(rules(&re_entry).is_empty(), "{re_entry}");
        let message = &findings(&undecided)[0].2;
        assert!(message.contains("has no column"), "{message}");
    }

    async fn a_trainer_that_a_file_does_not_name_is_not_quoted(backend) {
        let database = backend.migrated().await.with_network();
        let named = "ref,sub_project,held_on,audience,trainer\nT-1,SP-1,2023-05-10,sme,X-1\n";
        let corrected = "ref,sub_project,held_on,audience\nT-1,SP-1,2023-05-11,sme\n";

        let first = database.import("trainings", named).expect(0).json();
        let second = database.import("trainings", corrected).expect(0).json();

        assert_eq!(rules(&first), expected(&[("I-18", "trainer")]));
        assert!(findings(&first)[0].2.contains("X-1"), "{first}");
        assert!(rules(&second).is_empty(), "{second}");
    }

    async fn targets_that_no_figure_can_be_compared_with_are_refused(backend) {
        let database = backend.migrated().await.with_network();
        let own = "code,name,period,organisation,strand\nOLD-3,Rat,IQ-2019,ORG-A,HS3\n";
        database.import("sub_projects", own).expect(0);
        let base = || {
            Row::of(&[("period", "IQ-2023"), ("indicator", "EECO01"), ("value", "4"), ("sub_project", "SP-1")])
        };
        let import = |row: Row| database.import("targets", &csv(&[row]));
        for (row, rule, column) in [
            (base().with("kind", "per_year").with("year", "2031"), "I-41", "year"),
            (base().with("value", "100000000000000000000"), "I-40", "value"),
            (base().with("value", "-1"), "I-40", "value"),
            (base().with("value", "NaN"), "I-04", "value"),
            (base().with("indicator", "EECO19").with("gender", "female"), "I-43", "gender"),
            (base().with("indicator", "EECR03").with("kind", "milestone"), "I-49", "kind"),
            (base().with("kind", "reference"), "I-49", "kind"),
            (base().with("indicator", "TRAINERS").with("gender", "female"), "I-43", "gender"),
            (base().with("period", "IQ-2019").with("indicator", "CO01").with("sub_project", "OLD-3"), "I-45", "indicator"),
        ] {
            let outcome = import(row.clone()).expect(1).json();
            assert_eq!(rules(&outcome), expected(&[(rule, column)]), "{row:?}");
        }
        import(base()).expect(0);

        let twice = import(base().with("region_category", "MORE_DEVELOPED")).expect(0).json();

        assert_eq!(rules(&twice), expected(&[("I-44", "region_category")]));
    }
}
