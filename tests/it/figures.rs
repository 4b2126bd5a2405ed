//! `migranet figures`: known people give known figures, now and as known before.

use std::collections::BTreeSet;

use domain::Clock;
use serde_json::Value;

use crate::harness::{Account, Database, Row, csv, on_each_database, participation};

/// The figures of a sub-project at a cut-off, as objects.
fn figures(database: &Database, sub_project: &str, more: &[&str]) -> Vec<Value> {
    let mut arguments =
        vec!["figures", "--period", "IQ-2023", "--sub-project", sub_project, "--format", "json"];
    arguments.extend(more);
    let json = database.run_command(&arguments).expect(0).json();
    json.as_array().expect("a list of figures").clone()
}

/// An indicator's women, men, non-binary people, total and left out.
fn numbers(figures: &[Value], indicator: &str) -> [Option<u64>; 5] {
    let figure = figures.iter().find(|figure| figure["indicator"] == indicator).expect(indicator);
    ["women", "men", "nonBinary", "total", "excluded"].map(|key| figure[key].as_u64())
}

fn some(numbers: [u64; 5]) -> [Option<u64>; 5] {
    numbers.map(Some)
}

/// Three women, two men, a non-binary person, and two whose records are not complete.
fn people() -> Vec<Row> {
    let person = |reference| participation(reference, "SP-1");
    vec![
        person("P-1"),
        person("P-2").with("birth_date", "2006-05-11").with("isced", "2"),
        person("P-3").with("employment", "employed").without("unemployed_since").with("isced", "7"),
        person("P-4").with("gender", "male").with("birth_date", "1968-05-10"),
        person("P-5").with("gender", "male").with("employment", "inactive").without("unemployed_since"),
        person("P-6").with("gender", "non_binary").with("citizenships", "DE").with("isced", "1"),
        person("P-7").without("birth_date"),
        person("P-8").with("gender", "not_stated"),
    ]
}

on_each_database! {
    async fn the_cases_of_many_differences_are_read_at_once(backend) {
        let people: Vec<Row> = (1..=3).map(|number| participation(&format!("P-{number}"), "SP-1")).collect();
        let database = backend.migrated().await.with_account(Account::Administrator).with_network().with_participations(&people);
        let server = database.serve();
        let administrator = server.signed_in(Account::Administrator).await;
        let codes: Vec<String> = (1..=17).map(|number| format!("EECO{number:02}")).collect();
        let query = format!(
            "{{ figureDifference(period: \"IQ-2023\", from: {{cutOff: \"2023-01-31\"}}, to: {{cutOff: \"2023-12-31\"}}, \
             figures: {{subProject: \"SP-1\", indicators: {codes:?}}}) {{ indicator {{ code }} cases(first: 3) {{ nodes {{ reference }} }} }} }}"
        );

        let answer = administrator.ask(&query).await;

        assert_eq!(answer["errors"], Value::Null, "{answer}");
        let differences = answer["data"]["figureDifference"].as_array().expect("differences").clone();
        let first = differences.iter().find(|one| one["indicator"]["code"] == "EECO01").expect("participants");
        assert_eq!(first["cases"]["nodes"].as_array().map(Vec::len), Some(3), "{first}");
    }

    async fn entities_have_no_genders_in_figures_nor_in_what_changed_them(backend) {
        let database = backend.migrated().await.with_network();
        let entities = "entity,sub_project,supported_on,kind\nU-1,SP-1,2023-05-10,micro_enterprise\n";
        database.import("supported_entities", entities).expect(0);
        let genders = |row: &Value| ["women", "men", "nonBinary", "persons"].map(|key| row[key].as_u64());

        let figures = figures(&database, "SP-1", &["--cut-off", "2023-12-31", "--indicator", "EECO19"]);
        let points = ["--from-cut-off", "2023-04-30", "--to-cut-off", "2023-12-31", "--format", "json"];
        let question = ["difference", "--period", "IQ-2023", "--sub-project", "SP-1", "--indicator", "EECO19"];
        let difference = database.run_command(&[&question[..], &points].concat()).expect(0).json();

        assert_eq!((genders(&figures[0]), figures[0]["total"].as_u64()), ([None; 4], Some(1)));
        let cause = &difference[0]["causes"][0];
        assert_eq!((genders(cause), cause["total"].as_u64()), ([None; 4], Some(1)), "{difference}");
    }

    async fn known_people_give_known_figures(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());

        let figures = figures(&database, "SP-1", &["--cut-off", "2023-12-31"]);

        // women, men, non-binary, total, left out
        let expected = [
            ("EECO01", [3, 2, 1, 6, 2]), // everybody whose record is complete
            ("EECO02", [2, 1, 1, 4, 2]), // unemployed
            ("EECO04", [0, 1, 0, 1, 0]), // inactive
            ("EECO05", [1, 0, 0, 1, 0]), // employed
            ("EECO09", [1, 0, 1, 2, 0]), // lower secondary education or less
            ("EECO11", [1, 0, 0, 1, 0]), // tertiary education
        ];
        for (indicator, expected) in expected {
            assert_eq!(numbers(&figures, indicator), some(expected), "{indicator}");
        }
    }

    async fn nobody_counts_before_entering(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());

        let before = figures(&database, "SP-1", &["--cut-off", "2023-05-09"]);
        let after = figures(&database, "SP-1", &["--cut-off", "2023-05-10"]);

        assert_eq!(numbers(&before, "EECO01")[3], Some(0));
        assert_eq!(numbers(&after, "EECO01")[3], Some(6));
    }

    async fn a_correction_does_not_change_what_was_known(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let before = Clock::system().now().to_rfc3339();
        let mended = people().remove(6).with("birth_date", "1990-01-01");
        let corrected = people().remove(0).with("gender", "male");

        database.import("participations", &csv(&[mended, corrected])).expect(0);

        let cut_off = ["--cut-off", "2023-12-31"];
        let now = figures(&database, "SP-1", &cut_off);
        let then = figures(&database, "SP-1", &[&cut_off[..], &["--known-at", &before]].concat());
        assert_eq!(numbers(&now, "EECO01"), some([3, 3, 1, 7, 1]));
        assert_eq!(numbers(&then, "EECO01"), some([3, 2, 1, 6, 2]));
    }

    async fn the_cases_behind_a_figure_are_its_number(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let question = ["--cut-off", "2023-12-31", "--indicator", "EECO01"];

        let [_, _, _, total, left_out] = numbers(&figures(&database, "SP-1", &question), "EECO01");
        let cases = figures(&database, "SP-1", &[&question[..], &["--cases"]].concat());

        let with = |counted: bool| cases.iter().filter(move |case| case["counted"] == counted);
        assert_eq!(Some(with(true).count() as u64), total);
        assert_eq!(Some(with(false).count() as u64), left_out);
        let references: BTreeSet<_> = with(false).filter_map(|case| case["reference"].as_str()).collect();
        assert_eq!(references, BTreeSet::from(["P-7", "P-8"]));
    }

    async fn units_add_up_and_people_do_not(backend) {
        let same_person_twice = [participation("P-1", "SP-1"), participation("P-1", "SP-2"), participation("P-2", "SP-2")];
        let database = backend.migrated().await.with_network().with_participations(&same_person_twice);
        let question = ["figures", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--indicator", "EECO01", "--format", "json"];

        let network = database.run_command(&[&question[..], &["--network", "SOB"]].concat()).expect(0).json();
        let projects = database.run_command(&[&question[..], &["--network", "SOB", "--by", "sub-project"]].concat()).expect(0).json();

        assert_eq!((network[0]["total"].as_u64(), network[0]["persons"].as_u64()), (Some(3), Some(2)));
        let totals: u64 = projects.as_array().expect("a list").iter().filter_map(|figure| figure["total"].as_u64()).sum();
        assert_eq!(totals, 3);
    }

    async fn a_figure_has_the_fields_of_the_contract(backend) {
        let database = backend.migrated().await.with_network();

        let figures = figures(&database, "SP-1", &["--cut-off", "2023-12-31"]);

        let fields: BTreeSet<_> = figures[0].as_object().expect("an object").keys().map(String::as_str).collect();
        let contract = "period unit code regionCategory indicator women men nonBinary total persons excluded target ratio milestone reference planned definitionVersion";
        assert_eq!(fields, contract.split(' ').collect());
        assert_eq!(figures.len(), 25, "one per indicator, zeros included");
    }
}

#[tokio::test]
async fn questions_that_make_no_sense_are_answered_in_words() {
    let database = crate::harness::Backend::Sqlite.migrated().await.with_network();
    let questions: [&[&str]; 4] = [
        &["--period", "NO-SUCH", "--cut-off", "2023-12-31"],
        &["--period", "IQ-2023", "--cut-off", "2023-02-30"],
        &["--period", "IQ-2023", "--cut-off", "2023-12-31", "--sub-project", "NO-SUCH"],
        &["--period", "IQ-2023", "--cut-off", "2023-12-31", "--indicator", "EECO99"],
    ];
    for question in questions {
        let outcome = database.run_command(&[&["figures"], question].concat());

        assert!(outcome.status.is_some_and(|status| status != 0), "{question:?}");
        assert_eq!(outcome.stdout, "", "{question:?}");
        assert!(
            outcome.stderr.contains(question.last().expect("a word")) || outcome.stderr.contains("NO-SUCH"),
            "{outcome:?}"
        );
    }
}
