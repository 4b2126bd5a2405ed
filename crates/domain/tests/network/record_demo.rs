//! The generated records beside participations: the same for everybody, whole, and unchanged by a round trip.

use domain::{
    demo,
    exchange::{self, ImportOutcome, ImportRequest, Kind, Mode},
};
use interchange::{Cell, Table, value};

use crate::fixture::{Fixture, operator};

const ACTIVITIES: [(Kind, usize); 5] = [
    (Kind::Trainers, 20),
    (Kind::Consultations, 4_000),
    (Kind::Trainings, 250),
    (Kind::QualificationPlans, 600),
    (Kind::Targets, 100),
];

async fn import(fixture: &Fixture, tables: Vec<(Kind, Table)>) -> ImportOutcome {
    let request = ImportRequest { tables, files: Vec::new(), mode: Mode::Apply, reason: None };
    exchange::import(&fixture.domain, &operator(), &request).await.expect("an import")
}

fn table(records: &[(Kind, Table)], kind: Kind) -> &Table {
    let found = records.iter().find(|(known, _)| *known == kind);
    found.map(|(_, table)| table).unwrap_or_else(|| panic!("no {kind:?}"))
}

/// What stands in a column.
fn column(table: &Table, name: &str) -> Vec<String> {
    let place = table.header.iter().position(|column| column == name).expect("the column");
    let text = |cell: &Cell| value::text(cell).ok().flatten().unwrap_or_default();
    table.rows.iter().map(|row| text(&row.cells[place])).collect()
}

fn share(values: &[String], counted: impl Fn(&str) -> bool) -> usize {
    values.iter().filter(|value| counted(value)).count() * 100 / values.len()
}

#[tokio::test]
async fn they_come_in_without_a_remark_and_go_out_as_they_are() {
    let fixture = Fixture::with_demo_network().await;
    let records = demo::records(&fixture.domain).await.expect("records");
    let rows: usize = records.iter().map(|(_, table)| table.rows.len()).sum();

    let first = import(&fixture, records).await;

    assert_eq!((first.inserted, first.held_back), (rows, 0));
    let about_activities = |kind: Kind| ACTIVITIES.iter().any(|(activity, _)| *activity == kind);
    let remarks: Vec<_> =
        first.findings.iter().filter(|finding| finding.kind.is_some_and(about_activities)).collect();
    assert!(remarks.is_empty(), "{remarks:?}");
    for (kind, at_least) in ACTIVITIES {
        let exported =
            exchange::export(&fixture.domain, &operator(), kind, demo::PERIOD).await.expect("rows");
        let count = exported.rows.len();
        assert!(count >= at_least, "{kind:?}: {count}");
        let again = import(&fixture, vec![(kind, as_table(exported))]).await;
        assert_eq!((again.unchanged, again.findings.len()), (count, 0), "{kind:?}: {again:?}");
    }
}

fn as_table(exported: exchange::Export) -> Table {
    let row = |(number, cells)| interchange::Row { number, cells, extra_cells: false };
    Table {
        file: "export".to_owned(),
        sheet: None,
        header: exported.header.iter().map(|name| (*name).to_owned()).collect(),
        rows: (2..).zip(exported.rows).map(row).collect(),
    }
}

#[tokio::test]
async fn they_are_the_same_for_everybody_and_spread_as_in_the_programme() {
    let fixture = Fixture::with_demo_network().await;

    let records = demo::records(&fixture.domain).await.expect("records");
    let again = demo::records(&fixture.domain).await.expect("records");

    for (kind, _) in ACTIVITIES {
        let rows = |records: &[(Kind, Table)]| format!("{:?}", table(records, kind).rows);
        assert!(rows(&records) == rows(&again), "{kind:?}");
    }
    let consultations = table(&records, Kind::Consultations);
    let first = share(&column(consultations, "contact"), |contact| contact == "first");
    assert!((44..=50).contains(&first), "{first} % first contacts");
    let known = share(&column(consultations, "participant"), |reference| !reference.is_empty());
    assert!((28..=38).contains(&known), "{known} % participants");
    let targets = table(&records, Kind::Targets);
    for (name, value) in
        [("gender", "female"), ("kind", "per_year"), ("network", "SOB"), ("sub_project", "SOB-DIGI")]
    {
        assert!(column(targets, name).contains(&value.to_owned()), "no target with {name} {value}");
    }
}
