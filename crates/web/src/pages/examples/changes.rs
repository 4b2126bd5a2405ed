//! An example of the page of what changed behind an edition.

use texts::Language;

use super::{html, page, reports::report};
use crate::pages::changes::{Changed, Changes};

/// One change with everything, and one that nobody had to explain.
pub fn changes(language: Language) -> Changes {
    let change = |reason: Option<&str>| Changed {
        at: "10.01.2026 01:00 UTC".to_owned(),
        by: reason.map(|_| "Ada Beispiel".to_owned()),
        kind: "korrigiert".to_owned(),
        fields: reason.map_or_else(String::new, |_| "Geschlecht, Austritt".to_owned()),
        changed: "Teilnahme".to_owned(),
        reference: "P-<1>".to_owned(),
        unit: reason.map(|_| "TV-1".to_owned()),
        reason: reason.map(str::to_owned),
    };
    Changes {
        page: page(language),
        run: report(language).run,
        number: 2,
        lead: "Was seitdem geschah.".to_owned(),
        told: "2 Änderungen".to_owned(),
        changes: vec![change(Some("falsch <abgeschrieben>")), change(None)],
        next: Some("1.2".to_owned()),
    }
}

#[test]
fn nothing_to_list_is_said() {
    let nothing = Changes { changes: Vec::new(), next: None, ..changes(Language::De) };
    let page = html(&nothing);
    assert!(page.contains("Hinter dieser Fassung hat sich nichts geändert."), "{page}");
    assert!(!page.contains("<table"), "{page}");
}
