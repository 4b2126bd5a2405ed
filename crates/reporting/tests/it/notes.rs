//! Notes on figures stand at the cells they are about.

use std::ops::ControlFlow;

use counting::Gender;
use reporting::write_report;
use texts::Language;

use crate::opened::Opened;
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
