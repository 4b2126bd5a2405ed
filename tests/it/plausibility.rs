//! Plausibility of stored records: what a later correction breaks shows, and warnings can be waived.

use calamine::{Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use crate::harness::{Account, Database, Outcome, csv, on_each_database, participation};

fn check(database: &Database) -> Outcome {
    check_at(database, "2025-12-31")
}

fn check_at(database: &Database, cut_off: &str) -> Outcome {
    check_with(database, &["--cut-off", cut_off])
}

fn check_with(database: &Database, options: &[&str]) -> Outcome {
    let unit = ["--period", "IQ-2023", "--sub-project", "SP-1"];
    database.run_command(&[&["check", "--format", "json"], options, &unit[..]].concat())
}

/// Rule and key of each finding.
fn keys(findings: &Value) -> Vec<String> {
    let findings = findings.as_array().expect("findings").iter();
    findings.filter_map(|finding| finding["key"].as_str().map(str::to_owned)).collect()
}

/// Somebody who left on 31 August 2023, found a job within four weeks and was surveyed six months later.
fn surveyed(database: Database) -> Database {
    let database = database
        .with_network()
        .with_participations(&[participation("P-1", "SP-1").with("left_on", "2023-08-31")]);
    database
        .import("outcomes", "participant,sub_project,occurred_on,kind\nP-1,SP-1,2023-09-10,job\n")
        .expect(0);
    let survey =
        "participant,sub_project,surveyed_on,employment,result\nP-1,SP-1,2024-03-01,employed,answered\n";
    database.import("follow_ups", survey).expect(0);
    database
}

/// The texts of the sheet of waived warnings in a new report, row by row.
fn reported(database: &Database, cut_off: &str) -> Vec<Vec<String>> {
    let report = ["report", "--period", "IQ-2023", "--cut-off", cut_off, "--out", "report.xlsx"];
    database.run_command(&report).expect(0);
    let mut workbook: Xlsx<_> = open_workbook(database.folder().join("report.xlsx")).expect("a workbook");
    let rows = workbook.worksheet_range("Hingenommene Warnungen").expect("the sheet");
    rows.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

on_each_database! {
    async fn sound_records_have_no_finding(backend) {
        let database = surveyed(backend.migrated().await);

        let findings = check(&database).expect(0).json();

        assert_eq!(findings, json!([]));
    }

    async fn a_corrected_leaving_date_shows_what_no_longer_fits(backend) {
        let database = surveyed(backend.migrated().await);
        let later = participation("P-1", "SP-1").with("left_on", "2024-01-15");
        let earlier = participation("P-1", "SP-1").with("left_on", "2023-06-30");

        database.import("participations", &csv(&[later])).expect(0);
        let too_early_survey = check(&database).expect(1).json();
        let in_german = check_with(&database, &["--cut-off", "2025-12-31", "--lang", "de"]).expect(1).json();
        database.import("participations", &csv(&[earlier])).expect(0);
        let too_late_outcome = check(&database).expect(0).json();

        assert_eq!(keys(&too_early_survey), ["V-13/SP-1/P-1/follow_up/2024-03-01/surveyed_on"]);
        assert_eq!(too_early_survey[0]["severity"], "error");
        assert_eq!(too_early_survey[0]["legalSource"], "Regulation (EU) 2021/1057, Annex I, point 4");
        assert_eq!(in_german[0]["legalSource"], "Verordnung (EU) 2021/1057, Anhang I, Nummer 4");
        let late = keys(&too_late_outcome);
        assert!(late.contains(&"V-14/SP-1/P-1/outcome/2023-09-10/occurred_on".to_owned()), "{late:?}");
        assert!(late.contains(&"V-20/SP-1/P-1/participation/2023-05-10/left_on".to_owned()), "{late:?}");
    }

    async fn a_warning_is_waived_by_the_key_that_the_check_tells_people(backend) {
        let people = [participation("P-1", "SP-1").without("isced")];
        let database = backend.migrated().await.with_network().with_participations(&people);
        let told = |language: &str| database.run_command(&["check", "--period", "IQ-2023", "--lang", language]).expect(0).stdout;
        let open = told("de");
        let (_, key) = open.split_once("Warnung: ").unwrap_or_else(|| panic!("{open}"));
        let key = key.lines().next().expect("a key");

        database.run_command(&["finding", "waive", "--period", "IQ-2023", key, "--reason", "geprüft"]).expect(0);

        assert!(told("de").contains("Hingenommen von Betrieb des Systems (Befehlszeile): geprüft"), "{}", told("de"));
        let english = told("en");
        assert!(english.contains(&format!(": {key}")) && !english.contains("Hingenommen"), "{english}");
    }

    async fn overlaps_are_found_between_any_two_stays(backend) {
        let database = backend.migrated().await.with_network().with_participations(&[
            participation("P-1", "SP-1").with("left_on", "2023-06-01"),
            participation("P-1", "SP-1").with("entered_on", "2023-07-01").with("left_on", "2023-08-31"),
            participation("P-1", "SP-1").with("entered_on", "2023-08-01").with("left_on", "2023-08-31"),
        ]);

        let findings = keys(&check_at(&database, "2023-09-01").expect(0).json());

        assert_eq!(findings, ["V-15/SP-1/P-1/participation/2023-08-01/entered_on"]);
    }

    async fn warnings_are_waived_with_a_reason_and_stay_in_sight(backend) {
        let database = surveyed(backend.migrated().await).with_account(Account::ProjectStaff);
        let incomplete = participation("P-2", "SP-1").without("isced");
        database.import("participations", &csv(&[incomplete])).expect(0);
        let server = database.serve();
        let staff = server.visitor().with_token(&database.token(Account::ProjectStaff));
        let key = "V-01/SP-1/P-2/participation/2023-05-10/isced";
        let waive = |reason: &str| {
            format!(
                "mutation {{ findingWaive(input: {{period: \"IQ-2023\", cutOff: \"2025-12-31\", finding: \"{key}\", \
                reason: \"{reason}\"}}) {{ waiver {{ reason waivedBy }} userErrors {{ code }} }} }}"
            )
        };

        let without_reason = staff.ask(&waive(" ")).await;
        let waived = staff.ask(&waive("Asked twice, in writing")).await;
        let again = staff.ask(&waive("Once more")).await;
        let shown = check(&database).expect(0).json();
        let revoked = staff.ask(&format!("mutation {{ findingWaiverRevoke(input: {{period: \"IQ-2023\", finding: \"{key}\"}}) {{ userErrors {{ code }} }} }}")).await;
        let open_again = check(&database).expect(0).json();

        let codes = |answer: &Value, field: &str| answer["data"][field]["userErrors"][0]["code"].as_str().unwrap_or_default().to_owned();
        assert_eq!(codes(&without_reason, "findingWaive"), "waiver-reason");
        assert_eq!(waived["data"]["findingWaive"]["waiver"]["waivedBy"], "staff", "{waived}");
        assert_eq!(codes(&again, "findingWaive"), "finding-waived-already");
        assert_eq!((keys(&shown), &shown[0]["waived"]["reason"]), (vec![key.to_owned()], &json!("Asked twice, in writing")));
        assert_eq!(codes(&revoked, "findingWaiverRevoke"), "");
        assert_eq!((keys(&open_again), &open_again[0]["waived"]), (vec![key.to_owned()], &Value::Null));
    }

    async fn warnings_are_waived_on_the_command_line(backend) {
        let database = surveyed(backend.migrated().await);
        database.import("participations", &csv(&[participation("P-2", "SP-1").without("isced")])).expect(0);
        let key = "V-01/SP-1/P-2/participation/2023-05-10/isced";
        let finding = |command: &str, more: &[&str]| {
            database.run_command(&[&["finding", command, "--period", "IQ-2023", key], more].concat())
        };
        let because = ["--reason", "Asked twice, in writing", "--cut-off", "2025-12-31"];

        let waived = finding("waive", &because).expect(0);
        let again = finding("waive", &because).expect(2);
        let shown = check(&database).expect(0).json();
        let revoked = finding("revoke", &[]).expect(0);
        let open_again = check(&database).expect(0).json();

        assert!(waived.stdout.contains(key) && waived.stdout.contains("Asked twice"), "{waived:?}");
        assert!(again.stderr.contains("waived already"), "{again:?}");
        assert_eq!(shown[0]["waived"]["reason"], "Asked twice, in writing");
        assert!(revoked.stdout.contains(key), "{revoked:?}");
        assert_eq!((keys(&open_again), &open_again[0]["waived"]), (vec![key.to_owned()], &Value::Null));
    }

    async fn warnings_are_waived_in_the_console(backend) {
        let database = surveyed(backend.migrated().await).with_account(Account::ProjectStaff).with_account(Account::Auditor);
        database.import("participations", &csv(&[participation("P-2", "SP-1").without("isced")])).expect(0);
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let list = |state: &str| format!("/findings?period=IQ-2023&unit=sub_project:SP-1&cut_off=2025-12-31&state={state}");

        let waived = staff.submit(&list("warning"), "/findings/waive", &[("reason", "Asked <twice>")]).await;
        let open = staff.page(&list("warning")).await;
        let shown = staff.page(&list("waived")).await;
        let read = server.signed_in(Account::Auditor).await.page(&list("waived")).await;
        let revoked = staff.submit(&list("waived"), "/findings/revoke", &[]).await;
        let again = staff.page(&list("warning")).await;
        let without_reason = staff.submit(&list("warning"), "/findings/waive", &[("reason", " ")]).await;

        let statuses = [waived.status(), revoked.status(), without_reason.status()].map(|status| status.as_u16());
        assert_eq!(statuses, [303, 303, 422]);
        assert!(!open.contains("P-2"), "{open}");
        for page in [&shown, &read] {
            assert!(page.contains("P-2") && page.contains("Asked &#60;twice&#62;"), "{page}");
        }
        assert!(shown.contains("/findings/revoke") && !read.contains("/findings/revoke"));
        assert!(again.contains("P-2") && again.contains("/findings/waive"), "{again}");
        assert!(without_reason.text().await.expect("a page").contains("role=\"alert\""));
    }

    async fn a_report_tells_waived_warnings_in_the_words_of_the_console(backend) {
        let database = surveyed(backend.migrated().await);
        let earlier = participation("P-1", "SP-1").with("left_on", "2023-06-30");
        database.import("participations", &csv(&[earlier])).expect(0);
        let key = "V-14/SP-1/P-1/outcome/2023-09-10/occurred_on";
        let says = |rows: &[Vec<String>], words: &str| rows.iter().flatten().any(|cell| cell.contains(words));

        let before = reported(&database, "2023-12-31");
        let waive = ["finding", "waive", "--period", "IQ-2023", key, "--reason", "Nachgefragt"];
        database.run_command(&[&waive[..], &["--cut-off", "2023-12-31"]].concat()).expect(0);
        let after = reported(&database, "2023-12-31");
        let too_early = reported(&database, "2023-08-31");

        assert!(says(&before, "keine Warnung hingenommen"), "{before:?}");
        let told = after.iter().find(|row| row[0] == "V-14").unwrap_or_else(|| panic!("{after:?}"));
        let message = "Das Ergebnis am 10.09.2023 liegt nach dem 28. Tag nach dem Austritt und zählt nicht.";
        assert_eq!(told[1..5], ["P-1, SP-1: Ereignis am 10.09.2023", message, "Nachgefragt", "Betrieb des Systems (Befehlszeile)"]);
        assert!(!says(&after, key), "{after:?}");
        assert!(says(&too_early, "keine Warnung hingenommen"), "not yet found on that day: {too_early:?}");
    }

    async fn errors_cannot_be_waived(backend) {
        let database = surveyed(backend.migrated().await).with_account(Account::Administrator);
        let later = participation("P-1", "SP-1").with("left_on", "2024-01-15");
        database.import("participations", &csv(&[later])).expect(0);
        let server = database.serve();
        let administrator = server.visitor().with_token(&database.token(Account::Administrator));

        let answer = administrator.ask(
            "mutation { findingWaive(input: {period: \"IQ-2023\", cutOff: \"2025-12-31\", \
            finding: \"V-13/SP-1/P-1/follow_up/2024-03-01/surveyed_on\", reason: \"Please\"}) { userErrors { code } } }"
        ).await;

        assert_eq!(answer["data"]["findingWaive"]["userErrors"], json!([{ "code": "finding-is-an-error" }]));
    }

    async fn a_target_missed_by_far_is_a_finding(backend) {
        let database = surveyed(backend.migrated().await);
        database.import("targets", "period,indicator,value,sub_project\nIQ-2023,EECO01,100,SP-1\n").expect(0);

        let findings = keys(&check(&database).expect(0).json());

        assert_eq!(findings, ["V-32/sub_project:SP-1/MORE_DEVELOPED/EECO01/total/cumulative/all"]);
    }
}
