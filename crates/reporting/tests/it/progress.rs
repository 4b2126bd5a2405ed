//! What is told while a workbook is written.

use std::ops::ControlFlow;

use reporting::{Progress, write_report};

use crate::sample::Sample;

/// Notes the sheets it hears of, and how far the rows had come.
#[derive(Default)]
struct Notes {
    done: u64,
    sheets: Vec<(String, u64)>,
}

impl Progress for Notes {
    fn rows(&mut self, done: u64, _: u64) -> ControlFlow<()> {
        self.done = done;
        ControlFlow::Continue(())
    }

    fn sheet(&mut self, name: &str) {
        self.sheets.push((name.to_owned(), self.done));
    }
}

#[test]
fn each_sheet_is_told_as_it_is_begun() {
    let content = Sample { language: texts::Language::En, left_out: 3 }.content();
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("report.xlsx");
    let mut notes = Notes::default();

    write_report(&content, &path, &mut notes).expect("a report");

    let book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    let names = calamine::Reader::sheet_names(&book);
    let told: Vec<_> = notes.sheets.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(told, names);
    assert!(notes.sheets.is_sorted_by_key(|(_, done)| *done));
}
