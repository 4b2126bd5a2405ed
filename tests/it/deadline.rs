//! Deadlines: what the law gives, what administrators decide, and who sees it where.

use chrono::NaiveDate;
use domain::Clock;
use serde_json::{Value, json};

use crate::harness::{Account, Database, on_each_database, participation};

const LIST: &str = "{ reportDeadlines(period: \"IQ-2023\") { cutOff preCheckOn subProjectsBy coordinationBy dueOn reason } }";

/// Cut-off and last day of each deadline, by the command line.
fn days(database: &Database, period: &str) -> Vec<(String, String)> {
    let answer =
        database.run_command(&["deadline", "list", "--period", period, "--format", "json"]).expect(0).json();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    answer.as_array().expect("a list").iter().map(|row| (text(row, "cutOff"), text(row, "dueOn"))).collect()
}

/// The next deadline of a period that is still far from its end.
async fn next(database: &Database) -> Value {
    database.tamper("UPDATE funding_period SET ends_on = '2098-12-31' WHERE code = 'IQ-2023'").await;
    let list = ["deadline", "list", "--period", "IQ-2023", "--format", "json"];
    let today = Clock::system().today().to_string();
    let all = database.run_command(&list).expect(0).json();
    let next = all.as_array().expect("a list").iter().find(|row| row["dueOn"].as_str() >= Some(&today));
    next.expect("one lies ahead").clone()
}

fn pairs(days: &[(&str, &str)]) -> Vec<(String, String)> {
    days.iter().map(|(cut_off, due_on)| ((*cut_off).to_owned(), (*due_on).to_owned())).collect()
}

fn set<'a>(cut_off: &'a str, due_on: &'a str) -> Vec<&'a str> {
    vec![
        "deadline",
        "set",
        "--period",
        "IQ-2023",
        "--cut-off",
        cut_off,
        "--due-on",
        due_on,
        "--reason",
        "a letter",
    ]
}

on_each_database! {
    async fn the_law_gives_two_a_year_and_an_administrator_decides_otherwise(backend) {
        let database = backend.migrated().await;
        let by_law = pairs(&[
            ("2023-06-30", "2023-07-31"), ("2023-12-31", "2024-01-31"), ("2024-06-30", "2024-07-31"),
            ("2024-12-31", "2025-01-31"), ("2025-06-30", "2025-07-31"), ("2025-12-31", "2026-01-31"),
        ]);
        assert_eq!(days(&database, "IQ-2023"), by_law);
        assert_eq!(days(&database, "KMZ-2008"), [], "nothing was owed before there was a rulebook");

        // when one is added, one moved, moved again and one ended
        database.run_command(&set("2026-06-30", "2026-07-31")).expect(0);
        database.run_command(&set("2025-12-31", "2026-02-10")).expect(0);
        database.run_command(&set("2025-12-31", "2026-02-15")).expect(0);
        let end = ["deadline", "end", "--period", "IQ-2023", "--cut-off", "2023-06-30", "--reason", "first asked for in 2024"];
        database.run_command(&end).expect(0);

        // then
        let mut decided = by_law[1..5].to_vec();
        decided.extend(pairs(&[("2025-12-31", "2026-02-15"), ("2026-06-30", "2026-07-31")]));
        assert_eq!(days(&database, "IQ-2023"), decided);
        database.run_command(&["audit", "verify"]).expect(0);
        assert_eq!(database.run_command(&end).expect(2).stderr.matches("2023-06-30").count(), 1, "it is ended already");
    }

    async fn the_dates_before_follow_the_days_of_the_period(backend) {
        let database = backend.migrated().await.with_account(Account::Administrator);
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;
        let first = |answer: &Value| answer["data"]["reportDeadlines"][0].clone();
        let before = |pre_check: &str, sub_projects: &str, coordination: &str| json!({
            "cutOff": "2023-06-30", "preCheckOn": pre_check, "subProjectsBy": sub_projects, "coordinationBy": coordination,
            "dueOn": "2023-07-31", "reason": null,
        });
        assert_eq!(first(&client.ask(LIST).await), before("2023-07-10", "2023-07-17", "2023-07-24"));

        let change = "mutation { reportLeadTimesSet(input: {period: \"IQ-2023\", preCheckDays: 28, subProjectDays: 21, \
            coordinationDays: 3, reason: \"holidays\"}) { userErrors { code } } }";
        let answer = client.ask(change).await;

        assert_eq!(answer["data"]["reportLeadTimesSet"]["userErrors"], json!([]), "{answer}");
        assert_eq!(first(&client.ask(LIST).await), before("2023-07-03", "2023-07-10", "2023-07-28"));
    }

    async fn mistakes_are_told_and_nothing_changes(backend) {
        let database = backend.migrated().await;
        let before = days(&database, "IQ-2023");
        let lead = |days: [&'static str; 3]| vec![
            "deadline", "lead-times", "--period", "IQ-2023", "--pre-check", days[0], "--sub-projects", days[1],
            "--coordination", days[2], "--reason", "a letter",
        ];
        let endless = "x".repeat(1001);
        for (command, word) in [
            (set("2025-12-31", "2025-12-31"), "after the cut-off"),
            (set("2022-12-31", "2023-01-31"), "before the start"),
            (set("2025-12-31", "2026-01-31"), "already"),
            ([&set("2025-12-31", "2026-02-15")[..9], &[" "]].concat(), "reason"),
            (vec!["deadline", "end", "--period", "IQ-2023", "--cut-off", "2025-11-30", "--reason", "a letter"], "no deadline"),
            (vec!["deadline", "end", "--period", "KMZ-2008", "--cut-off", "2008-12-31", "--reason", "a letter"], "no rulebook"),
            (lead(["7", "14", "3"]), "must not grow"),
            (lead(["400", "14", "3"]), "366"),
            (lead(["70000", "14", "3"]), "366"),
            (lead(["14", "14", "-3"]), "from 0 to 366"),
            (set("2027-01-01", "2027-01-31"), "behind the end of the funding period"),
            (set("9999-12-31", "9999-12-31"), "behind the end of the funding period"),
            (set("2025-12-31", "2027-01-01"), "behind the cut-off day"),
            ([&set("2025-12-31", "2026-02-15")[..9], &[&*endless]].concat(), "at most 1000 characters"),
            (vec!["deadline", "check", "--period", "EP-2005"], "No deadline of this funding period lies ahead"),
        ] {
            assert!(database.run_command(&command).expect(2).stderr.contains(word), "{command:?}");
        }
        assert_eq!(days(&database, "IQ-2023"), before);
    }

    async fn a_check_that_finds_nothing_says_so(backend) {
        let people = ["SP-1", "SP-2", "SP-3"].map(|place| participation("P-1", place));
        let database = backend.migrated().await.with_network().with_participations(&people);
        let told = database.run_command(&["deadline", "check", "--period", "IQ-2023", "--cut-off", "2023-06-30"]).expect(0).stdout;
        assert!(told.contains("cut-off 2023-06-30") && told.contains("Nothing is missing"), "{told}");
    }

    async fn the_start_page_tells_those_who_read_records_what_comes_next(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::ProjectStaff);
        let next = next(&database).await;
        let server = database.serve_alone();

        let staff = server.signed_in(Account::ProjectStaff).await.page("/?period=IQ-2023").await;
        let visitor = server.visitor().page("/?period=IQ-2023").await;

        let day = |key: &str| {
            let day: NaiveDate = next[key].as_str().and_then(|day| day.parse().ok()).expect("a day");
            day.format("%d.%m.%Y").to_string()
        };
        let (due_on, cut_off) = (format!("Nächste Abgabefrist: {}", day("dueOn")), format!("Stichtag {}", day("cutOff")));
        for told in [due_on, cut_off, day("preCheckOn"), day("subProjectsBy"), day("coordinationBy")] {
            assert!(staff.contains(&told), "{told}");
            assert!(!visitor.contains(&told), "{told}");
        }
    }

    async fn a_check_tells_each_what_is_missing_in_what_they_see(backend) {
        // given somebody incomplete in each sub-project, and one who lacks two things
        let database = backend.migrated().await.with_network().with_accounts().with_participations(&[
            participation("P-1", "SP-1").without("birth_date"),
            participation("P-2", "SP-1").without("birth_date").without("isced"),
            participation("P-3", "SP-2").without("gender"),
            participation("P-4", "SP-3").without("isced"),
            participation("P-5", "SP-3"),
        ]);
        let next = next(&database).await;

        // when
        let found = database.run_command(&["deadline", "check", "--period", "IQ-2023", "--format", "json"]).expect(0).json();

        // then
        let found: Vec<_> = found.as_array().expect("a list").iter().map(|row| (row["subProject"].clone(), row["incomplete"].clone(), row["missing"].clone())).collect();
        assert_eq!(found, [
            (json!("SP-1"), json!(2), json!(["birth_date 2", "isced 1"])),
            (json!("SP-2"), json!(1), json!(["gender 1"])),
            (json!("SP-3"), json!(1), json!(["isced 1"])),
        ]);
        let server = database.serve_alone();
        let query = "{ reportPreChecks(period: \"IQ-2023\") { cutOff results { subProject incomplete missing { field cases } worklist } } }";
        for (account, seen) in [
            (Account::Administrator, vec!["SP-1", "SP-2", "SP-3"]),
            (Account::Auditor, vec!["SP-1", "SP-2", "SP-3"]),
            (Account::Coordinator, vec!["SP-1", "SP-2"]),
            (Account::ProjectStaff, vec!["SP-1"]),
        ] {
            let client = server.signed_in(account).await;
            let answer = client.ask(query).await;
            let check = &answer["data"]["reportPreChecks"][0];
            assert_eq!(check["cutOff"], next["cutOff"], "{answer}");
            let told: Vec<_> = check["results"].as_array().expect("results").iter().map(|row| row["subProject"].clone()).collect();
            assert_eq!(told, seen, "{account:?}");
            assert_eq!(check["results"][0]["missing"][0], json!({"field": "birth_date", "cases": 2}));
            let page = client.page("/?period=IQ-2023").await;
            for code in ["SP-1", "SP-2", "SP-3"] {
                let link = format!("/worklist?period=IQ-2023&amp;sub_project={code}");
                assert_eq!(page.contains(&link), seen.contains(&code), "{account:?} {code}");
            }
            assert!(page.contains("Geburtsdatum 2, Bildungsstand (ISCED) 1"), "{account:?}");
        }
        assert_eq!(server.visitor().ask(query).await["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
        assert!(!server.visitor().page("/?period=IQ-2023").await.contains("Geburtsdatum 2"));
        database.run_command(&["audit", "verify"]).expect(0);
    }
}
