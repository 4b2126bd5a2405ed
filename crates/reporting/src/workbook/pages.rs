//! How a sheet falls on printed pages.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::paper::Paper;
use super::sheet::End;

/// The part of a page that is rather squeezed onto the pages before than left alone on a page of its own.
const LEFT_OVER: f64 = 0.2;
/// The part of a page by which our reckoning and that of a program may differ.
const UNCERTAIN: f64 = 0.07;

/// Rows that belong together: those of a unit.
pub struct Group {
    /// The first of them.
    pub row: u32,
    /// Points of all of them.
    pub height: f64,
}

/// Lays a sheet out on pages as wide as its columns: what is only just too long becomes a little smaller, so that the last
/// page is never a line or two. Of units that follow one another none is torn that fits on a page.
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
    let squeezed = squeezed(pages).filter(readable);
    let breaks = breaks(end, page);
    match squeezed {
        Some(pages) if pages == 1 || breaks.is_empty() => {
            to.set_print_fit_to_pages(1, pages);
        }
        _ => {
            to.set_page_breaks(&breaks)?;
        }
    }
    Ok(())
}

/// The rows that begin a page, so that no unit is torn that fits on one, and each that does not begins at the top of one.
fn breaks(end: &End, page: f64) -> Vec<u32> {
    let room = page * (1.0 - UNCERTAIN);
    let groups: f64 = end.groups.iter().map(|group| group.height).sum();
    // what stands below the last group stays with it
    let below = end.height - end.above - groups;
    let mut breaks = Vec::new();
    let mut used = end.above;
    for (at, group) in end.groups.iter().enumerate() {
        let is_last = at + 1 == end.groups.len();
        let height = group.height + if is_last { below } else { 0.0 };
        if at > 0 && used > end.repeated && used + height > room {
            breaks.push(group.row);
            used = end.repeated;
        }
        used += height;
        while used > page {
            used -= page - end.repeated;
        }
    }
    breaks
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
    use super::{Group, breaks, squeezed};
    use crate::workbook::sheet::End;

    /// A sheet with a title of 100 points, a header of 20 and groups of rows of these heights.
    fn end(heights: &[f64]) -> End {
        let groups = (5..).step_by(10).zip(heights).map(|(row, height)| Group { row, height: *height });
        End {
            row: 0,
            height: 100.0 + heights.iter().sum::<f64>(),
            columns: 1,
            repeated: 20.0,
            groups: groups.collect(),
            above: 100.0,
            is_one_page: false,
            breaks: Vec::new(),
        }
    }

    #[test]
    fn a_unit_that_fits_on_a_page_is_not_torn() {
        for (heights, expected) in [
            (&[300.0, 300.0, 300.0][..], &[25][..]), // two of them below the title
            (&[600.0, 600.0], &[15]),
            (&[600.0, 100.0, 100.0, 600.0], &[35]), // small ones share a page
            (&[300.0, 2000.0, 300.0], &[15]),       // what fits on none begins one
            (&[850.0], &[]),
        ] {
            assert_eq!(breaks(&end(heights), 1000.0), expected, "{heights:?}");
        }
    }

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
