//! Examples of reports: the list, a run, its editions compared, a workbook checked.

use texts::Language;

use super::{html, page};
use crate::pages::{
    reports::{
        Cause, Choice, ChoiceGroup, Comparison, DifferentFigure, EditionMark, Failure, FieldError, File,
        PeriodName, Progress, Report, ReportForm, ReportRun, ReportStatus, Reports, RunState,
    },
    verify::{Cell, Checked, Verify, VerifyForm},
};

pub fn run(state: RunState) -> ReportRun {
    ReportRun {
        id: "7".to_owned(),
        unit: None,
        period: PeriodName { code: "IQ-2023".to_owned(), name: "MigraNet plus".to_owned() },
        is_bundle: true,
        edition: Some(EditionMark { words: "Fassung 2 · zurückgegeben".to_owned(), badge: "warning" }),
        cut_off: "31.12.2024".to_owned(),
        known_at: "31.01.2025 10:15 UTC".to_owned(),
        language: Language::De,
        requested_by: "Ada Beispiel".to_owned(),
        requested_at: "31.01.2025 10:15 UTC".to_owned(),
        csrf: Some("token".to_owned()),
        state,
    }
}

fn running(total: i64) -> RunState {
    RunState::Running(Progress {
        stage: "Kennzahlen werden gezählt".to_owned(),
        at_work_on: Some("Nachweis".to_owned()),
        done: 3,
        total,
    })
}

pub fn done() -> RunState {
    RunState::Done(File {
        name: "bericht.xlsx".to_owned(),
        size: "1,4 MB".to_owned(),
        sha256: "9f86d081".to_owned(),
        finished_at: "31.01.2025 10:16 UTC".to_owned(),
        removed: None,
    })
}

fn failed() -> RunState {
    RunState::Failed(Failure {
        message: "Kein Platz mehr.".to_owned(),
        finished_at: "31.01.2025 10:16 UTC".to_owned(),
    })
}

pub fn reports(language: Language, errors: Vec<FieldError>) -> Reports {
    let choice =
        Choice { value: "network".to_owned(), label: "Gesamtes Netzwerk".to_owned(), selected: true };
    Reports {
        page: page(language),
        form: ReportForm {
            csrf: "token".to_owned(),
            periods: vec![Choice {
                value: "IQ-2023".to_owned(),
                label: "2023–2025".to_owned(),
                selected: true,
            }],
            period: "IQ-2023".to_owned(),
            units: vec![ChoiceGroup { label: "Netzwerk".to_owned(), choices: vec![choice] }],
            cut_off: "2024-12-31".to_owned(),
            known_at: String::new(),
            language,
            errors,
        },
        runs: vec![run(RunState::Waiting), run(done())],
        only_failed: false,
        verify: VerifyForm { csrf: "token".to_owned(), problem: None },
    }
}

pub fn comparison(language: Language) -> Comparison {
    let cause =
        Cause { name: "Nachträge".to_owned(), by: "+1".to_owned(), genders: Some("Frauen +1".to_owned()) };
    let figure = DifferentFigure {
        code: "EECO01".to_owned(),
        name: "Teilnehmende".to_owned(),
        from: "4".to_owned(),
        to: "5".to_owned(),
        causes: vec![cause],
    };
    let (from, to) = ("Fassung 1".to_owned(), "Fassung 2".to_owned());
    Comparison { page: page(language), run: run(done()), from, to, figures: vec![figure] }
}

pub fn verify(language: Language) -> Verify {
    let cell =
        Cell { sheet: "Deckblatt".to_owned(), cell: "B7".to_owned(), was: Some("1".to_owned()), is: None };
    let checked = Checked {
        file: "bericht.xlsx".to_owned(),
        badge: "danger",
        verdict: "Verändert".to_owned(),
        report: Some("7".to_owned()),
        about: Some("Fassung 2".to_owned()),
        notes: vec!["Eine Zelle weicht ab.".to_owned()],
        cells: vec![cell],
    };
    let problem = Some("Die Datei ist zu groß.".to_owned());
    let verify = VerifyForm { csrf: "token".to_owned(), problem };
    Verify { page: page(language), verify, checked: Some(checked) }
}

pub fn report(language: Language) -> Report {
    let remark = Some("Der Kenntnisstand liegt vor dem Stichtag.".to_owned());
    Report {
        page: page(language),
        run: run(failed()),
        remark,
        edition: None,
        errors: Vec::new(),
        reason: String::new(),
    }
}

#[test]
fn only_runs_under_way_ask_for_news() {
    for (state, asks) in [
        (RunState::Waiting, true),
        (running(0), true),
        (running(9), true),
        (done(), false),
        (failed(), false),
        (RunState::Cancelling, true),
    ] {
        let fragment = html(&ReportStatus { page: page(Language::De), run: run(state) });
        assert_eq!(fragment.contains("hx-get=\"/reports/7/status\""), asks, "{fragment}");
        assert!(fragment.trim_start().starts_with("<div class=\"status\" id=\"status-7\""));
    }
}

#[test]
fn progress_of_unknown_extent_has_no_value() {
    for (total, value) in [(0, false), (9, true)] {
        let fragment = html(&ReportStatus { page: page(Language::De), run: run(running(total)) });
        assert_eq!(fragment.contains("value=\"3\" max=\"9\""), value, "{fragment}");
    }
}

#[test]
fn a_mistake_is_tied_to_its_field() {
    let error = FieldError { field: "cut_off", message: "Zu früh.".to_owned() };
    let page = html(&reports(Language::De, vec![error]));
    assert!(page.contains("href=\"#cut_off\">Zu früh."));
    assert!(page.contains("aria-describedby=\"cut_off-hint cut_off-error\" aria-invalid=\"true\""));
    assert_eq!(page.matches("aria-invalid").count(), 1);
}
