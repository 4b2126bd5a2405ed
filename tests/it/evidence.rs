//! The evidence of a workbook: whoever is in it stands with the gender that they count with there.

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::json;

use crate::harness::{Database, on_each_database, participation};

/// Counts women who entered, and defines that for the period.
fn count_women(database: &Database) {
    let definition = json!({
        "code": "BMAS-01", "nameDe": "Frauen", "nameEn": "Women", "definitionDe": "Frauen bei Eintritt",
        "definitionEn": "Women at entry", "source": "participations", "count": "persons",
        "conditions": [{ "field": "gender", "anyOf": ["female"] }], "legalSource": "Förderrichtlinie, Nr. 4",
    });
    database.file("definition.json", definition.to_string());
    database.run_command(&["indicator", "define", "--period", "IQ-2023", "definition.json"]).expect(0);
    database.run_command(&["recount", "--period", "IQ-2023", "--reason", "a test"]).expect(0);
}

/// Of each row of the evidence: sub-project, reference, gender, and whether it counts as a participant and as a woman.
fn evidence(database: &Database) -> Vec<[String; 5]> {
    let question = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--lang", "en"];
    database.run_command(&[&question[..], &["--out", "report.xlsx"]].concat()).expect(0);
    let mut book: Xlsx<_> = open_workbook(database.folder().join("report.xlsx")).expect("a workbook");
    let range = book.worksheet_range("Evidence").expect("the sheet");
    let mut rows = range.rows().skip_while(|row| row[0] != Data::String("Sub-project".into()));
    let header: Vec<_> = rows.next().expect("a header").iter().map(ToString::to_string).collect();
    let wanted = ["Sub-project", "Reference", "Gender", "EECO01 participants", "BMAS-01 Women"];
    let places = wanted.map(|name| header.iter().position(|one| one == name).expect(name));
    let filled = rows.take_while(|row| row[0] != Data::Empty);
    filled.map(|row| places.map(|place| row[place].to_string())).collect()
}

on_each_database! {
    async fn a_person_has_the_gender_that_they_count_with_in_the_sub_project(backend) {
        let first = participation("P-1", "SP-1").with("entered_on", "2023-01-10").with("left_on", "2023-02-28");
        let first = first.with("unemployed_since", "2022-12-01");
        let database = backend.migrated().await.with_network().with_participations(&[
            first.without("gender"),
            participation("P-1", "SP-1").with("gender", "female"),
            participation("P-1", "SP-2").with("gender", "male"),
            participation("P-2", "SP-1").with("gender", "female"),
        ]);
        count_women(&database);

        let rows = evidence(&database);

        let row = |place: &str, who: &str| {
            let rows: Vec<_> = rows.iter().filter(|row| row[0] == place && row[1] == who).collect();
            assert_eq!(rows.len(), 1, "{rows:?}");
            [&rows[0][2], &rows[0][3], &rows[0][4]].map(String::as_str)
        };
        assert_eq!(row("SP-1", "P-1"), ["Women", "", "1"], "left out by law, counted by the programme");
        assert_eq!(row("SP-2", "P-1"), ["Men", "1", ""], "what another sub-project knows is not told");
        assert_eq!(row("SP-1", "P-2"), ["Women", "1", "1"]);
    }
}
