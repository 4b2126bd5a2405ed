//! Deadlines on their page: who sees what, and how administrators decide about them.

use chrono::NaiveDate;
use domain::Clock;
use serde_json::Value;

use crate::harness::{Account, Backend, Client, Database, on_each_database, participation};

const PAGE: &str = "/deadlines?period=IQ-2023";

async fn network(backend: Backend) -> Database {
    let people =
        [participation("P-1", "SP-1").without("birth_date"), participation("P-2", "SP-2").without("gender")];
    let database = backend.migrated().await.with_network().with_participations(&people);
    Account::ALL.into_iter().fold(database, Database::with_account)
}

/// A deadline lies ahead, whenever the tests run.
async fn without_end(database: &Database) {
    database.tamper("UPDATE funding_period SET ends_on = '2098-12-31' WHERE code = 'IQ-2023'").await;
}

/// The deadlines by the command line.
fn listed(database: &Database) -> Vec<Value> {
    let list = ["deadline", "list", "--period", "IQ-2023", "--format", "json"];
    database.run_command(&list).expect(0).json().as_array().expect("a list").clone()
}

async fn sent(client: &Client, action: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let answer = client.submit(PAGE, action, fields).await;
    (answer.status().as_u16(), answer.text().await.expect("a page"))
}

/// What stands beside a field.
fn beside<'a>(page: &'a str, field: &str) -> &'a str {
    let (_, said) =
        page.split_once(&format!("id=\"{field}-error\"")).unwrap_or_else(|| panic!("{field}: {page}"));
    said.split("</p>").next().unwrap_or_default()
}

fn as_people_write(day: &str) -> String {
    day.parse::<NaiveDate>().expect("a day").format("%d.%m.%Y").to_string()
}

on_each_database! {
    async fn whoever_reads_records_sees_deadlines_and_what_is_missing_and_only_administrators_have_forms(backend) {
        let database = network(backend).await;
        without_end(&database).await;
        let today = Clock::system().today().to_string();
        let next = listed(&database).into_iter().find(|row| row["dueOn"].as_str() >= Some(&today)).expect("one lies ahead");
        let server = database.serve_alone();
        let promised = server.signed_in(Account::ProjectStaff).await.page(PAGE).await;
        let day = as_people_write(next["preCheckOn"].as_str().expect("a day"));
        assert!(promised.contains(&format!("Von selbst wird geprüft am {day}.")), "{promised}");
        database.run_command(&["deadline", "check", "--period", "IQ-2023"]).expect(0);

        for (account, seen) in [
            (Account::Administrator, vec!["SP-1", "SP-2"]),
            (Account::Auditor, vec!["SP-1", "SP-2"]),
            (Account::Coordinator, vec!["SP-1", "SP-2"]),
            (Account::ProjectStaff, vec!["SP-1"]),
        ] {
            let client = server.signed_in(account).await;
            let page = client.page(PAGE).await;
            for row in listed(&database).iter().take(8).chain([&next]) {
                for key in ["cutOff", "preCheckOn", "subProjectsBy", "coordinationBy", "dueOn"] {
                    let day = as_people_write(row[key].as_str().expect("a day"));
                    assert!(page.contains(&day), "{account:?} {key} {day}");
                }
            }
            assert!(page.contains("als Nächstes") && page.contains("vorbei"), "{page}");
            for code in ["SP-1", "SP-2"] {
                let link = format!("/worklist?period=IQ-2023&amp;sub_project={code}");
                assert_eq!(page.contains(&link), seen.contains(&code), "{account:?} {code}");
            }
            let decides = account == Account::Administrator;
            for form in ["set", "end", "lead-times", "check"] {
                assert_eq!(page.contains(&format!("action=\"/deadlines/{form}\"")), decides, "{account:?} {form}");
            }
            let start = client.page("/?period=IQ-2023").await;
            assert!(start.contains("href=\"/deadlines?period=IQ-2023\"") && start.contains("href=\"/deadlines\""), "{start}");
        }
        assert_eq!(server.visitor().get(PAGE).await.headers()["location"], "/sign-in?next=/deadlines?period=IQ-2023");
        assert_eq!(server.signed_in(Account::Nobody).await.get(PAGE).await.status(), 403);
    }

    async fn an_administrator_sets_ends_and_checks_on_the_page(backend) {
        let database = network(backend).await;
        without_end(&database).await;
        let server = database.serve_alone();
        let administrator = server.signed_in(Account::Administrator).await;
        let of = |cut_off: &str| listed(&database).into_iter().find(|row| row["cutOff"] == cut_off);

        let moved = administrator.page(&format!("{PAGE}&cut_off=2023-12-31")).await;
        let set = sent(&administrator, "/deadlines/set", &[("cut_off", "2023-12-31"), ("due_on", "2024-02-15"), ("reason", "Brief <vom> Mai")]).await;
        let end = sent(&administrator, "/deadlines/end", &[("cut_off", "2023-06-30"), ("reason", "Erst ab Winter")]).await;
        let days = [("pre_check", "28"), ("sub_projects", "20"), ("coordination", "3"), ("reason", "Ferien")];
        let lead = sent(&administrator, "/deadlines/lead-times", &days).await;
        let check = sent(&administrator, "/deadlines/check", &[]).await;

        assert!(moved.contains("name=\"cut_off\" type=\"date\" required value=\"2023-12-31\"") && moved.contains("value=\"2024-01-31\""), "{moved}");
        assert_eq!((set.0, end.0, lead.0, check.0), (303, 303, 303, 303), "{set:?} {end:?} {lead:?} {check:?}");
        let decided = of("2023-12-31").expect("it holds");
        assert_eq!((&decided["dueOn"], &decided["preCheckOn"], &decided["coordinationBy"]), (&"2024-02-15".into(), &"2024-01-18".into(), &"2024-02-12".into()));
        assert_eq!(of("2023-06-30"), None, "it does not hold");
        let page = administrator.page(PAGE).await;
        assert!(page.contains("Festgelegt: <q>Brief &#60;vom&#62; Mai</q>"), "{page}");
        assert!(page.contains("Stichtag 30.06.2023: <q>Erst ab Winter</q>"), "{page}");
        assert!(page.contains("max=\"366\" required value=\"28\"") && page.contains("Vorprüfung vom"), "{page}");
        assert!(server.signed_in(Account::Auditor).await.page(PAGE).await.contains("Erst ab Winter"));
        database.run_command(&["audit", "verify"]).expect(0);

        // what was ended can be set again
        let again = sent(&administrator, "/deadlines/set", &[("cut_off", "2023-06-30"), ("due_on", "2023-07-31"), ("reason", "doch")]).await;
        assert_eq!((again.0, of("2023-06-30").map(|row| row["dueOn"].clone())), (303, Some("2023-07-31".into())));
        assert!(!administrator.page(PAGE).await.contains("Erst ab Winter"));
    }

    async fn mistakes_stand_beside_their_fields_and_nothing_changes(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let administrator = server.signed_in(Account::Administrator).await;
        let before = listed(&database);
        let set = |cut_off, due_on, reason| vec![("cut_off", cut_off), ("due_on", due_on), ("reason", reason)];
        let lead = |days: [&'static str; 3]| vec![("pre_check", days[0]), ("sub_projects", days[1]), ("coordination", days[2]), ("reason", "Ferien")];
        for (action, fields, field, words) in [
            ("set", set("2025-12-31", "2025-12-31", "Brief"), "set-due_on", "muss nach dem Stichtag liegen"),
            ("set", set("2025-12-31", "2026-01-31", "Brief"), "set-due_on", "ist schon der 31.01.2026"),
            ("set", set("2022-12-31", "2023-01-31", "Brief"), "set-cut_off", "31.12.2022"),
            ("set", set("2025-12-31", "2026-02-15", " "), "set-reason", "Grund"),
            ("set", set("", "morgen", "Brief"), "set-due_on", "Bitte einen Tag angeben"),
            ("end", vec![("cut_off", "2025-11-30"), ("reason", "Brief")], "end-cut_off", "30.11.2025"),
            ("end", vec![("cut_off", ""), ("reason", "Brief")], "end-cut_off", "Bitte einen Tag angeben"),
            ("end", vec![("cut_off", "2025-12-31"), ("reason", "")], "end-reason", "Grund"),
            ("lead-times", lead(["7", "14", "3"]), "lead-pre_check", "dürfen nicht zunehmen"),
            ("lead-times", lead(["viele", "14", "3"]), "lead-pre_check", "0 bis 366"),
        ] {
            let (status, page) = sent(&administrator, &format!("/deadlines/{action}"), &fields).await;

            assert_eq!(status, 422, "{fields:?}");
            assert!(beside(&page, field).contains(words), "{fields:?}: {}", beside(&page, field));
            assert!(page.contains(&format!("href=\"#{field}\"")), "{page}");
            assert!(page.contains("href=\"/deadlines?period=IQ-2023&#38;lang=en\""), "{page}");
            for (_, value) in fields.iter().filter(|(name, value)| *name == "reason" && !value.trim().is_empty()) {
                assert!(page.contains(&format!(" required>{value}</textarea>")), "what was typed stays: {page}");
            }
        }
        let over = administrator.submit_with_token("/deadlines/check", &[("period", "IQ-2015")]).await;
        assert_eq!(over.status(), 422);
        assert!(over.text().await.expect("a page").contains("steht keine Abgabefrist mehr bevor"));
        assert_eq!(listed(&database), before);
    }

    async fn nobody_else_decides_whatever_they_send(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let before = listed(&database);
        let fields = [("period", "IQ-2023"), ("cut_off", "2025-12-31"), ("due_on", "2026-02-15"), ("reason", "Brief"), ("pre_check", "9"), ("sub_projects", "8"), ("coordination", "7")];
        for account in [Account::Coordinator, Account::ProjectStaff, Account::Auditor, Account::Nobody] {
            let client = server.signed_in(account).await;
            for action in ["set", "end", "lead-times", "check"] {
                let answer = client.submit_with_token(&format!("/deadlines/{action}"), &fields).await;
                assert_eq!(answer.status(), 403, "{account:?} {action}");
            }
        }
        let forged = [&[("csrf", "0")], &fields[..]].concat();
        let administrator = server.signed_in(Account::Administrator).await;
        for client in [&administrator, &server.visitor()] {
            assert_eq!(client.send_form("/deadlines/set", &forged).await.status(), 400);
        }
        assert_eq!(listed(&database), before);
    }
}
