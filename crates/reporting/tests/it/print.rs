//! How sheets look and print: lines between rows, pages, and headings of narrow columns.

use std::ops::ControlFlow;

use reporting::{Content, write_report};
use texts::Language;

use crate::opened::text;
use crate::parts::{Parts, contents, elements};
use crate::sample::Sample;
use crate::{everything, opened::Opened};

fn german() -> Content {
    Sample { language: Language::De, left_out: 1 }.content()
}

fn parts() -> Parts {
    Parts::after(|path| write_report(&german(), path, &mut |_, _| ControlFlow::Continue(())))
}

/// The part of a sheet.
fn sheet<'a>(parts: &'a Parts, name: &str) -> &'a str {
    parts.sheets().into_iter().find(|(of, ..)| of == name).expect("the sheet").1
}

/// The rows of a sheet, counted from 1, above which a strong line stands.
fn below_strong_lines(parts: &Parts, sheet: &str) -> Vec<String> {
    let styles = parts.part("xl/styles.xml");
    let borders = contents(styles, "borders")[0];
    let is_strong: Vec<_> =
        contents(borders, "border").iter().map(|border| border.contains("<top style=\"medium\"")).collect();
    let cells = elements(contents(styles, "cellXfs")[0], "xf");
    let strong = |style: &str| {
        let format = style.parse().ok().and_then(|style: usize| cells.get(style));
        let border = format.and_then(|format| format.attribute("borderId").parse().ok());
        border.and_then(|border: usize| is_strong.get(border)).copied().unwrap_or_default()
    };
    let firsts = elements(sheet, "c").into_iter().filter(|cell| cell.attribute("r").starts_with('A'));
    firsts
        .filter(|cell| strong(cell.attribute("s")))
        .map(|cell| cell.attribute("r").trim_start_matches('A').to_owned())
        .collect()
}

#[test]
fn between_targets_a_strong_line_stands_where_another_level_begins() {
    let content = german();
    let rows = Opened::after(|path| {
        write_report(&content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    })
    .rows("Zielwerte");
    let first = rows.iter().position(|row| row[0] == text("Regionales Netzwerk")).expect("a network");
    assert!(rows[..first].iter().any(|row| row[0] == text("Gesamt")));
    let parts = parts();
    assert_eq!(below_strong_lines(&parts, sheet(&parts, "Zielwerte")), [(first + 1).to_string()]);
    let of_sub_projects = below_strong_lines(&parts, sheet(&parts, "Zielwerte Teilvorhaben"));
    assert_eq!(of_sub_projects.len(), 1, "one between two indicators: {of_sub_projects:?}");
}

#[test]
fn charts_are_printed_on_the_page_of_their_table_or_begin_one() {
    let parts = parts();
    for (name, pages) in [("Zielwerte", 1), ("Entwicklung", 2)] {
        let part = sheet(&parts, name);
        assert!(part.contains("<drawing"), "{name}");
        assert_eq!(elements(part, "brk").len(), pages - 1, "{name}");
        let setup = elements(part, "pageSetup").pop().expect("a setup");
        assert_eq!(setup.attribute("fitToWidth"), "", "{name}");
    }
}

#[test]
fn charts_are_sixteen_by_nine() {
    let parts = parts();
    let drawings: Vec<_> =
        parts.0.iter().filter(|(name, _)| name.starts_with("xl/drawings/drawing")).collect();
    assert_eq!(drawings.len(), 2);
    for (name, drawing) in drawings {
        for anchor in contents(drawing, "xdr:twoCellAnchor") {
            let rows = |end: &str| {
                let place = contents(anchor, end).first().copied().unwrap_or_default();
                contents(place, "xdr:row")[0].parse::<u32>().expect("a row")
            };
            let height = (rows("xdr:to") - rows("xdr:from")) * 20;
            assert!([540, 720].contains(&height), "{name}: {height}");
        }
    }
}

#[test]
fn a_page_begins_with_a_unit() {
    let content = german();
    let parts = parts();
    let mut opened = Opened::after(|path| {
        write_report(&content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    });
    for name in ["Regionale Netzwerke", "Teilvorhaben"] {
        let breaks = contents(sheet(&parts, name), "rowBreaks");
        let breaks = elements(breaks.first().expect("breaks between pages"), "brk");
        let rows = opened.rows(name);
        for row in breaks.iter().map(|element| element.attribute("id").parse::<usize>().expect("a row")) {
            assert_ne!(rows[row - 1][..2], rows[row][..2], "{name}: row {row} is torn from the one before");
        }
    }
}

#[test]
fn bars_begin_at_nothing() {
    let parts = parts();
    let charts: Vec<_> = parts.0.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).collect();
    assert_eq!(charts.len(), 3);
    for (name, chart) in charts {
        assert!(chart.contains("<c:min val=\"0\"/>"), "{name}");
    }
}

#[test]
fn columns_of_indicators_say_code_and_name_downwards() {
    let mut opened = Opened::after(|path| {
        write_report(&german(), path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    });
    for (sheet, first) in [("Nachweis", "Projekt"), ("Entwicklung", "Stand am")] {
        let rows = opened.rows(sheet);
        let header = rows.iter().find(|row| row[0] == text(first)).expect("the header");
        assert!(header.contains(&text("EECO01 Teilnehmende")), "{header:?}");
        assert!(header.contains(&text("EECR04 danach in Arbeit")), "{header:?}");
    }
    let parts = parts();
    let styles = parts.part("xl/styles.xml");
    let cells = contents(styles, "cellXfs")[0].split("<xf ").skip(1).collect::<Vec<_>>();
    let headers: Vec<_> = elements(sheet(&parts, "Nachweis"), "c")
        .into_iter()
        .filter(|cell| cell.attribute("r").starts_with('G'))
        .filter_map(|cell| cell.attribute("s").parse::<usize>().ok())
        .collect();
    assert!(headers.iter().any(|style| cells[*style].contains("textRotation=\"180\"")), "{headers:?}");
}

#[test]
fn a_list_wider_than_a_page_prints_its_beginning_with_all_its_columns() {
    let wide: Vec<_> = (0..120).map(|number| format!("Spalte {number}")).collect();
    let headers: Vec<_> = wide.iter().map(String::as_str).collect();
    let rows = (0..10_000_u64).map(|number| vec![number.into()]).collect();
    let parts = Parts::after(|path| {
        let sheet = everything::sheet("Liste", vec![everything::table(&headers, rows)]);
        everything::write_with(reporting::Options::default(), vec![sheet], path)
    });
    let area = contents(parts.part("xl/workbook.xml"), "definedName");
    assert!(area.iter().any(|area| area.starts_with("Liste!$A$1:$DP$")), "{area:?}");
    let setup = elements(sheet(&parts, "Liste"), "pageSetup").pop().expect("a setup");
    let pages: u32 = setup.attribute("fitToWidth").parse().expect("pages beside one another");
    assert!(pages > 1);
    assert_eq!(setup.attribute("fitToHeight"), "");
}
