//! Examples of notes on figures.

use texts::Language;

use super::{page, reports};
use crate::pages::notes::{Note, Notes};

/// A note of somebody's own on the women in a sub-project, and one of others on the whole network.
pub fn notes(language: Language) -> Notes {
    let form = reports(language, Vec::new()).form;
    let note = |is_own: bool| Note {
        id: "7".to_owned(),
        unit: if is_own { "Teilvorhaben SP-1".to_owned() } else { "Gesamtes Netzwerk".to_owned() },
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
    }
}
