//! The worklist: what falls out of figures is on it, and what is mended is not.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{Account, Database, Row, csv, on_each_database, participation};

fn left(reference: &str) -> Row {
    participation(reference, "SP-1").with("left_on", "2023-08-31")
}

/// One of each: incomplete, left without a word, with a job, with an unknown status, surveyed.
fn people() -> Vec<Row> {
    vec![
        participation("P-1", "SP-1").without("birth_date"),
        participation("P-2", "SP-1").with("gender", "not_stated"),
        left("P-3"),
        left("P-4"),
        left("P-5").with("employment", "employed").without("unemployed_since"),
        participation("P-6", "SP-2").without("isced"),
        participation("P-7", "SP-1"),
    ]
}

/// Every combination of missing data, in two sub-projects, some of them left.
fn lacking_anything() -> Vec<Row> {
    let fields = ["birth_date", "gender", "employment", "unemployed_since", "isced"];
    let row = |combination: usize| {
        let row = participation(&format!("P-{combination:02}"), ["SP-1", "SP-2"][combination % 2]);
        let row = if combination.is_multiple_of(3) { row.with("left_on", "2023-08-31") } else { row };
        let lacks = |field: &usize| combination >> field & 1 == 1;
        (0..fields.len()).filter(lacks).fold(row, |row, field| row.without(fields[field]))
    };
    (0..32).map(row).collect()
}

fn set_up(database: Database) -> Database {
    let database = database.with_network().with_participations(&people());
    let job = "participant,sub_project,occurred_on,kind\nP-4,SP-1,2023-09-10,job\n";
    database.import("outcomes", job).expect(0);
    database
}

fn worklist(database: &Database, more: &[&str]) -> Vec<Value> {
    let question = ["worklist", "--period", "IQ-2023", "--format", "json"];
    let answer = database.run_command(&[&question[..], more].concat()).expect(0).json();
    answer.as_array().expect("a list of cases").clone()
}

/// Reason, reference and day of each case.
fn told(cases: &[Value]) -> BTreeSet<(String, String, String)> {
    let text = |case: &Value, key: &str| case[key].as_str().unwrap_or_default().to_owned();
    cases.iter().map(|case| (text(case, "reason"), text(case, "reference"), text(case, "until"))).collect()
}

fn expected(cases: &[(&str, &str, &str)]) -> BTreeSet<(String, String, String)> {
    let owned = |(reason, reference, until): &(&str, &str, &str)| {
        ((*reason).to_owned(), (*reference).to_owned(), (*until).to_owned())
    };
    cases.iter().map(owned).collect()
}

on_each_database! {
    async fn cases_stand_on_the_list_until_they_are_mended(backend) {
        let database = set_up(backend.migrated().await);
        let incomplete = |until| [("incomplete", "P-1", until), ("incomplete", "P-2", until)];
        let on = |day: &str| told(&worklist(&database, &["--sub-project", "SP-1", "--cut-off", day]));

        let soon_after = on("2023-09-05");
        let later = on("2023-10-05");
        let much_later = on("2024-03-01");

        let due = [("exit_outcome_due", "P-3", "2023-09-28"), ("exit_outcome_due", "P-4", "2023-09-28"), ("exit_outcome_due", "P-5", "2023-09-28")];
        assert_eq!(soon_after, expected(&[&incomplete("2024-01-31")[..], &due].concat()));
        let unknown = |until| [("exit_status_unknown", "P-3", until)];
        assert_eq!(later, expected(&[&incomplete("2024-01-31")[..], &unknown("2024-01-31")].concat()));
        let surveys = [("follow_up_due", "P-3", "2024-05-29"), ("follow_up_due", "P-4", "2024-05-29"), ("follow_up_due", "P-5", "2024-05-29")];
        assert_eq!(much_later, expected(&[&incomplete("2024-07-31")[..], &unknown("2024-07-31"), &surveys].concat()));
    }

    async fn the_days_of_the_next_report_follow_what_was_decided_about_deadlines(backend) {
        let database = set_up(backend.migrated().await).with_account(Account::ProjectStaff);
        let on = |day: &str| {
            let cases = worklist(&database, &["--sub-project", "SP-1", "--reason", "incomplete,exit-status-unknown", "--cut-off", day]);
            told(&cases).into_iter().map(|(_, _, until)| until).collect::<BTreeSet<_>>()
        };
        let days = |days: &[&str]| days.iter().map(|day| (*day).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(on("2023-10-05"), days(&["2024-01-31"]), "as the law gives it");

        // when one is moved, one added in between, and one ended
        let decide = |what: &[&str]| {
            let of = ["--period", "IQ-2023", "--reason", "a letter"];
            database.run_command(&[&["deadline"], what, &of].concat()).expect(0);
        };
        decide(&["set", "--cut-off", "2023-12-31", "--due-on", "2024-02-15"]);
        decide(&["set", "--cut-off", "2024-02-29", "--due-on", "2024-03-20"]);
        decide(&["end", "--cut-off", "2024-06-30"]);

        // then
        assert_eq!(on("2023-10-05"), days(&["2024-02-15"]));
        assert_eq!(on("2024-02-01"), days(&["2024-02-15"]), "the old last day is over, the new one is not");
        assert_eq!(on("2024-02-15"), days(&["2024-03-20"]));
        assert_eq!(on("2024-03-20"), days(&["2025-01-31"]), "31 July does not hold any more");
        assert_eq!(on("2026-03-01"), days(&["2026-07-31"]), "after the last of the period, the law's days");
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let query = "{ worklist(period: \"IQ-2023\", cutOff: \"2024-02-01\", filter: {reasons: [INCOMPLETE]}) { nodes { until } } }";
        let answer = staff.ask(query).await;
        assert_eq!(answer["data"]["worklist"]["nodes"][0]["until"], "2024-02-15", "{answer}");
        let page = staff.page("/worklist?period=IQ-2023&cut_off=2024-02-01&reason=incomplete").await;
        assert!(page.contains("15.02.2024") && !page.contains("31.07.2024"), "{page}");
    }

    async fn mending_takes_cases_off_the_list(backend) {
        let database = set_up(backend.migrated().await);
        let mended = [
            participation("P-1", "SP-1"),
            participation("P-2", "SP-1").with("gender", "female"),
        ];
        database.import("participations", &csv(&mended)).expect(0);
        let known = "participant,sub_project,occurred_on,kind\nP-3,SP-1,2023-09-01,unemployment\n";
        database.import("outcomes", known).expect(0);
        let surveys = "participant,sub_project,surveyed_on,result\nP-3,SP-1,2024-03-01,not_reached\n\
            P-4,SP-1,2024-03-01,refused\nP-5,SP-1,2024-03-01,answered\n";
        database.import("follow_ups", surveys).expect(0);

        let left_over = worklist(&database, &["--sub-project", "SP-1", "--cut-off", "2024-03-01"]);

        assert_eq!(left_over, Vec::<Value>::new());
    }

    async fn the_incomplete_cases_are_those_left_out_of_figures(backend) {
        let database = backend.migrated().await.with_network().with_participations(&lacking_anything());
        for cut_off in ["2023-05-09", "2023-05-10", "2024-12-31"] {
            let question = ["figures", "--period", "IQ-2023", "--by", "sub-project", "--indicator", "EECO01", "--cases", "--format", "json"];
            let cases = database.run_command(&[&question[..], &["--cut-off", cut_off]].concat()).expect(0).json();
            let cases = cases.as_array().expect("cases").iter();
            let left_out: BTreeSet<_> = cases
                .filter(|case| case["counted"] == false)
                .map(|case| (case["subProject"].clone().to_string(), case["reference"].to_string(), case["missing"].to_string()))
                .collect();

            let listed = worklist(&database, &["--reason", "incomplete", "--cut-off", cut_off]);

            let listed: BTreeSet<_> = listed
                .iter()
                .map(|case| (case["subProject"].to_string(), case["reference"].to_string(), case["missing"].to_string()))
                .collect();
            assert_eq!(listed, left_out, "{cut_off}");
        }
    }

    async fn those_responsible_are_named(backend) {
        let database = set_up(backend.migrated().await).with_account(Account::ProjectStaff);

        let cases = worklist(&database, &["--reason", "incomplete", "--cut-off", "2023-12-31"]);

        let of = |sub_project: &str| {
            let case = cases.iter().find(|case| case["subProject"] == sub_project).expect("a case");
            case["responsible"].clone()
        };
        assert_eq!(of("SP-1"), serde_json::json!(["staff"]), "those who work there");
        let office = of("SP-2");
        assert_eq!(office.as_array().map(Vec::len), Some(1), "nobody works there, so the coordinating office: {office}");
    }

    async fn the_console_shows_only_what_may_be_seen(backend) {
        let database = set_up(backend.migrated().await).with_account(Account::ProjectStaff).with_account(Account::Nobody);
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;

        let page = staff.page("/worklist?period=IQ-2023&cut_off=2023-12-31").await;
        let elsewhere = staff.get("/worklist?period=IQ-2023&unit=sub_project:SP-2").await;
        let nowhere = staff.get("/worklist?period=IQ-2023&sub_project=NOPE").await;
        let visitor = server.visitor().get("/worklist").await;
        let nobody = server.signed_in(Account::Nobody).await.get("/worklist").await;
        let start = staff.page("/?period=IQ-2023").await;

        assert!(page.contains("P-1") && !page.contains("P-6"), "{page}");
        assert_eq!((elsewhere.status().as_u16(), nowhere.status().as_u16()), (404, 404));
        let told = nowhere.text().await.expect("a page");
        assert!(told.contains("role=\"alert\"") && told.contains("NOPE"), "{told}");
        assert!(visitor.status().is_redirection());
        assert_eq!(nobody.status(), 403);
        assert!(start.contains("/worklist?period=IQ-2023&amp;reason=incomplete"), "the start page counts");
    }
}
