//! What an edition that was handed in shows changes only with a reason, on whichever road, and every change is counted.

mod again;
mod beside;
mod cases;
mod list;
mod units;

use crate::harness::{Backend, Database, Outcome, Row, csv, on_each_database, participation};

const SUB_PROJECTS: &str =
    "code,name,period,organisation,network,region_category,starts_on,ends_on,valid_from\n";
const TARGETS: &str = "period,indicator,value,sub_project,network,kind,valid_from,document\n";
const REASON: [&str; 2] = ["--reason", "falsch abgeschrieben"];

async fn network(backend: Backend) -> Database {
    let people = [("P-1", "SP-1"), ("P-2", "SP-1"), ("P-3", "SP-2"), ("P-4", "SP-3"), ("P-5", "SP-3")];
    let people: Vec<Row> = people.iter().map(|(person, place)| participation(person, place)).collect();
    let database = backend.migrated().await.with_network().with_participations(&people);
    let targets = format!(
        "{TARGETS}IQ-2023,EECO01,10,SP-1,,cumulative,,\nIQ-2023,EECO01,20,,SOB,cumulative,,\nIQ-2023,EECO01,50,,,cumulative,,\n"
    );
    database.import("targets", &targets).expect(0);
    database
}

/// A draft of a report on the end of 2023; its key.
fn drafted(database: &Database, about: &[&str]) -> String {
    let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"];
    database.run_command(&[&report[..], about].concat()).expect(0);
    let told = database.run_command(&["edition", "draft"]).expect(0).stdout;
    told.split_whitespace().next().expect("a key").to_owned()
}

fn submitted(database: &Database, about: &[&str]) -> String {
    let key = drafted(database, about);
    database.run_command(&["edition", "submit", &key]).expect(0);
    key
}

/// How much of some kinds changed behind the newest edition.
fn counted<const N: usize>(database: &Database, kinds: [&str; N]) -> [u64; N] {
    let listed = database.run_command(&["edition", "list", "--format", "json"]).expect(0).json();
    let counts = kinds.map(|kind| listed[0]["changes"][kind].as_u64().expect("a count"));
    assert!(listed[0]["changesSince"].as_u64().expect("a sum") >= counts.iter().sum(), "{listed}");
    counts
}

/// What changed behind the newest edition: cases, targets, structure.
fn changes(database: &Database) -> [u64; 3] {
    counted(database, ["cases", "targets", "structure"])
}

/// How often something behind the newest edition was corrected or withdrawn.
fn corrections(database: &Database) -> u64 {
    let listed = database.run_command(&["edition", "list", "--format", "json"]).expect(0).json();
    listed[0]["corrections"].as_u64().expect("a count")
}

/// What the list of editions says of one.
fn told(database: &Database, key: &str, what: &str) -> String {
    let listed = database.run_command(&["edition", "list", "--format", "json"]).expect(0).json();
    let editions = listed.as_array().cloned().unwrap_or_default();
    let edition = editions.iter().find(|edition| edition["key"] == key).expect("the edition");
    edition[what].as_str().expect("a text").to_owned()
}

fn import(database: &Database, (kind, rows): (&str, &str), more: &[&str]) -> Outcome {
    let name = format!("{kind}.csv");
    database.file(&name, rows);
    database.run_command(&[&["import", &name, "--format", "json"], more].concat())
}

/// The rules that held rows back.
fn rules(outcome: &Outcome) -> Vec<String> {
    let told = outcome.json();
    let findings = told["findings"].as_array().cloned().unwrap_or_default();
    let errors = findings.iter().filter(|finding| finding["severity"] == "E");
    errors.map(|finding| finding["rule"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Goes in only with a reason; what it changes behind the edition.
fn asked_for(database: &Database, (kind, rows): (&str, &str)) -> [i64; 3] {
    let before = changes(database);
    let silent = import(database, (kind, rows), &[]);
    assert_eq!(
        (silent.status, rules(&silent)),
        (Some(1), vec!["I-25".to_owned()]),
        "{kind}: {}",
        silent.stdout
    );
    assert!(silent.stdout.contains(" des Berichts „"), "{kind}: {}", silent.stdout);
    assert_eq!(changes(database), before, "{kind}: nothing changes without a reason");
    import(database, (kind, rows), &REASON).expect(0);
    let after = changes(database);
    [0, 1, 2].map(|part| after[part].cast_signed() - before[part].cast_signed())
}

/// Goes in without a reason and changes nothing behind the edition.
fn free(database: &Database, (kind, rows): (&str, &str)) {
    let before = changes(database);
    import(database, (kind, rows), &[]).expect(0);
    assert_eq!(changes(database), before, "{kind}");
}

on_each_database! {
    async fn a_sub_project_joins_and_leaves_a_frozen_network_only_with_a_reason(backend) {
        let database = network(backend).await;
        submitted(&database, &["--network", "SOB"]);
        let moved = |code: &str, network: &str, from: &str| {
            let name = if code == "SP-3" { "Tor" } else { "Leiter" };
            let (organisation, category) = if code == "SP-3" { ("ORG-B", "TRANSITION") } else { ("ORG-A", "MORE_DEVELOPED") };
            format!("{SUB_PROJECTS}{code},{name},IQ-2023,{organisation},{network},{category},2023-01-01,2025-12-31,{from}\n")
        };

        free(&database, ("sub_projects", &moved("SP-3", "SOB", "2024-01-01")));
        let left = asked_for(&database, ("sub_projects", &moved("SP-2", "FRA", "2023-06-01")));
        assert_eq!(left, [1, 0, 1], "one case left with it");
    }

    async fn a_sub_project_that_joins_brings_its_cases(backend) {
        let database = network(backend).await;
        submitted(&database, &["--network", "SOB"]);
        let joins = format!("{SUB_PROJECTS}SP-3,Tor,IQ-2023,ORG-B,SOB,TRANSITION,2023-01-01,2025-12-31,\n");

        let joined = asked_for(&database, ("sub_projects", &joins));

        assert_eq!(joined, [2, 0, 1], "two cases came with it");

        let new = |from: &str| format!("{SUB_PROJECTS}SP-9,Steg,IQ-2023,ORG-B,SOB,TRANSITION,{from},2025-12-31,\n");
        assert_eq!(asked_for(&database, ("sub_projects", &new("2023-07-01"))), [0, 0, 1]);
    }

    async fn an_earlier_entry_speaks_for_a_frozen_case_only_with_a_reason(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let earlier = participation("P-1", "SP-1").with("entered_on", "2023-03-01").with("employment", "employed").without("unemployed_since");

        let beside = import(&database, ("participations", &csv(&[earlier.clone(), participation("P-9", "SP-1")])), &[]);
        assert_eq!((rules(&beside), beside.json()["inserted"].as_u64()), (vec!["I-25".to_owned()], Some(1)), "a late case needs no reason");
        assert_eq!(changes(&database), [1, 0, 0], "the late case");
        let entered = asked_for(&database, ("participations", &csv(&[earlier])));

        assert_eq!(entered, [1, 0, 0]);
    }

    async fn what_was_corrected_once_is_still_behind_the_edition(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let with = |gender: &str| csv(&[participation("P-1", "SP-1").with("gender", gender)]);

        assert_eq!(asked_for(&database, ("participations", &with("male"))), [1, 0, 0]);
        assert_eq!(asked_for(&database, ("participations", &with("non_binary"))), [0, 0, 0], "the same case");
        import(&database, ("participations", &with("female")), &REASON).expect(0);
        assert_eq!(changes(&database), [0, 0, 0], "what is as it was is no change");
    }

    async fn every_correction_is_counted_also_where_no_figure_shows_it_or_it_is_taken_back(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let corrections = || corrections(&database);
        let citizen = |of: &str| csv(&[participation("P-1", "SP-1").with("citizenships", of)]);

        assert_eq!(asked_for(&database, ("participations", &citizen("SY"))), [1, 0, 0], "no figure shows it");
        assert_eq!(corrections(), 1);
        import(&database, ("participations", &citizen("UA")), &REASON).expect(0);
        assert_eq!((changes(&database), corrections()), ([0, 0, 0], 2), "it is as it was, and was corrected twice");
        free(&database, ("participations", &csv(&[participation("P-2", "SP-1").with("left_on", "2024-05-31")])));
        assert_eq!(corrections(), 2, "what happens behind the cut-off is no correction");
        database.file("wrong.csv", "participant,sub_project,entered_on\nP-1,SP-1,2023-05-10\n");
        database.run_command(&[&["withdraw", "wrong.csv", "--kind", "participations"], &REASON[..]].concat()).expect(0);
        assert_eq!((changes(&database), corrections()), ([1, 0, 0], 3));
    }

    async fn days_up_to_the_cut_off_are_held_fast_and_later_ones_are_not(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let left = |on: &str| csv(&[participation("P-1", "SP-1").with("left_on", on)]);

        assert_eq!(asked_for(&database, ("participations", &left("2023-08-31"))), [1, 0, 0]);
        assert_eq!(asked_for(&database, ("participations", &left("2023-09-30"))), [0, 0, 0], "the same case");
        import(&database, ("participations", &left("2024-05-31")), &REASON).expect(0);
        assert_eq!(changes(&database), [0, 0, 0], "whoever leaves behind the cut-off was there at it");
    }

    async fn a_stay_moved_by_withdrawing_and_entering_again_stays_counted(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        database.file("wrong.csv", "participant,sub_project,entered_on\nP-1,SP-1,2023-05-10\n");
        let withdraw = [&["withdraw", "wrong.csv", "--kind", "participations"], &REASON[..]].concat();
        database.run_command(&withdraw).expect(0);
        let moved = csv(&[participation("P-1", "SP-1").with("entered_on", "2023-06-10")]);

        assert_eq!(asked_for(&database, ("participations", &moved)), [0, 0, 0]);
        assert_eq!(changes(&database), [1, 0, 0]);
    }

    async fn a_reason_has_words(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let corrected = csv(&[participation("P-1", "SP-1").with("gender", "male")]);

        for blank in [" ", "\u{a0}", "\u{200b}", "\u{3164}"] {
            let outcome = import(&database, ("participations", &corrected), &["--reason", blank]);
            assert_eq!(rules(&outcome), ["I-25"], "{blank:?}");
        }
    }

    async fn a_result_behind_the_cut_off_needs_no_reason_and_one_up_to_it_does(backend) {
        let database = network(backend).await;
        let left = participation("P-2", "SP-1").with("left_on", "2023-06-30");
        database.import("participations", &csv(&[left])).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);
        let result = |on: &str| format!("participant,sub_project,occurred_on,kind\nP-2,SP-1,{on},job\n");

        free(&database, ("outcomes", &result("2024-03-01")));
        assert_eq!(asked_for(&database, ("outcomes", &result("2023-07-10"))), [1, 0, 0]);
    }

    async fn targets_of_every_level_change_only_with_a_reason(backend) {
        let database = network(backend).await;
        submitted(&database, &[]);
        let target = |rest: &str| format!("{TARGETS}IQ-2023,EECO01,{rest}\n");

        assert_eq!(asked_for(&database, ("targets", &target("11,SP-1,,cumulative,,"))), [0, 1, 0]);
        assert_eq!(asked_for(&database, ("targets", &target("21,,SOB,cumulative,,"))), [0, 1, 0]);
        assert_eq!(asked_for(&database, ("targets", &target("60,,,cumulative,2023-07-01,Bescheid 2"))), [0, 1, 0]);
        assert_eq!(asked_for(&database, ("targets", &target("61,,,cumulative,2023-07-01,Bescheid 2"))), [0, 0, 0], "the same target");
        let of_category = "period,indicator,value,sub_project,region_category\nIQ-2023,EECO01,99,SP-1,MORE_DEVELOPED\n";
        assert_eq!(asked_for(&database, ("targets", of_category)), [0, 1, 0]);
        free(&database, ("targets", &target("70,,,cumulative,2024-07-01,Bescheid 3")));
    }

    async fn an_organisation_takes_another_name_from_a_later_day_on_without_a_reason(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let organisation = |rest: &str| format!("code,name,kind,city,ags,valid_from\n{rest}\n");

        free(&database, ("organisations", &organisation("ORG-B,Verein Gamma,free_provider,Nürnberg,09564,")));
        free(&database, ("organisations", &organisation("ORG-A,Alpha gGmbH,free_provider,Augsburg,09761,2024-04-01")));
    }

    async fn a_corrected_name_of_an_organisation_is_counted(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let renamed = "code,name,kind,city,ags\nORG-A,Alpha AG,free_provider,Augsburg,09761\n";

        assert_eq!(asked_for(&database, ("organisations", renamed)), [0, 0, 1]);
        assert_eq!(asked_for(&database, ("organisations", &renamed.replace("AG", "SE"))), [0, 0, 0], "the same organisation");
    }

    async fn an_edition_that_knows_less_does_not_take_the_place_of_one_that_knows_more(backend) {
        let database = network(backend).await;
        database.run_command(&["edition", "four-eyes", "--period", "IQ-2023", "off"]).expect(0);
        let earlier = told(&database, &drafted(&database, &[]), "knownAt");
        database.import("participations", &csv(&[participation("P-9", "SP-1")])).expect(0);
        let newer = submitted(&database, &[]);
        database.run_command(&["edition", "approve", &newer]).expect(0);
        let older = drafted(&database, &["--known-at", &earlier, "--lang", "en"]);

        let refused = database.run_command(&["edition", "submit", &older]);

        assert_ne!(refused.status, Some(0), "{}", refused.stdout);
        assert!(refused.stderr.contains("Edition 2 was handed in already"), "{}", refused.stderr);
        assert_eq!(told(&database, &newer, "state"), "approved");
    }

    async fn an_edition_that_knows_less_does_not_free_what_a_returned_one_holds(backend) {
        let database = network(backend).await;
        database.run_command(&["edition", "four-eyes", "--period", "IQ-2023", "off"]).expect(0);
        let earlier = told(&database, &drafted(&database, &[]), "knownAt");
        database.import("participations", &csv(&[participation("P-9", "SP-1")])).expect(0);
        let returned = submitted(&database, &[]);
        database.run_command(&["edition", "return", &returned, "--reason", "Zahlen prüfen"]).expect(0);

        let older = drafted(&database, &["--known-at", &earlier, "--lang", "en"]);
        let refused = database.run_command(&["edition", "submit", &older]);

        assert_ne!(refused.status, Some(0), "{}", refused.stdout);
        assert!(refused.stderr.contains("Edition 2 was handed in already"), "{}", refused.stderr);
        asked_for(&database, ("participations", &csv(&[participation("P-9", "SP-1").with("gender", "male")])));
    }

    async fn a_consultation_moved_behind_the_cut_off_and_back_was_corrected_twice(backend) {
        let database = network(backend).await;
        let consultation = |on: &str| format!("ref,sub_project,held_on,contact\nB-1,SP-1,{on},first\n");
        database.import("consultations", &consultation("2023-05-10")).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);

        asked_for(&database, ("consultations", &consultation("2024-02-01")));
        free(&database, ("consultations", &consultation("2024-03-01")));
        asked_for(&database, ("consultations", &consultation("2023-05-10")));

        assert_eq!((changes(&database), corrections(&database)), ([0, 0, 0], 2));
    }
}
