//! What a workbook of ours never lacks, checked in the parts of the file.

use std::collections::HashSet;

use crate::parts::{Element, Parts, contents, elements, unescaped};

/// What is wrong with a workbook, a line each.
pub fn lint(parts: &Parts) -> Vec<String> {
    let mut wrong = Vec::new();
    document(parts, &mut wrong);
    names(parts, &mut wrong);
    for (name, sheet, targets) in parts.sheets() {
        let mut fail = |what: &str| wrong.push(format!("{name}: {what}"));
        page((parts, &name, sheet), &mut fail);
        tables((parts, sheet, &targets), &mut fail);
        cells(sheet, &mut fail);
        charts((parts, &targets), &mut fail);
    }
    wrong
}

fn document(parts: &Parts, wrong: &mut Vec<String>) {
    let core = parts.part("docProps/core.xml");
    for property in ["dc:title", "dc:language", "dc:creator", "dcterms:created"] {
        if contents(core, property).iter().all(|text| text.is_empty()) {
            wrong.push(format!("the document has no {property}"));
        }
    }
}

/// Named cells: names once, each of a sheet that is there.
fn names(parts: &Parts, wrong: &mut Vec<String>) {
    let workbook = parts.part("xl/workbook.xml");
    let sheets: Vec<_> = parts.sheets().into_iter().map(|(name, ..)| name).collect();
    let places = contents(workbook, "definedName");
    let mut known = HashSet::new();
    for (element, place) in elements(workbook, "definedName").iter().zip(places) {
        let name = format!("{} {}", element.attribute("name"), element.attribute("localSheetId"));
        if !known.insert(name.to_lowercase()) {
            wrong.push(format!("the name {name} is used twice"));
        }
        if element.attribute("hidden") != "1"
            && !sheet_of(&unescaped(place)).is_some_and(|sheet| sheets.contains(&sheet))
        {
            wrong.push(format!("the name {name} is of no sheet: {place}"));
        }
    }
}

/// The sheet of the last of the places of a name.
fn sheet_of(places: &str) -> Option<String> {
    let (before, _) = places.rsplit_once('!')?;
    let last = if before.ends_with('\'') { before.rsplit(",'").next() } else { before.rsplit(',').next() };
    Some(last?.trim_matches('\'').replace("''", "'"))
}

/// A4 or A3 across and as wide as a page, the beginning of a very wide list as some, or A4 upright on one page, with page numbers, a print area, whole sentences, and the header again on every page.
fn page((parts, name, sheet): (&Parts, &str, &str), fail: &mut dyn FnMut(&str)) {
    let setup = elements(sheet, "pageSetup").pop().unwrap_or(Element::EMPTY);
    let [size, lies, width, height] =
        ["paperSize", "orientation", "fitToWidth", "fitToHeight"].map(|name| setup.attribute(name));
    match lies {
        _ if size != "9" && (size, lies) != ("8", "landscape") => fail("is for no paper that printers have"),
        "landscape" if !matches!((width, height), ("" | "1", _) | ("2" | "3", "" | "1")) => {
            fail("is not fitted to the width of a page");
        }
        "portrait" if !matches!(height, "" | "1") => fail("is not fitted to a single page"),
        "landscape" | "portrait" => {}
        _ => fail("lies neither across nor upright"),
    }
    for (wanted, what) in [
        ("<pageSetUpPr fitToPage=\"1\"", "is not fitted to pages"),
        ("&amp;P", "has no page numbers"),
        ("&amp;N", "does not say how many pages there are"),
    ] {
        if !sheet.contains(wanted) {
            fail(what);
        }
    }
    for margin in contents(sheet, "oddHeader").into_iter().chain(contents(sheet, "oddFooter")) {
        if unescaped(margin).encode_utf16().count() > 255 || margin.contains('…') {
            fail("has a header or footer that is cut or too long");
        }
    }
    if sheet.contains("<mergeCell") {
        fail("has merged cells");
    }
    if sheet.contains("<conditionalFormatting") {
        fail("tells something by colour");
    }
    let own = |kind: &str| {
        let places = contents(parts.part("xl/workbook.xml"), "definedName");
        let named = elements(parts.part("xl/workbook.xml"), "definedName");
        let start = format!("{name}!");
        let quoted = format!("'{}'!", name.replace('\'', "''"));
        let mut known =
            named.iter().zip(places).map(|(element, place)| (element.attribute("name"), unescaped(place)));
        known.any(|(of, place)| of == kind && (place.starts_with(&start) || place.starts_with(&quoted)))
    };
    if !own("_xlnm.Print_Area") {
        fail("has no print area");
    }
    if !elements(sheet, "tablePart").is_empty() && !own("_xlnm.Print_Titles") {
        fail("does not repeat its header on every page");
    }
}

/// Every table is an object with a header of its own; a single one keeps it in sight, several the title above them.
fn tables((parts, sheet, targets): (&Parts, &str, &[String]), fail: &mut dyn FnMut(&str)) {
    let tables: Vec<_> = targets.iter().filter(|target| target.starts_with("xl/tables/")).collect();
    if tables.is_empty() {
        fail("has no table");
    }
    for table in &tables {
        let part = parts.part(table);
        let element = elements(part, "table").pop().unwrap_or(Element::EMPTY);
        if element.attribute("headerRowCount") == "0" {
            fail("has a table without header");
        }
        let (first, last) = element.attribute("ref").split_once(':').unwrap_or_default();
        let row =
            |cell: &str| cell.trim_start_matches(char::is_alphabetic).parse::<u32>().unwrap_or_default();
        let header = texts_of_row((parts, sheet), row(first));
        let columns: Vec<_> =
            elements(part, "tableColumn").iter().map(|column| unescaped(column.attribute("name"))).collect();
        if header.len() < columns.len() || header[..columns.len()] != columns {
            fail("has a table whose columns are not named as in its header");
        }
        let below = contents_of_row(sheet, row(last) + 1);
        if below.is_some_and(|cells| cells.contains("<v>") || cells.contains("<t")) {
            fail("has rows below a table that are not part of it");
        }
        if let [_] = tables.as_slice() {
            in_sight(sheet, &row(first).to_string(), fail);
        }
    }
    if tables.len() > 1 {
        in_sight(sheet, "1", fail);
    }
}

/// So many rows stay in sight.
fn in_sight(sheet: &str, rows: &str, fail: &mut dyn FnMut(&str)) {
    let pane = elements(sheet, "pane").pop().unwrap_or(Element::EMPTY);
    if pane.attribute("state") != "frozen" || pane.attribute("ySplit") != rows {
        fail("does not keep its header in sight");
    }
}

/// Formulas have results; numbers are numbers.
fn cells(sheet: &str, fail: &mut dyn FnMut(&str)) {
    for cell in contents(sheet, "c") {
        if cell.contains("<f>") && contents(cell, "v").iter().all(|result| result.is_empty()) {
            fail("has a formula without a result");
        }
        if contents(cell, "v").iter().any(|value| value.starts_with('#')) {
            fail("shows an error");
        }
    }
}

/// Charts say in words what they show, and tell series apart without colour.
fn charts((parts, targets): (&Parts, &[String]), fail: &mut dyn FnMut(&str)) {
    for drawing in targets.iter().filter(|target| target.starts_with("xl/drawings/drawing")) {
        let part = parts.part(drawing);
        if elements(part, "xdr:cNvPr").iter().any(|object| object.attribute("descr").is_empty()) {
            fail("has a chart without alternative text");
        }
        let links = parts.part(&drawing.replace("drawings/", "drawings/_rels/").replace(".xml", ".xml.rels"));
        for link in elements(links, "Relationship") {
            let chart = parts.part(&link.attribute("Target").replace("../", "xl/"));
            let looks: Vec<_> = contents(chart, "c:ser").into_iter().map(shape).collect();
            if looks.iter().collect::<HashSet<_>>().len() != looks.len() || looks.is_empty() {
                fail("has a chart whose series differ by colour alone");
            }
            if contents(chart, "c:title").is_empty() {
                fail("has a chart without title");
            }
        }
    }
}

/// What tells a series from others to somebody who sees no colours.
fn shape(series: &str) -> String {
    let of = |name: &str, attribute: &str| {
        elements(series, name)
            .first()
            .map(|element| element.attribute(attribute).to_owned())
            .unwrap_or_default()
    };
    format!("{} {} {}", of("c:symbol", "val"), of("a:prstDash", "val"), of("a:pattFill", "prst"))
}

fn contents_of_row(sheet: &str, row: u32) -> Option<&str> {
    let begin = format!("<row r=\"{row}\"");
    sheet.split_once(begin.as_str())?.1.split("</row>").next()
}

/// The texts of a row, those of the shared list included.
fn texts_of_row((parts, sheet): (&Parts, &str), row: u32) -> Vec<String> {
    let cells = contents_of_row(sheet, row).unwrap_or_default();
    let shared = contents(parts.part("xl/sharedStrings.xml"), "si");
    let text = |cell: &str| match contents(cell, "v").as_slice() {
        [place] => place
            .parse()
            .ok()
            .and_then(|place: usize| shared.get(place))
            .map(|text| contents(text, "t").concat()),
        _ => Some(contents(cell, "t").concat()),
    };
    contents(cells, "c").into_iter().filter_map(text).map(|text| unescaped(&text)).collect()
}
