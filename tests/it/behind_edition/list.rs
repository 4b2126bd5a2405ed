//! What was done behind an edition is listed: what, by whom, when and why.

use serde_json::{Value, json};

use super::{Database, REASON, SUB_PROJECTS, TARGETS, corrections, import, network, submitted};
use crate::harness::{Account, csv, on_each_database, participation};

/// The list on the command line: kind, what it is, reference, unit, reason.
fn listed(database: &Database, key: &str) -> Vec<[String; 5]> {
    let list = database.run_command(&["edition", "changes", key, "--format", "json"]).expect(0).json();
    let text = |row: &Value, column: &str| row[column].as_str().unwrap_or("-").to_owned();
    let columns = ["kind", "changed", "reference", "unit", "reason"];
    let rows = list.as_array().cloned().unwrap_or_default();
    assert!(rows.iter().all(|row| row["by"] == "operator of the system (command line)"), "{list}");
    rows.iter().map(|row| columns.map(|column| text(row, column))).collect()
}

fn withdraw(database: &Database, person: &str) {
    let keys = format!("participant,sub_project,entered_on\n{person},SP-1,2023-05-10\n");
    database.file("wrong.csv", keys);
    let reason = ["--reason", "doppelt erfasst"];
    let command = [&["withdraw", "wrong.csv", "--kind", "participations"], &reason[..]].concat();
    database.run_command(&command).expect(0);
}

fn corrected(person: &str) -> String {
    csv(&[participation(person, "SP-1").with("gender", "male").with("isced", "5")])
}

on_each_database! {
    async fn every_change_of_a_record_is_listed_with_its_reason(backend) {
        let database = network(backend).await;
        let key = submitted(&database, &[]);
        assert_eq!(listed(&database, &key), Vec::<[String; 5]>::new());

        import(&database, ("participations", &corrected("P-1")), &REASON).expect(0);
        import(&database, ("participations", &csv(&[participation("P-9", "SP-2")])), &[]).expect(0);
        withdraw(&database, "P-2");
        let target = format!("{TARGETS}IQ-2023,EECO01,30,,SOB,cumulative,,\n");
        import(&database, ("targets", &target), &REASON).expect(0);
        let moved = format!("{SUB_PROJECTS}SP-3,Tor,IQ-2023,ORG-B,FRA,TRANSITION,2023-02-01,2025-12-31,\n");
        import(&database, ("sub_projects", &moved), &REASON).expect(0);
        let note = ["note", "add", "--period", "IQ-2023", "--indicator", "EECO01", "--text", "Umzug im Mai"];
        database.run_command(&note).expect(0);
        database.run_command(&["profile", "set", "--period", "IQ-2023", "ltu=sgb3", "--reason", "Erlass"]).expect(0);

        let [_, why] = REASON;
        let expected = [
            ["corrected", "counting_profile", "2", "-", "Erlass"],
            ["entered", "figure_note", "EECO01", "-", "-"],
            ["corrected", "sub_project", "SP-3", "SP-3", why],
            ["corrected", "target", "EECO01", "SOB", why],
            ["withdrawn", "participation", "P-2", "SP-1", "doppelt erfasst"],
            ["entered", "participation", "P-9", "SP-2", "-"],
            ["corrected", "participation", "P-1", "SP-1", why],
        ];
        assert_eq!(listed(&database, &key), expected.map(|row| row.map(str::to_owned)));
        assert_eq!(corrections(&database), 4, "the withdrawal and the corrections, but of the profile");
    }

    async fn a_record_keeps_the_reason_it_was_corrected_for_when_it_is_withdrawn(backend) {
        let database = network(backend).await;
        let key = submitted(&database, &["--sub-project", "SP-1"]);
        import(&database, ("participations", &corrected("P-1")), &REASON).expect(0);
        withdraw(&database, "P-1");

        let reasons: Vec<String> = listed(&database, &key).into_iter().map(|[.., reason]| reason).collect();
        assert_eq!(reasons, ["doppelt erfasst", REASON[1]]);

        import(&database, ("participations", &corrected("P-1")), &["--reason", "war doch da"]).expect(0);
        let kinds: Vec<[String; 2]> = listed(&database, &key).into_iter().map(|[kind, .., reason]| [kind, reason]).collect();
        let told = [["entered", "war doch da"], ["withdrawn", "doppelt erfasst"], ["corrected", REASON[1]]];
        assert_eq!(kinds, told.map(|row| row.map(str::to_owned)));
    }

    async fn what_is_new_behind_an_edition_keeps_the_reason_that_was_asked_for(backend) {
        let database = network(backend).await;
        let key = submitted(&database, &["--network", "SOB"]);
        let target = format!("{TARGETS}IQ-2023,EECO03,7,,SOB,cumulative,,\n");
        super::asked_for(&database, ("targets", &target));

        assert_eq!(listed(&database, &key), [["entered", "target", "EECO03", "SOB", REASON[1]].map(str::to_owned)]);
    }

    async fn what_an_edition_never_showed_is_no_correction_behind_it(backend) {
        let database = network(backend).await;
        let key = submitted(&database, &["--network", "SOB"]);
        let target = |value: u8| format!("{TARGETS}IQ-2023,EECO01,{value},SP-3,,cumulative,,\n");
        import(&database, ("targets", &target(30)), &[]).expect(0);
        import(&database, ("targets", &target(40)), &[]).expect(0);
        let moved = format!("{SUB_PROJECTS}SP-3,Tor,IQ-2023,ORG-B,SOB,TRANSITION,2023-01-01,2025-12-31,\n");
        import(&database, ("sub_projects", &moved), &REASON).expect(0);
        let behind = csv(&[participation("P-8", "SP-1").with("entered_on", "2024-05-10")]);
        import(&database, ("participations", &behind), &[]).expect(0);
        database.file("wrong.csv", "participant,sub_project,entered_on\nP-8,SP-1,2024-05-10\n");
        let withdraw = ["withdraw", "wrong.csv", "--kind", "participations"];
        database.run_command(&[&withdraw[..], &REASON].concat()).expect(0);

        assert_eq!(listed(&database, &key), [["entered", "sub_project", "SP-3", "SP-3", REASON[1]].map(str::to_owned)]);
        assert_eq!((corrections(&database), super::changes(&database)), (0, [2, 1, 1]), "its cases and its target came with it");
    }

    async fn what_others_do_behind_their_own_editions_is_not_listed(backend) {
        let database = network(backend).await;
        let key = submitted(&database, &["--sub-project", "SP-2"]);
        submitted(&database, &["--sub-project", "SP-1"]);

        import(&database, ("participations", &corrected("P-1")), &REASON).expect(0);

        assert_eq!(listed(&database, &key), Vec::<[String; 5]>::new());
    }

    async fn the_list_is_read_page_by_page_in_the_api_and_on_the_page(backend) {
        let database = network(backend).await.with_accounts();
        submitted(&database, &["--sub-project", "SP-1"]);
        for person in ["P-1", "P-2"] {
            import(&database, ("participations", &corrected(person)), &REASON).expect(0);
        }
        let server = database.serve();
        let client = server.visitor().with_token(&database.token(Account::Administrator));
        let list = "changes(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } \
            nodes { changed kind reference unit fields by reason at } }";
        let query = format!(
            "query($after: String) {{ reportEditions {{ nodes {{ reportRun {{ id }} {list} }} }} }}"
        );
        let mut after = Value::Null;
        for (person, goes_on) in [("P-2", true), ("P-1", false)] {
            let answer = client.ask_with(&query, json!({ "after": after })).await;
            let changes = &answer["data"]["reportEditions"]["nodes"][0]["changes"];
            assert_eq!(changes["totalCount"], 2, "{answer}");
            assert_eq!(changes["pageInfo"]["hasNextPage"], goes_on, "{answer}");
            let mut change = changes["nodes"][0].clone();
            assert!(change["at"].take().is_string(), "{answer}");
            assert_eq!(
                change,
                json!({
                    "changed": "PARTICIPATION", "kind": "CORRECTED", "reference": person, "unit": "SP-1",
                    "fields": ["Geschlecht", "Bildungsstand (ISCED)"], "by": "Betrieb des Systems (Befehlszeile)", "reason": REASON[1], "at": null,
                })
            );
            after = changes["pageInfo"]["endCursor"].clone();
        }
        let wrong = client.ask_with(&query, json!({ "after": "x" })).await;
        assert_eq!(wrong["errors"][0]["extensions"]["code"], "BAD_INPUT", "{wrong}");

        let signed_in = server.signed_in(Account::Administrator).await;
        let reports = signed_in.page("/reports").await;
        let mut links = reports.split("href=\"/reports/").filter_map(|rest| rest.split('"').next());
        let run = links.find(|link| link.len() == 36).expect("a link to the run").to_owned();
        let offered = signed_in.page(&format!("/reports/{run}")).await;
        assert!(offered.contains(&format!("/reports/{run}/changes")), "{offered}");
        let page = signed_in.page(&format!("/reports/{run}/changes")).await;
        for words in ["Teilnahme P-1", "Teilnahme P-2", "berichtigt", "Geschlecht, ", REASON[1], "Betrieb des Systems (Befehlszeile)"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert_eq!(signed_in.get(&format!("/reports/{run}/changes?after=x")).await.status(), 404);
    }
}
