//! An example of the page of deadlines.

use texts::Language;

use super::{check, html, page, reports};
use crate::pages::{
    deadlines::{Deadlines, EndFields, Ended, Forms, LeadFields, Next, Row, SetFields},
    hand_ins::{HandIns, Handed},
    reports::FieldError,
};

fn row(reason: Option<&str>) -> Row {
    Row {
        key: "2025-12-31".to_owned(),
        cut_off: "31.12.2025".to_owned(),
        pre_check_on: "10.01.2026".to_owned(),
        sub_projects_by: "17.01.2026".to_owned(),
        coordination_by: "24.01.2026".to_owned(),
        due_on: "31.01.2026".to_owned(),
        left: reason.map(|_| "noch 3 Tage".to_owned()),
        is_next: reason.is_some(),
        reason: reason.map(str::to_owned),
    }
}

fn handed(run: Option<&str>) -> Handed {
    Handed {
        is_part: run.is_some(),
        code: "TV-1".to_owned(),
        name: "Brücke <Nord>".to_owned(),
        by: "17.01.2026".to_owned(),
        badge: "info",
        state: "Fassung 1 · eingereicht".to_owned(),
        run: run.map(str::to_owned),
        is_overdue: run.is_none(),
        is_silent: run.is_none(),
    }
}

/// One by law that is over, one decided that comes next, one ended; for an administrator who has made mistakes.
pub fn deadlines(language: Language) -> Deadlines {
    let form = reports(language, Vec::new()).form;
    let error = |field| FieldError { field, message: "Das <geht> nicht.".to_owned() };
    let fields = ["set-due_on", "end-cut_off", "lead-pre_check"];
    Deadlines {
        page: page(language),
        periods: form.periods.clone(),
        period: form.period,
        rows: vec![row(None), row(Some("Ein <Schreiben>"))],
        ended: vec![Ended { cut_off: "30.06.2023".to_owned(), reason: "Zu früh".to_owned() }],
        next: Some(Next {
            cut_off: "31.12.2025".to_owned(),
            pre_check_on: "10.01.2026".to_owned(),
            check: Some(check()),
        }),
        hand_ins: Some(HandIns {
            cut_off: "31.12.2025".to_owned(),
            told: "1 von 2".to_owned(),
            rows: vec![handed(None), handed(Some("7"))],
        }),
        forms: Some(Forms {
            csrf: "token".to_owned(),
            set: SetFields { cut_off: "2025-12-31".to_owned(), due_on: String::new(), reason: String::new() },
            end: EndFields { cut_offs: form.periods, reason: String::new() },
            lead: LeadFields {
                pre_check: "21".to_owned(),
                sub_projects: "14".to_owned(),
                coordination: "7".to_owned(),
                reason: String::new(),
            },
            errors: fields.map(error).into(),
        }),
    }
}

#[test]
fn every_mistake_stands_beside_its_field_and_leads_there() {
    let page = html(&deadlines(Language::De));
    for field in ["set-due_on", "end-cut_off", "lead-pre_check"] {
        assert!(page.contains(&format!("href=\"#{field}\">Das &#60;geht&#62; nicht.")), "{page}");
        assert!(page.contains(&format!("aria-describedby=\"{field}-error\"")), "{page}");
        assert!(page.contains(&format!("id=\"{field}\"")), "{page}");
    }
    assert_eq!(page.matches("aria-invalid").count(), 3);
}

#[test]
fn only_administrators_have_forms() {
    let page = html(&Deadlines { forms: None, ..deadlines(Language::De) });
    assert_eq!(page.matches("method=\"post\"").count(), 1, "signing out: {page}");
    assert!(!page.contains("cut_off=2025-12-31"), "{page}");
}

#[test]
fn a_check_that_was_not_yet_is_promised_for_its_day() {
    let mut unchecked = deadlines(Language::De);
    if let Some(next) = &mut unchecked.next {
        next.check = None;
    }
    assert!(html(&unchecked).contains("Von selbst wird geprüft am 10.01.2026."));
}
