//! Examples of what there is to do: the worklist and findings.

use texts::Language;

use super::{html, page, reports};
use crate::pages::{
    filters::{Counted, Filters, Kind},
    findings::{self, Findings},
    worklist::{Row, Worklist},
};

pub fn counted() -> Vec<Counted> {
    vec![Counted { kind: "incomplete", label: "Unvollständig".to_owned(), count: 1200 }]
}

pub fn case(is_overdue: bool) -> Row {
    Row {
        reference: "P-<7>".to_owned(),
        sub_project: "TV-1".to_owned(),
        sub_project_name: "Brücke".to_owned(),
        reason: "Unvollständig".to_owned(),
        missing: if is_overdue { String::new() } else { "Geschlecht".to_owned() },
        until: "31.01.2025".to_owned(),
        left: "noch 3 Tage".to_owned(),
        is_overdue,
        responsible: if is_overdue { String::new() } else { "Ada Beispiel".to_owned() },
    }
}

fn filters(language: Language, path: &'static str) -> Filters {
    let form = reports(language, Vec::new()).form;
    let kind = Kind {
        name: if path == "/worklist" { "reason" } else { "state" },
        label: "Grund".to_owned(),
        all: "Alle".to_owned(),
        choices: Vec::new(),
        chosen: "incomplete".to_owned(),
    };
    Filters {
        path,
        periods: form.periods,
        period: form.period,
        units: form.units,
        unit: String::new(),
        kind,
        counts: counted(),
        cut_off: "2024-12-31".to_owned(),
        mistakes: Vec::new(),
    }
}

pub fn worklist(language: Language, rows: Vec<Row>) -> Worklist {
    let next = (!rows.is_empty()).then(|| "{\"until\":\"2025-01-31\"}".to_owned());
    Worklist { page: page(language), filters: filters(language, "/worklist"), next, rows }
}

/// An error, a warning and one that is waived, for somebody who may waive.
pub fn findings(language: Language) -> Findings {
    let finding = |state| findings::Row {
        key: format!("V-20/SP-1/P-<7>/{state}"),
        rule: "V-20",
        state,
        state_label: state.to_owned(),
        place: "P-<7>".to_owned(),
        message: "Der Status fehlt.".to_owned(),
        remedy: "Nachfragen.".to_owned(),
        legal_source: "Verordnung (EU) 2021/1057".to_owned(),
        waived: (state == "waived")
            .then(|| findings::Waived { by: "Ada".to_owned(), reason: "Gefragt".to_owned() }),
    };
    Findings {
        page: page(language),
        filters: filters(language, "/findings"),
        rows: ["error", "warning", "waived"].map(finding).into(),
        next: None,
        csrf: Some("token".to_owned()),
    }
}

#[test]
fn only_open_warnings_can_be_waived_and_only_by_those_who_may() {
    let shown = html(&findings(Language::De));
    let forms = |page: &str, action: &str| page.matches(&format!("action=\"{action}\"")).count();
    assert_eq!((forms(&shown, "/findings/waive"), forms(&shown, "/findings/revoke")), (1, 1), "{shown}");
    assert!(shown.contains("value=\"V-20/SP-1/P-&#60;7&#62;/warning\""), "{shown}");
    let reader = html(&Findings { csrf: None, ..findings(Language::De) });
    assert_eq!((forms(&reader, "/findings/waive"), forms(&reader, "/findings/revoke")), (0, 0), "{reader}");
}

#[test]
fn a_mistake_in_a_question_is_told_in_place_of_an_empty_list() {
    let mut page = worklist(Language::De, Vec::new());
    page.filters.mistakes = vec!["Kein Teilvorhaben <NOPE>.".to_owned()];
    let shown = html(&page);
    assert!(shown.contains("Kein Teilvorhaben &#60;NOPE&#62;.") && shown.contains("role=\"alert\""));
    assert!(!shown.contains(&texts::text(Language::De, "web-worklist-none")));
}

#[test]
fn the_worklist_goes_on_behind_its_last_case_and_says_when_it_is_empty() {
    let some = html(&worklist(Language::De, vec![case(true), case(false)]));
    assert!(some.contains("after=%7B%22until%22"), "{some}");
    assert!(some.contains("P-&#60;7&#62;") && some.contains("1.200"));
    let none = html(&worklist(Language::De, Vec::new()));
    assert!(none.contains(&texts::text(Language::De, "web-worklist-none")) && !none.contains("<table"));
}
