//! Samples for the survey six months after leaving, and informed estimates.

use serde_json::Value;

use crate::harness::{Database, Row, csv, on_each_database, participation};

/// Thirty who left on 31 August 2023, ten of them men; two more who are incomplete or still there.
fn people() -> Vec<Row> {
    let left = |number: usize| {
        let row = participation(&format!("P-{number:02}"), "SP-1").with("left_on", "2023-08-31");
        if number <= 10 { row.with("gender", "male") } else { row }
    };
    let mut people: Vec<Row> = (1..=30).map(left).collect();
    people.push(left(31).without("isced"));
    people.push(participation("P-32", "SP-1"));
    people
}

fn draw(database: &Database, more: &[&str]) -> String {
    let question =
        ["sample", "draw", "--period", "IQ-2023", "--indicator", "EECR05", "--cut-off", "2024-02-29"];
    database.run_command(&[&question[..], more].concat()).expect(0).stdout.trim().to_owned()
}

fn show(database: &Database, id: &str, more: &[&str]) -> Value {
    database.run_command(&[&["sample", "show", id, "--format", "json"], more].concat()).expect(0).json()
}

on_each_database! {
    async fn the_same_seed_and_cases_give_the_same_members_anywhere(backend) {
        let [one, other] = [backend.migrated().await, backend.migrated().await];
        let one = one.with_network().with_participations(&people());
        let reversed: Vec<Row> = people().into_iter().rev().collect();
        let other = other.with_network().with_participations(&reversed);

        let first = show(&one, &draw(&one, &["--seed", "2026"]), &["--members"]);
        let second = show(&other, &draw(&other, &["--seed", "2026"]), &["--members"]);

        assert_eq!(first, second);
        let members = first.as_array().expect("members");
        // 1067.1 / (1 + 1066.1 / 30) = 29.2, rounded up
        assert_eq!(members.len(), 30);
        assert!(!members.iter().any(|member| member["reference"] == "P-31" || member["reference"] == "P-32"));
    }

    async fn answers_are_extrapolated_by_stratum(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let id = draw(&database, &["--seed", "1"]);
        // all men work; of 20 women 5 work, 5 do not, the others refused
        let survey = |number: usize| {
            let (employment, result) = match number {
                1..=15 => ("employed", "answered"),
                16..=20 => ("unemployed", "answered"),
                _ => ("", "refused"),
            };
            Row::of(&[("participant", &*format!("P-{number:02}")), ("sub_project", "SP-1"), ("surveyed_on", "2024-03-01"),
                ("employment", employment), ("result", result)])
        };
        let surveys: Vec<Row> = (1..=30).map(survey).collect();

        let before = show(&database, &id, &[]);
        database.import("follow_ups", &csv(&surveys)).expect(0);
        let after = show(&database, &id, &[]);

        assert_eq!(before["estimate"], Value::Null, "nobody has answered");
        assert_eq!((&after["answered"], &after["estimate"]["total"]), (&20.into(), &20.0.into()), "10 + 20 × 5 / 10");
        assert_eq!(after["estimate"]["reliable"], false, "{after}");
        let strata = after["strata"].as_array().expect("strata");
        let told: Vec<_> = strata.iter().map(|stratum| (stratum["gender"].as_str(), stratum["population"].as_u64(), stratum["refused"].as_u64())).collect();
        assert_eq!(told, [(Some("female"), Some(20), Some(10)), (Some("male"), Some(10), Some(0))]);
    }

    async fn a_sample_that_makes_no_sense_is_refused_in_words(backend) {
        let database = backend.migrated().await.with_network();
        for (arguments, words) in [
            (["--indicator", "EECO01", "--seed", "1", "--expected-answers", "1"], "EECO01"),
            (["--indicator", "EECR05", "--seed", "1", "--expected-answers", "0"], "expected answers"),
            (["--indicator", "EECR05", "--seed", " ", "--expected-answers", "1"], "seed"),
            (["--indicator", "EECR05", "--seed", "1", "--expected-answers", "1"], "Nobody"),
        ] {
            let question = ["sample", "draw", "--period", "IQ-2023", "--cut-off", "2024-02-29"];

            let outcome = database.run_command(&[&question[..], &arguments].concat()).expect(2);

            assert!(outcome.stderr.contains(words), "{outcome:?}");
        }
    }

    async fn estimates_stand_beside_the_figures(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let enter = |more: &[&str]| {
            let question = ["estimate", "enter", "--period", "IQ-2023", "--method", "Survey of the centres"];
            database.run_command(&[&question[..], more].concat())
        };

        enter(&["--indicator", "EECO16", "--share", "0.1", "--valid-from", "2023-06-30"]).expect(0);
        enter(&["--indicator", "EECO16", "--share", "0.2", "--valid-from", "2024-06-30"]).expect(0);
        enter(&["--indicator", "EECO16", "--count", "7", "--valid-from", "2024-06-30"]).expect(0);
        let counted = enter(&["--indicator", "EECO01", "--share", "1.5", "--valid-from", "2024-06-30"]).expect(2);

        let on = |day: &str| database.run_command(&["estimate", "list", "--period", "IQ-2023", "--cut-off", day, "--format", "json"]).expect(0).json();
        assert_eq!(on("2023-06-29"), serde_json::json!([]));
        assert_eq!((&on("2023-12-31")[0]["share"], &on("2024-06-30")[0]["count"]), (&0.1.into(), &7.into()));
        assert_eq!(on("2024-06-30").as_array().map(Vec::len), Some(1), "the later version replaced the earlier");
        assert!(counted.stderr.contains("EECO01") && counted.stderr.contains("between 0 and 1"), "{counted:?}");
        let figure = database.run_command(&["figures", "--period", "IQ-2023", "--cut-off", "2024-06-30", "--indicator", "EECO16", "--format", "json"]).expect(0).json();
        assert_eq!(figure[0]["total"], 0, "no figure holds an estimate");
    }
}
