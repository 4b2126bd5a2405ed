//! How a sheet falls on printed pages.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::paper::Paper;
use super::sheet::End;

/// The part of a page that is rather squeezed onto the pages before than left alone on a page of its own.
const LEFT_OVER: f64 = 0.2;
/// The part of a page by which our reckoning and that of a program may differ.
const UNCERTAIN: f64 = 0.07;

/// Lays a sheet out on pages as wide as its columns: what is only just too long becomes a little smaller, so that the last
/// page is never a line or two.
pub fn lay_out(to: &mut Worksheet, (paper, widths): (Paper, &[u16]), end: &End) -> Result<(), XlsxError> {
    if paper.upright {
        return Ok(());
    }
    if !end.breaks.is_empty() {
        to.set_page_breaks(&end.breaks)?;
        return Ok(());
    }
    if end.is_one_page {
        to.set_print_fit_to_pages(1, 1);
        return Ok(());
    }
    let page = paper.page_height(widths);
    let pages = (end.height / page).min(1.0) + (end.height - page).max(0.0) / (page - end.repeated).max(1.0);
    let readable = |pages: &u16| paper.holds(widths, end.height / f64::from(*pages));
    if let Some(pages) = squeezed(pages).filter(readable) {
        to.set_print_fit_to_pages(1, pages);
    }
    Ok(())
}

/// Lays a long list out for its beginning, on one page or on as many beside one another as its columns take; says how many
/// points of it fit on a page.
pub fn beginning(to: &mut Worksheet, paper: Paper, widths: &[u16]) -> f64 {
    let beside = paper.pages_beside(widths);
    to.set_print_fit_to_pages(beside, if beside == 1 { 0 } else { 1 });
    paper.page_height_beside(widths, beside)
}

/// The number of pages onto which so many are squeezed, if they are.
fn squeezed(pages: f64) -> Option<u16> {
    let whole = (pages - LEFT_OVER).ceil().max(1.0);
    (pages > whole - UNCERTAIN).then_some(whole as u16)
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn what_is_only_just_too_long_is_squeezed() {
        for (pages, squeezed_onto) in [
            (0.5, None),
            (0.92, None),
            (0.95, Some(1)),
            (1.05, Some(1)),
            (1.25, None),
            (1.96, Some(2)),
            (2.11, Some(2)),
            (2.5, None),
        ] {
            assert_eq!(squeezed(pages), squeezed_onto, "{pages}");
        }
    }
}
