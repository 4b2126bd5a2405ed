//! The sample report through the linter, and the linter through broken workbooks.

use std::ops::ControlFlow;

use reporting::write_report;
use texts::Language;

use crate::everything;
use crate::lint::lint;
use crate::named::unnamed;
use crate::parts::Parts;
use crate::sample::Sample;

#[test]
fn nothing_is_wrong_with_a_report_in_either_language() {
    for language in Language::ALL {
        let content = Sample { language, left_out: 40 }.content();
        let parts = Parts::after(|path| write_report(&content, path, &mut |_, _| ControlFlow::Continue(())));
        assert_eq!(lint(&parts), [""; 0], "{language:?}");
        assert_eq!(unnamed(&content, &parts), [""; 0], "{language:?}");
        let core = parts.part("docProps/core.xml");
        assert!(core.contains(&format!("<dc:language>{}</dc:language>", language.as_str())), "{core}");
        let title = texts::text(language, "report-title");
        assert!(core.contains(&format!("<dc:title>{title} IQ-2023</dc:title>")), "{core}");
        let mark = "name=\"_MigraNet_report\" hidden=\"1\">\"0197-sample\"<";
        assert!(parts.part("xl/workbook.xml").replace("&quot;", "\"").contains(mark));
        let charts = parts.0.keys().filter(|part| part.starts_with("xl/charts/chart")).count();
        assert_eq!(charts, 3, "two of targets, one of the development");
    }
}

#[test]
fn a_figure_whose_cell_has_no_name_or_shows_another_is_seen() {
    let content = Sample { language: Language::De, left_out: 1 }.content();
    let good = Parts::after(|path| write_report(&content, path, &mut |_, _| ControlFlow::Continue(())));
    for (from, to, wanted) in [
        ("name=\"BMAS_01_MORE_DEVELOPED_women\"", "name=\"Other\"", "BMAS_01_MORE_DEVELOPED_women"),
        ("name=\"CONTACTS_MORE_DEVELOPED_total\"", "name=\"Other\"", "CONTACTS_MORE_DEVELOPED_total"),
    ] {
        let mut broken = good.clone();
        let book = broken.0.get_mut("xl/workbook.xml").expect("the part");
        assert!(book.contains(from), "{from}");
        *book = book.replace(from, to);
        let wrong = unnamed(&content, &broken);
        assert!(matches!(wrong.as_slice(), [one] if one.starts_with(wanted)), "{wrong:?}");
    }
    let mut other = content;
    other.figures[0].total += 1;
    assert_eq!(unnamed(&other, &good).len(), 1);
}

#[test]
fn the_linter_sees_what_is_wrong() {
    let good = Parts::after(|path| everything::write(everything::sheets(), path));
    for (part, from, to, wanted) in [
        (
            "xl/worksheets/sheet1.xml",
            "paperSize=\"9\"",
            "paperSize=\"1\"",
            "is for no paper that printers have",
        ),
        ("xl/worksheets/sheet1.xml", "orientation=\"landscape\"", "", "lies neither across nor upright"),
        (
            "xl/worksheets/sheet1.xml",
            "fitToHeight=\"0\"",
            "fitToHeight=\"0\" fitToWidth=\"0\"",
            "is not fitted to the width of a page",
        ),
        ("xl/worksheets/sheet1.xml", "&amp;P", "", "has no page numbers"),
        ("xl/worksheets/sheet1.xml", "Kofinanziert", "Kofinanziert …", "header or footer that is cut"),
        ("xl/worksheets/sheet1.xml", "</sheetData>", "</sheetData><mergeCells/>", "has merged cells"),
        ("xl/worksheets/sheet1.xml", "state=\"frozen\"", "", "does not keep its header in sight"),
        ("xl/worksheets/sheet3.xml", "state=\"frozen\"", "", "does not keep its header in sight"),
        ("xl/worksheets/sheet3.xml", "ySplit=\"1\"", "ySplit=\"2\"", "does not keep its header in sight"),
        (
            "xl/worksheets/sheet1.xml",
            "<v>820</v></c><c r=\"D",
            "<v></v></c><c r=\"D",
            "has a formula without a result",
        ),
        ("xl/worksheets/sheet1.xml", "<v>stimmt</v>", "<v>#REF!</v>", "shows an error"),
        ("xl/workbook.xml", "_xlnm.Print_Area", "Area", "has no print area"),
        ("xl/workbook.xml", "_xlnm.Print_Titles", "Titles", "does not repeat its header"),
        (
            "xl/workbook.xml",
            "name=\"_xlnm.Print_Titles\" localSheetId=\"2\"",
            "name=\"Titles\" localSheetId=\"2\"",
            "Texte: does not repeat its header",
        ),
        ("xl/workbook.xml", "EECO01_total\">'Fig", "EECO01_total\">'Elsewhere", "is of no sheet"),
        ("docProps/core.xml", "<dc:title>Alles", "<dc:title>", "the document has no dc:title"),
        ("docProps/core.xml", "dc:language", "dc:tongue", "the document has no dc:language"),
        ("xl/tables/table1.xml", "name=\"Wert\"", "name=\"Werte\"", "not named as in its header"),
        (
            "xl/tables/table1.xml",
            "ref=\"A4:D5\"",
            "headerRowCount=\"0\" ref=\"A4:D5\"",
            "a table without header",
        ),
        ("xl/tables/table2.xml", "ref=\"A4:D13\"", "ref=\"A4:D12\"", "rows below a table"),
        ("xl/worksheets/_rels/sheet1.xml.rels", "tables", "chairs", "has no table"),
        ("xl/drawings/drawing1.xml", "descr=", "d=", "without alternative text"),
        (
            "xl/charts/chart2.xml",
            "pattFill prst=\"wdUpDiag\"",
            "pattFill prst=\"\"",
            "differ by colour alone",
        ),
    ] {
        let mut broken = good.clone();
        let text = broken.0.get_mut(part).unwrap_or_else(|| panic!("{part} is missing"));
        assert!(text.contains(from), "{part} lacks {from}");
        *text = text.replace(from, to);
        let wrong = lint(&broken);
        assert!(wrong.iter().any(|line| line.contains(wanted)), "{wanted}: {wrong:?}");
    }
}
