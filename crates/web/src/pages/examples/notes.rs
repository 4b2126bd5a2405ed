//! Examples of notes on figures.

use texts::Language;

use super::{html, page, reports};
use crate::pages::{
    notes::{Note, NoteForm, Notes},
    reports::FieldError,
};

/// A note of somebody's own on the women in a sub-project, and one of others on the whole network.
pub fn notes(language: Language) -> Notes {
    let form = reports(language, Vec::new()).form;
    let error = FieldError { field: "text", message: "Eine Anmerkung braucht <Worte>.".to_owned() };
    let note = |is_own: bool| Note {
        id: "7".to_owned(),
        unit: if is_own { "Teilvorhaben SP-1".to_owned() } else { "Gesamtes Netzwerk".to_owned() },
        unit_name: Some("Beispiel gGmbH".to_owned()),
        indicator: "EECO01 Gesamtzahl der Teilnehmenden".to_owned(),
        gender: is_own.then(|| "Frauen".to_owned()),
        text: "Eine Stelle\nwar <unbesetzt>".to_owned(),
        by: "Ada Beispiel".to_owned(),
        at: "10.05.2024 12:00 UTC".to_owned(),
        is_own,
    };
    Notes {
        page: page(language),
        csrf: "token".to_owned(),
        periods: form.periods,
        period: form.period,
        notes: vec![note(true), note(false)],
        form: Some(NoteForm {
            csrf: "token".to_owned(),
            units: form.units.clone(),
            indicators: form.units,
            genders: Vec::new(),
            text: String::new(),
            errors: vec![error],
        }),
    }
}

#[test]
fn a_mistake_stands_beside_its_field_and_leads_there() {
    let page = html(&notes(Language::De));
    assert!(page.contains("href=\"#text\">Eine Anmerkung braucht &#60;Worte&#62;."), "{page}");
    assert!(page.contains("aria-describedby=\"text-hint text-error\" aria-invalid=\"true\""), "{page}");
    assert_eq!(page.matches("aria-invalid").count(), 1);
}

#[test]
fn whoever_may_only_read_has_no_form() {
    let page = html(&Notes { form: None, ..notes(Language::De) });
    assert!(!page.contains("action=\"/notes\"") && page.contains("notes-caption"), "{page}");
}
