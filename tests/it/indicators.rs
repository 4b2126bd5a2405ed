//! The programme's indicators: defined as data, counted from records, changed without forgetting.

use domain::Clock;
use serde_json::{Value, json};

use crate::harness::{Backend, Database, Row, csv, on_each_database, participation};

/// A definition of women who entered, and what tests change of it.
fn women() -> Value {
    json!({
        "code": "BMAS-01", "nameDe": "Frauen", "nameEn": "Women", "definitionDe": "Frauen bei Eintritt",
        "definitionEn": "Women at entry", "source": "participations", "count": "persons",
        "conditions": [{ "field": "gender", "anyOf": ["female"] }], "legalSource": "Förderrichtlinie, Nr. 4",
    })
}

fn with(mut definition: Value, key: &str, value: Value) -> Value {
    definition[key] = value;
    definition
}

/// Runs a command of `migranet indicator` with a definition in a file.
fn indicator(database: &Database, command: &str, definition: &Value) -> crate::harness::Outcome {
    database.file("definition.json", definition.to_string());
    let mut arguments = vec!["indicator", command, "--period", "IQ-2023", "definition.json"];
    if command == "change" {
        arguments.extend(["--reason", "a decision of the funder"]);
    }
    database.run_command(&arguments)
}

/// Counts a period again.
fn recount(database: &Database) {
    database.run_command(&["recount", "--period", "IQ-2023", "--reason", "a test"]).expect(0);
}

/// The total of an indicator of a sub-project; none when the period has no such indicator.
fn total(database: &Database, sub_project: &str, indicator: &str, more: &[&str]) -> Option<u64> {
    let question = ["--cut-off", "2025-12-31", "--sub-project", sub_project, "--indicator", indicator];
    let mut arguments = vec!["figures", "--period", "IQ-2023", "--format", "json"];
    arguments.extend(question);
    arguments.extend(more);
    let outcome = database.run_command(&arguments);
    (outcome.status == Some(0)).then(|| outcome.json()[0]["total"].as_u64()).flatten()
}

fn people() -> Vec<Row> {
    vec![
        participation("P-1", "SP-1"),
        participation("P-2", "SP-1").with("gender", "male"),
        participation("P-3", "SP-1").without("birth_date"),
        participation("P-1", "SP-2"),
    ]
}

on_each_database! {
    async fn a_definition_counts_records_that_were_there_before_and_that_come_after(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());

        indicator(&database, "define", &women()).expect(0);
        recount(&database);
        let before = total(&database, "SP-1", "BMAS-01", &[]);
        database.import("participations", &csv(&[participation("P-9", "SP-1")])).expect(0);

        assert_eq!(before, Some(2), "also who lacks data that only the law asks for");
        assert_eq!(total(&database, "SP-1", "BMAS-01", &[]), Some(3));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn who_counts_as_a_woman_stands_among_the_women_whatever_was_told_before(backend) {
        let stay = |reference: &str| participation(reference, "SP-1").with("left_on", "2023-06-30");
        let again = |reference: &str| participation(reference, "SP-1").with("entered_on", "2023-09-01");
        let database = backend.migrated().await.with_network().with_participations(&[
            stay("P-1").with("gender", "not_stated"),
            again("P-1"),
            stay("P-2"),
            again("P-2").with("gender", "male"),
        ]);
        let everybody = with(with(women(), "code", json!("BMAS-02")), "conditions", json!([]));

        indicator(&database, "define", &women()).expect(0);
        indicator(&database, "define", &everybody).expect(0);
        recount(&database);

        let figures = |cut_off: &str| {
            let question = ["figures", "--period", "IQ-2023", "--indicator", "BMAS-01", "BMAS-02", "--format", "json"];
            let of = ["--sub-project", "SP-1", "--cut-off", cut_off];
            let figures = database.run_command(&[&question[..], &of].concat()).expect(0).json();
            let figures = figures.as_array().expect("figures").clone();
            let counts = |figure: &Value| ["women", "men", "total", "persons"].map(|count| figure[count].as_u64());
            figures.iter().map(counts).map(|counts| counts.map(Option::unwrap_or_default)).collect::<Vec<_>>()
        };
        assert_eq!(figures("2023-08-31"), [[1, 0, 1, 1], [1, 0, 2, 2]]);
        assert_eq!(figures("2023-12-31"), [[2, 0, 2, 2], [1, 0, 2, 2]], "who said nothing first stays without a column");
        let question = ["figures", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--indicator", "BMAS-01", "--cases"];
        let cases = database.run_command(&[&question[..], &["--format", "json"]].concat()).expect(0).json();
        let genders: Vec<_> = cases.as_array().expect("cases").iter().map(|case| case["gender"].clone()).collect();
        assert_eq!(genders, ["female", "female"]);
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn a_change_is_a_new_version_and_what_was_known_stays(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        indicator(&database, "define", &women()).expect(0);
        recount(&database);
        let before = Clock::system().now().to_rfc3339();

        let men = json!([{ "field": "gender", "anyOf": ["male"] }]);
        indicator(&database, "change", &with(women(), "conditions", men)).expect(0);
        recount(&database);

        assert_eq!(total(&database, "SP-1", "BMAS-01", &[]), Some(1));
        assert_eq!(total(&database, "SP-1", "BMAS-01", &["--known-at", &before]), Some(2));
        let list = database.run_command(&["indicator", "list", "--period", "IQ-2023", "--format", "json"]).expect(0).json();
        let own = list.as_array().expect("a list").iter().find(|own| own["code"] == "BMAS-01").expect("it is listed").clone();
        assert_eq!((own["version"].as_u64(), own["kind"].as_str()), (Some(2), Some("programme")));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn a_retired_indicator_is_no_longer_reported_but_stays_known(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        indicator(&database, "define", &women()).expect(0);
        recount(&database);
        let before = Clock::system().now().to_rfc3339();

        database.run_command(&["indicator", "retire", "--period", "IQ-2023", "BMAS-01", "--reason", "no longer asked for"]).expect(0);
        recount(&database);

        assert_eq!(total(&database, "SP-1", "BMAS-01", &[]), None);
        assert_eq!(total(&database, "SP-1", "BMAS-01", &["--known-at", &before]), Some(2));
        indicator(&database, "define", &women()).expect(2);
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn values_by_hand_add_up_and_are_corrected(backend) {
        let database = backend.migrated().await.with_network();
        let by_hand = with(with(women(), "source", json!("by_hand")), "count", json!("value"));
        indicator(&database, "define", &with(by_hand, "conditions", json!([]))).expect(0);
        let enter = |day: &str, value: &str| {
            let arguments = ["indicator", "value", "--period", "IQ-2023", "BMAS-01", "--sub-project", "SP-1"];
            let arguments = [&arguments[..], &["--day", day, "--value", value, "--reason", "a letter"]].concat();
            database.run_command(&arguments)
        };

        enter("2024-03-31", "5").expect(0);
        enter("2024-06-30", "7").expect(0);
        let before = Clock::system().now().to_rfc3339();
        enter("2024-03-31", "6").expect(0);

        assert_eq!(total(&database, "SP-1", "BMAS-01", &[]), Some(13));
        assert_eq!(total(&database, "SP-1", "BMAS-01", &["--known-at", &before]), Some(12));
        assert!(enter("2024-03-31", "-1").expect(2).stderr.contains("-1"));
        assert!(enter("2022-03-31", "1").expect(2).stderr.contains("2022-03-31"));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn consultations_trainings_and_entries_are_figures_in_every_period(backend) {
        let database = backend.migrated().await.with_network();
        database.import("sub_projects", "code,name,period,organisation\nKM-1,Alt,KMZ-2008,ORG-A\n").expect(0);
        let consultations = "ref,sub_project,held_on,contact,participant,gender\n\
            C-1,KM-1,2010-05-01,first,P-1,female\nC-2,KM-1,2010-06-01,follow_up,P-1,female\nC-3,KM-1,2010-06-01,first,,male\n";
        database.import("consultations", consultations).expect(0);
        let trainings = "ref,sub_project,held_on,audience,hours,attendances,attendances_female\nT-1,KM-1,2010-07-01,sme,7.5,12,8\n";
        database.import("trainings", trainings).expect(0);

        let figures = |more: &[&str]| -> Vec<Value> {
            let question = ["figures", "--period", "KMZ-2008", "--cut-off", "2010-12-31", "--kind", "activities", "--format", "json"];
            let json = database.run_command(&[&question[..], more].concat()).expect(0).json();
            json.as_array().expect("figures").clone()
        };
        let all = figures(&[]);
        let counted: u64 = all.iter().filter_map(|figure| figure["total"].as_u64()).sum();
        let cases = figures(&["--cases"]);

        assert!(counted > 0);
        assert!(cases.iter().any(|case| case["reference"] == "C-3") && cases.iter().any(|case| case["reference"] == "T-1"));
        let attended = all.iter().find(|figure| figure["total"] == 12).expect("attendances are a figure");
        assert_eq!((attended["women"].as_u64(), attended["men"].as_u64()), (Some(8), Some(0)));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn each_period_follows_its_own_law(backend) {
        let database = backend.migrated().await.with_network();
        let sub_projects = "code,name,period,organisation,target_group,starts_on\nOLD-1,Alt,IQ-2019,ORG-A,CO20,2019-01-01\n";
        database.import("sub_projects", sub_projects).expect(0);
        let old = |reference: &str| {
            participation(reference, "OLD-1").with("entered_on", "2020-05-10").with("unemployed_since", "2020-03-01")
        };
        database.import("participations", &csv(&[old("P-1"), old("P-2").with("gender", "male")])).expect(0);

        let question = ["figures", "--period", "IQ-2019", "--cut-off", "2020-12-31", "--format", "json", "--indicator", "CO01", "CO20"];
        let figures = database.run_command(&question).expect(0).json();

        assert_eq!((figures[0]["indicator"].as_str(), figures[0]["total"].as_u64()), (Some("CO01"), Some(2)));
        assert_eq!((figures[0]["women"].as_u64(), figures[0]["men"].as_u64()), (Some(1), Some(1)));
        assert_eq!((figures[1]["indicator"].as_str(), figures[1]["total"].as_u64()), (Some("CO20"), Some(1)));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn a_strand_without_the_social_fund_owes_no_indicators_of_the_law(backend) {
        // given a sub-project in a strand that the ministry pays for alone, and one in a strand that the fund co-finances
        let database = backend.migrated().await.with_network();
        let sub_projects = "code,name,period,organisation,strand\nOLD-1,Alt,IQ-2019,ORG-A,HS1\nOLD-3,Rat,IQ-2019,ORG-A,HS3\n";
        database.import("sub_projects", sub_projects).expect(0);
        let old = |sub_project: &str| {
            participation("P-1", sub_project).with("entered_on", "2020-05-10").with("unemployed_since", "2020-03-01")
        };
        database.import("participations", &csv(&[old("OLD-1"), old("OLD-3")])).expect(0);

        // when an indicator applies to every strand, and another to one of them
        for (code, strands) in [("BMAS-01", json!([])), ("BMAS-02", json!(["HS3"]))] {
            database.file("definition.json", with(with(women(), "code", json!(code)), "strands", strands).to_string());
            database.run_command(&["indicator", "define", "--period", "IQ-2019", "definition.json"]).expect(0);
        }
        database.run_command(&["recount", "--period", "IQ-2019"]).expect(0);

        // then
        for (sub_project, expected) in [("OLD-1", &[1, 1, 0][..]), ("OLD-3", &[1, 1])] {
            let question = ["figures", "--period", "IQ-2019", "--cut-off", "2020-12-31", "--format", "json", "--sub-project"];
            let question = [&question[..], &[sub_project, "--indicator", "CO01", "BMAS-01", "BMAS-02"]].concat();
            let figures = database.run_command(&question).expect(0).json();
            let totals: Vec<_> = figures.as_array().expect("figures").iter().map(|figure| figure["total"].as_u64()).collect();
            let expected: Vec<_> = expected.iter().copied().map(Some).collect();
            assert_eq!(totals, expected, "{sub_project}: what it owes");
        }
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn what_counted_by_law_stays_counted_when_the_strand_changes(backend) {
        let database = backend.migrated().await.with_network();
        let sub_project = |strand: &str, from: &str| {
            format!("code,name,period,organisation,strand,valid_from\nOLD-1,Alt,IQ-2019,ORG-A,{strand},{from}\n")
        };
        database.import("sub_projects", &sub_project("HS1", "")).expect(0);
        let entry = |reference: &str, day: &str| {
            participation(reference, "OLD-1").with("entered_on", day).with("unemployed_since", "2020-03-01")
        };
        database.import("participations", &csv(&[entry("P-1", "2020-05-10"), entry("P-2", "2021-05-10")])).expect(0);

        database.import("sub_projects", &sub_project("HS3", "2021-01-01")).expect(0);

        let question = ["figures", "--period", "IQ-2019", "--sub-project", "OLD-1", "--indicator", "CO01", "--format", "json"];
        for cut_off in ["2020-12-31", "2021-12-31"] {
            let figures = database.run_command(&[&question[..], &["--cut-off", cut_off]].concat()).expect(0).json();
            assert_eq!(figures[0]["total"], 1, "who entered in the strand of the fund, at {cut_off}");
        }
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn what_happened_before_an_indicator_is_valid_does_not_count(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let late = participation("P-8", "SP-1").with("entered_on", "2024-02-01");
        database.import("participations", &csv(&[late])).expect(0);

        indicator(&database, "define", &with(women(), "validFrom", json!("2024-01-01"))).expect(0);
        recount(&database);

        assert_eq!(total(&database, "SP-1", "BMAS-01", &[]), Some(1));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn a_person_with_an_open_plan_counts_until_it_is_closed(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let plans = "ref,participant,sub_project,agreed_on,status,closed_on\n\
            PL-1,P-1,SP-1,2023-06-01,completed,2024-03-01\nPL-2,P-2,SP-1,2023-06-01,open,\n";
        database.import("qualification_plans", plans).expect(0);
        let open = with(women(), "source", json!("qualification_plans"));
        let open = with(open, "conditions", json!([{ "field": "status", "anyOf": ["open"] }]));
        indicator(&database, "define", &open).expect(0);
        recount(&database);

        let at = |cut_off: &str| {
            let question = ["figures", "--period", "IQ-2023", "--sub-project", "SP-1", "--indicator", "BMAS-01"];
            let arguments = [&question[..], &["--format", "json", "--cut-off", cut_off]].concat();
            database.run_command(&arguments).expect(0).json()[0]["total"].as_u64()
        };
        assert_eq!([at("2024-02-29"), at("2024-03-01")], [Some(2), Some(1)]);
    }

    async fn who_asks_for_a_moment_before_an_indicator_is_told_since_when_it_is_known(backend) {
        let database = backend.migrated().await.with_network();
        let before = Clock::system().now().to_rfc3339();
        indicator(&database, "define", &women()).expect(0);
        recount(&database);

        let question = ["figures", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--indicator", "BMAS-01"];
        let outcome = database.run_command(&[&question[..], &["--known-at", &before]].concat()).expect(2);

        let today = Clock::system().today().to_string();
        assert!(outcome.stderr.contains("not known at that moment"), "{}", outcome.stderr);
        assert!(outcome.stderr.contains(&format!("BMAS-01 ({today}")), "{}", outcome.stderr);
    }
}

#[tokio::test]
async fn a_wrong_value_is_answered_with_those_that_are_possible() {
    let database = Backend::Sqlite.migrated().await.with_network();
    let wrong =
        |key: &str, value: Value| indicator(&database, "define", &with(women(), key, value)).expect(2).stderr;

    let gender = wrong("conditions", json!([{ "field": "gender", "anyOf": ["unicorn"] }]));
    let field = wrong("conditions", json!([{ "field": "shoe_size", "anyOf": ["42"] }]));
    let strand = wrong("strands", json!(["XX"]));
    let count = wrong("count", json!("hours"));
    let about = wrong("about", json!("dragons"));
    let enter = [
        "indicator",
        "value",
        "--period",
        "IQ-2023",
        "BMAS-01",
        "--sub-project",
        "SP-1",
        "--day",
        "2024-01-01",
    ];
    let half =
        database.run_command(&[&enter[..], &["--value", "0.5", "--reason", "x"]].concat()).expect(2).stderr;

    for (told, expected) in [
        (gender, "female, male, non_binary, not_stated"),
        (field, "gender, employment"),
        (strand, "There are "),
        (count, "Possible are persons, entries"),
        (about, "participants or operation"),
        (half, "a value is a whole number from 0"),
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
}

#[tokio::test]
async fn all_mistakes_of_a_definition_are_told_at_once() {
    let database = Backend::Sqlite.migrated().await.with_network();
    indicator(&database, "define", &women()).expect(0);
    let other = || with(women(), "code", json!("BMAS-02"));
    let condition = |field: &str, value: &str| json!([{ "field": field, "anyOf": [value] }]);
    for (definition, expected) in [
        (women(), vec!["BMAS-01"]),
        (with(women(), "code", json!("EECO01")), vec!["EECO01"]),
        (with(other(), "code", json!("with space")), vec!["with space"]),
        (with(with(other(), "nameDe", json!(" ")), "legalSource", json!("")), vec!["must be there"]),
        (with(with(other(), "source", json!("dreams")), "count", json!("sheep")), vec!["dreams", "sheep"]),
        (with(other(), "count", json!("hours")), vec!["hours"]),
        (with(other(), "conditions", condition("shoe_size", "42")), vec!["shoe_size"]),
        (with(other(), "conditions", condition("topic", "x")), vec!["topic"]),
        (with(other(), "conditions", condition("gender", "unicorn")), vec!["unicorn"]),
        (with(other(), "conditions", condition("offer_type", "no-such-type")), vec!["no-such-type"]),
        (with(other(), "conditions", json!([{ "field": "gender", "anyOf": [] }])), vec!["no values"]),
        (
            with(
                other(),
                "conditions",
                json!([{ "field": "gender", "anyOf": ["male"] }, { "field": "gender", "anyOf": ["female"] }]),
            ),
            vec!["contradict"],
        ),
        (
            with(with(other(), "strands", json!(["XX"])), "validFrom", json!("1999-01-01")),
            vec!["XX", "1999-01-01"],
        ),
        (with(with(other(), "measures", json!("luck")), "about", json!("nobody")), vec!["luck", "nobody"]),
    ] {
        let outcome = indicator(&database, "define", &definition).expect(2);

        for word in expected {
            assert!(outcome.stderr.contains(word), "{definition}: {}", outcome.stderr);
        }
    }
    indicator(&database, "change", &women()).expect(2);
    indicator(&database, "change", &other()).expect(2);
}

#[tokio::test]
async fn there_is_room_for_sixty_four() {
    let database = Backend::Sqlite.migrated().await.with_network();
    let db = domain::db::connect(database.url()).await.expect("a connection");
    let domain = domain::Domain::new(db, Clock::system());
    let viewer = domain::Viewer::local_operator();
    let definition = |number: usize| -> domain::indicator::DefinitionInput {
        serde_json::from_value(with(women(), "code", json!(format!("B-{number}")))).expect("a definition")
    };

    for number in 0..64 {
        domain::indicator::define(&domain, &viewer, ("IQ-2023", &definition(number))).await.expect("it fits");
    }
    let refused = domain::indicator::define(&domain, &viewer, ("IQ-2023", &definition(64))).await;

    let Err(domain::Error::Invalid(mistakes)) = refused else { panic!("{refused:?}") };
    assert_eq!(mistakes.iter().map(|mistake| mistake.code).collect::<Vec<_>>(), ["indicators-full"]);
}
