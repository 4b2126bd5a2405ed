//! What stands beside the figures: activities, surveys, estimates, waived warnings.

use std::ops::ControlFlow;

use calamine::{Data, DataType};
use domain::figure::{Breakdown, Figure};
use domain::indicator::RulebookKind;
use reporting::{Content, write_report};
use texts::Language;

use crate::opened::{Opened, number, text};
use crate::sample::{Sample, day, moment};

fn german() -> Content {
    Sample { language: Language::De, left_out: 1 }.content()
}

fn opened(content: &Content) -> Opened {
    Opened::after(|path| {
        write_report(content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    })
}

#[test]
fn surveys_tell_their_margin_and_what_they_say_about_all() {
    let rows = opened(&german()).rows_below("Längerfristige Ergebnisse", "ID");
    let numbers = |row: &[Data]| {
        let cells = row[2..4].iter().chain(&row[5..13]);
        cells.map(|cell| cell.as_f64().expect("a number")).collect::<Vec<_>>()
    };
    // share, margin, all; population, drawn, required, answered, with the result, refused, not reached
    assert_eq!(rows[0][0], text("EECR05"));
    assert_eq!(numbers(&rows[0]), [1.0 / 3.0, 0.0264, 300.0, 900.0, 700.0, 489.0, 520.0, 173.0, 40.0, 140.0]);
    assert_eq!(rows[1][0], text("EECR06"));
    assert_eq!(numbers(&rows[1])[..3], [1.0 / 3.0, 0.0576, 300.0]);
    for row in &rows {
        let days = [&row[13], &row[14]].map(DataType::as_date);
        assert_eq!(days, [Some(day("2025-06-30")), Some(day("2025-07-10"))]);
    }
    let reliable = rows.iter().map(|row| row[4].to_string()).collect::<Vec<_>>();
    assert_eq!(
        reliable,
        ["reliable-yes", "reliable-no"].map(|key| texts::text(Language::De, &format!("report-{key}")))
    );
    assert_ne!(reliable[0], reliable[1]);
}

#[test]
fn a_survey_without_answers_extrapolates_nothing_and_says_why() {
    let mut content = german();
    content.surveys[0].extrapolated = None;
    let mut opened = opened(&content);
    let rows = opened.rows_below("Längerfristige Ergebnisse", "ID");
    assert_eq!([&rows[0][2], &rows[0][3], &rows[0][5]], [const { &Data::Empty }; 3]);
    assert_eq!(
        rows[0][4],
        text("nein: keine Fehlerspanne, da nicht aus jeder Schicht eine Antwort vorliegt")
    );
    let lines = opened.rows("Längerfristige Ergebnisse");
    let open: Vec<_> =
        lines.iter().map(|row| row[0].to_string()).filter(|line| line.contains("Noch fehlen")).collect();
    assert!(open.len() == 1 && open[0].starts_with("EECR05 nach 6 Monaten in Arbeit: "), "{open:?}");
}

#[test]
fn what_there_is_nothing_of_is_said_in_a_sentence() {
    let mut content = german();
    content.surveys.clear();
    content.waivers.clear();
    content.estimates.clear();
    content.targets.clear();
    content.figures.retain(|figure| figure.indicator.kind != RulebookKind::Programme);
    let mut opened = opened(&content);
    let cover = opened.rows("Deckblatt");
    for (sheet, sentence) in [
        ("Längerfristige Ergebnisse", "keine Stichprobe gezogen"),
        ("Hingenommene Warnungen", "keine Warnung hingenommen"),
        ("Schätzungen", "keine Schätzung"),
        ("Zielwerte", "kein Zielwert"),
        ("Zielwerte Teilvorhaben", "kein Zielwert"),
        ("Programm", "keine eigenen Indikatoren"),
    ] {
        let rows = opened.rows(sheet);
        assert!(rows.iter().any(|row| row[0].to_string().contains(sentence)), "{sheet}: {rows:?}");
        let listed = cover.iter().find(|row| row[0] == text(sheet)).expect("the sheet in the list");
        assert!(listed[1].to_string().ends_with("(nichts auszuweisen)"), "{listed:?}");
    }
}

#[test]
fn consultations_and_trainings_stand_with_their_units_and_genders() {
    let content = german();
    let rows = opened(&content).rows_below("Beratung und Schulung", "Code");
    let is_told = |figure: &&Figure| {
        figure.indicator.kind == RulebookKind::Activities
            && (figure.unit.kind == Breakdown::Period || figure.total > 0)
    };
    let expected = content.figures.iter().filter(is_told).map(|figure| {
        let name = match (&figure.unit.code, figure.unit.kind) {
            (None, _) => text("ohne regionales Netzwerk"),
            _ => text(&figure.unit.name),
        };
        let unit = texts::text(Language::De, &format!("report-unit-{}", figure.indicator.unit));
        let (indicator, total) = match &*figure.indicator.code {
            "TRAINING_MINUTES" => ("Dauer der Schulungen (Stunden)", Data::Float(figure.total as f64 / 60.0)),
            _ => (&*figure.indicator.name.de, number(figure.total)),
        };
        let gender = |count: fn(domain::figure::Genders) -> u64| {
            figure.genders.map_or(Data::Empty, |genders| number(count(genders)))
        };
        vec![
            figure.unit.code.as_deref().map_or(Data::Empty, text),
            name,
            text("Stärker entwickelt"),
            text(indicator),
            text(&unit),
            gender(|all| all.women),
            gender(|all| all.men),
            gender(|all| all.non_binary),
            total,
            figure.persons.map_or(Data::Empty, number),
        ]
    });
    assert_eq!(rows, expected.collect::<Vec<_>>());
    let told = |name: &str| rows.iter().filter(|row| row[3] == text(name)).count();
    let [trainings, durations] = ["Schulungen", "Dauer der Schulungen (Stunden)"].map(told);
    assert!(trainings > 1 && durations > 1, "{trainings} {durations}");
}

#[test]
fn estimates_stay_apart_and_waived_warnings_are_told() {
    let mut opened = opened(&german());
    let rows = opened.rows_below("Schätzungen", "Code");
    let told: Vec<_> = rows.iter().map(|row| (&row[2], &row[4], &row[5], &row[6])).collect();
    let method = text("=Befragung der Beratungsstellen, Mai 2025");
    assert_eq!(
        told,
        [
            (&text("EECO16"), &text("Alle"), &Data::Float(0.04), &method),
            (&text("EECO15"), &text("Frauen"), &number(17), &method)
        ]
    );
    let rows = opened.rows_below("Hingenommene Warnungen", "Regel");
    let about = "001-K, 0901: Ereignis am 01.03.2024";
    let message = "Das Ergebnis am 01.03.2024 liegt nach dem 28. Tag nach dem Austritt und zählt nicht.";
    assert_eq!(rows[1][..4], ["V-14", about, message, "@geprüft"].map(text));
    assert_eq!(rows[1][5].as_datetime(), Some(moment("2025-12-01T10:00:00Z").naive_utc()));
}

#[test]
fn indicators_of_the_programme_have_a_sheet_of_their_own() {
    let content = german();
    let rows = opened(&content).rows_below("Programm", "Priorität");
    let own = |figure: &&Figure| {
        figure.unit.kind == Breakdown::Period && figure.indicator.kind == RulebookKind::Programme
    };
    let expected: Vec<_> = content
        .figures
        .iter()
        .filter(own)
        .map(|figure| (text(&figure.indicator.code), text(&figure.indicator.name.de), number(figure.total)))
        .collect();
    assert_eq!(
        rows.iter().map(|row| (row[5].clone(), row[6].clone(), row[10].clone())).collect::<Vec<_>>(),
        expected
    );
    assert_eq!(expected.len(), 2);
}

#[test]
fn once_the_days_of_a_target_are_over_nothing_is_expected_nor_forecast() {
    let mut content = german();
    let rows = |content: &Content| opened(content).rows_below("Zielwerte", "Ebene");
    let (expected, forecast, method) = (11, 12, 13);
    let going_on = rows(&content);
    assert!(matches!(going_on[0][expected..=method], [Data::Float(_), Data::Float(_), Data::String(_)]));
    let of_the_year =
        going_on.iter().find(|row| row[7] == text("jährlich (2025)")).expect("a target of the year");
    assert_eq!(of_the_year[expected..=method], [const { Data::Empty }; 3], "its last day is the cut-off");

    for target in &mut content.targets {
        target.days.last = content.cut_off;
    }
    let over = rows(&content);
    assert_eq!(over.len(), going_on.len());
    for (row, before) in over.iter().zip(&going_on) {
        assert_eq!(row[expected..=method], [const { Data::Empty }; 3], "{row:?}");
        assert_eq!((&row[..expected], &row[forecast + 2..]), (&before[..expected], &before[forecast + 2..]));
    }
    let charts = opened(&content).parts_named("xl/charts/chart").concat();
    assert!(charts.contains("Erreicht") && !charts.contains("Bisher zu erwarten"), "no bars of nothing");
}

#[test]
fn a_sub_project_has_no_row_for_what_it_does_not_owe_and_does_not_count() {
    let mut content = german();
    let own = |figure: &Figure| {
        figure.unit.kind == Breakdown::SubProject
            && figure.indicator.code == "BMAS-01"
            && figure.unit.code.as_deref() < Some("0904")
    };
    for (at, figure) in content.figures.iter_mut().filter(|figure| own(figure)).enumerate() {
        // the first counts nothing and owes it, the second is owed by others, the third counts all the same
        figure.is_owed = at == 0;
        if at < 2 {
            (figure.total, figure.excluded, figure.genders) = (0, Some(0), Some(Default::default()));
        }
    }

    let mut opened = opened(&content);

    let rows = opened.rows_below("Teilvorhaben", "Code");
    let codes: Vec<_> =
        rows.iter().filter(|row| row[7] == text("BMAS-01")).map(|row| row[0].to_string()).collect();
    assert_eq!(codes[..3], ["0901", "0903", "0904"]);
    let line = |rows: Vec<Vec<Data>>| {
        rows.iter().any(|row| row[0].to_string().contains("die nur andere Handlungsschwerpunkte"))
    };
    assert!(line(opened.rows("Teilvorhaben")) && !line(opened.rows("Handlungsschwerpunkte")));
}
