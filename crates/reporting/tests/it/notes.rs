//! Notes on figures stand at the cells they are about.

use std::ops::ControlFlow;

use counting::Gender;
use reporting::write_report;
use texts::Language;

use crate::opened::Opened;
use crate::parts::{contents, unescaped};
use crate::sample::Sample;

/// Column and row of the cells whose comment holds a text, over all sheets.
fn cells(opened: &mut Opened, wanted: &str) -> Vec<(u8, String)> {
    let mut cells = Vec::new();
    for part in opened.parts_named("xl/comments") {
        for comment in part.split("<comment ").skip(1).filter(|comment| comment.contains(wanted)) {
            let cell = comment.split('"').nth(1).expect("a reference");
            cells.push((cell.as_bytes()[0], cell[1..].to_owned()));
        }
    }
    cells
}

#[test]
fn a_note_on_women_stands_at_their_cell_and_none_at_the_strands_parts() {
    let mut content = Sample { language: Language::De, left_out: 1 }.content();
    let first = content.figures[0].clone();
    content.notes.add((&first, Some(Gender::Female)), "Wegen der Kampagne.");
    let mut opened = Opened::after(|path| {
        write_report(&content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    });

    let on_women = cells(&mut opened, "Wegen der Kampagne.");
    let on_all = cells(&mut opened, "Stand mit dem BAMF abgestimmt");

    // women, men, non-binary people, all: in the table of outputs and in that of the indicators
    let three_left: Vec<_> = on_all.iter().map(|(column, row)| (column - 3, row.clone())).collect();
    assert_eq!(on_women, three_left);
    assert_eq!(on_all.len(), 2, "{on_all:?}");
}

#[test]
fn a_note_comes_back_as_typed() {
    let mut content = Sample { language: Language::De, left_out: 1 }.content();
    let first = content.figures[0].clone();
    for typed in ["_x0041_ und _x005F_", "a_x0041_x0042_", "_x004_ _xZZZZ_ _x00e4_ <b>&amp;", "-5"] {
        content.notes.add((&first, Some(Gender::Male)), typed);
    }
    let mut opened = Opened::after(|path| {
        write_report(&content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    });
    let comments = opened.parts_named("xl/comments");
    let written = comments
        .iter()
        .flat_map(|part| contents(part, "t"))
        .find(|text| text.contains("x0042_"))
        .expect("the note");
    assert_eq!(
        read(&unescaped(written)),
        "_x0041_ und _x005F_\na_x0041_x0042_\n_x004_ _xZZZZ_ _x00e4_ <b>&amp;\n-5"
    );
}

/// A text as programs read it: `_xHHHH_` is the character of that number.
fn read(text: &str) -> String {
    let escape = |at: usize| {
        let digits = text.get(at..)?.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
        char::from_u32(u32::from_str_radix(digits, 16).ok()?)
    };
    let (mut at, mut told) = (0, String::new());
    while let Some(own) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let escaped = escape(at);
        told.push(escaped.unwrap_or(own));
        at += if escaped.is_some() { 7 } else { own.len_utf8() };
    }
    told
}
