//! What stands at the edges of a printed page.

use rust_xlsxwriter::{Worksheet, XlsxError};
use texts::text;

use super::Document;
use super::paper::Paper;
use crate::line_break::wrapped;

/// Characters that the top or bottom of a page may have, codes included.
const LONGEST: usize = 255;
/// Characters on a line of small print across a page.
const LETTERS_PER_LINE: usize = 130;

/// Lays a sheet out for its paper, as wide as a page.
pub fn set(to: &mut Worksheet, paper: Paper, document: &Document<'_>) -> Result<(), XlsxError> {
    let Document { language, header, funding, .. } = document;
    let page = text(*language, "report-page");
    to.set_paper_size(paper.size);
    match paper.upright {
        true => to.set_portrait().set_print_fit_to_pages(1, 1),
        false => to.set_landscape().set_print_fit_to_pages(1, 0),
    };
    to.set_margins(0.55, 0.55, 0.75, 0.75, 0.3, 0.3).set_print_center_horizontally(true);
    to.set_header_footer_scale_with_doc(false);
    to.set_screen_gridlines(false);
    to.set_header(fitting(&format!("&R&8{page}&L&8"), &[code_free(header)]));
    to.set_footer(fitting("&C&7", &sentences(&code_free(funding))));
    Ok(())
}

/// The first sentences that fit, whole ones only, on lines of which each fits a page.
fn fitting(codes: &str, sentences: &[String]) -> String {
    let up_to = |count: usize| {
        let lines = wrapped(&sentences[..count].join(" "), LETTERS_PER_LINE);
        format!("{codes}{}", lines.join("\n"))
    };
    let fits = |line: &String| line.encode_utf16().count() <= LONGEST;
    (0..=sentences.len()).rev().map(up_to).find(fits).unwrap_or_default()
}

fn sentences(text: &str) -> Vec<String> {
    let mut rest: Vec<String> = text.split(". ").map(|sentence| format!("{sentence}.")).collect();
    if let Some(last) = rest.last_mut() {
        last.pop();
    }
    rest.retain(|sentence| !sentence.is_empty());
    rest
}

/// Text without codes for pages and fonts.
fn code_free(line: &str) -> String {
    line.replace('&', "&&")
}
