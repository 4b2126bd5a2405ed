//! The empty workbook for imports.

use reporting::{TemplateColumn, TemplateKind, TemplateSheet, write_template};

use crate::opened::{Opened, text};

fn column<'a>(name: &'a str, kind: TemplateKind, codes: &[&'a str]) -> TemplateColumn<'a> {
    TemplateColumn {
        name,
        label_de: "Bezeichnung",
        required: name == "code",
        kind,
        codes: codes.to_vec(),
        note_de: "Eine Regel",
        note_en: "A rule",
    }
}

fn template(long_list: &[String]) -> Opened {
    let long: Vec<&str> = long_list.iter().map(String::as_str).collect();
    let organisations = TemplateSheet {
        name: "organisations",
        columns: vec![
            column("code", TemplateKind::Text, &[]),
            column("ags", TemplateKind::Text, &[]),
            column("founded_on", TemplateKind::Date, &[]),
            column("mode", TemplateKind::Text, &["in_person", "online"]),
        ],
    };
    let offers = TemplateSheet {
        name: "offers",
        columns: vec![
            column("code", TemplateKind::Text, &[]),
            column("sub_project", TemplateKind::Text, &long),
            column("indicators", TemplateKind::List, &["EECO12", "EECO13"]),
        ],
    };
    Opened::after(|path| write_template(&[organisations, offers], path).expect("a template"))
}

fn long_list() -> Vec<String> {
    (0..60).map(|number| format!("Teilvorhaben-{number:03}")).collect()
}

#[test]
fn every_kind_has_a_sheet_with_exactly_its_columns() {
    let mut opened = template(&long_list());
    assert_eq!(opened.sheet_names(), ["organisations", "offers", "Codes"]);
    assert_eq!(opened.rows("organisations"), [["code", "ags", "founded_on", "mode"].map(text).to_vec()]);
    assert_eq!(opened.rows("offers"), [["code", "sub_project", "indicators"].map(text).to_vec()]);
}

#[test]
fn codes_are_offered_in_drop_downs_and_long_lists_on_a_hidden_sheet() {
    let mut opened = template(&long_list());
    let organisations = opened.part("xl/worksheets/sheet1.xml");
    assert!(organisations.contains("<formula1>\"in_person,online\"</formula1>"));
    assert!(organisations.contains("sqref=\"D2:D1048576\""));
    let offers = opened.part("xl/worksheets/sheet2.xml");
    assert!(offers.contains("<formula1>Codes!$A$2:$A$61</formula1>"));
    assert_eq!(offers.matches("<dataValidation ").count(), 1, "a list of codes has no drop-down");
    assert!(opened.part("xl/workbook.xml").contains("name=\"Codes\" sheetId=\"3\" state=\"hidden\""));
    let codes = opened.rows_below("Codes", "offers.sub_project");
    assert_eq!(codes, long_list().iter().map(|code| vec![text(code)]).collect::<Vec<_>>());
}

#[test]
fn a_template_without_long_lists_has_no_further_sheet() {
    assert_eq!(template(&["TV-01".into()]).sheet_names(), ["organisations", "offers"]);
}

#[test]
fn headers_carry_the_rule_in_both_languages() {
    let notes = template(&long_list()).part("xl/comments1.xml");
    for words in [
        "Pflichtangabe *",
        "Required *",
        "Eine Regel",
        "A rule",
        "Datum: TT.MM.JJJJ",
        "Werte: in_person, online",
    ] {
        assert!(notes.contains(words), "{words}");
    }
}

#[test]
fn codes_stay_text_and_days_are_days_when_typed() {
    let mut opened = template(&long_list());
    let sheet = opened.part("xl/worksheets/sheet1.xml");
    let styles = opened.part("xl/styles.xml");
    let columns: Vec<_> = sheet.split("<col ").skip(1).collect();
    assert_eq!(columns.len(), 3, "text in the first two columns, days in the third, text in the fourth");
    assert!(columns.iter().all(|column| column.contains("style=")), "formatted before anything is typed");
    assert!(styles.contains("formatCode=\"dd.mm.yyyy\"") && styles.contains("formatCode=\"@\""));
}
