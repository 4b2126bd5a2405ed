//! The paper that a sheet is printed on.

use super::sheet::pixels;
use crate::table::Layout;

/// From so much wider than A4 on, a table is printed on A3: letters smaller than eight points are no fun to read.
const TOO_WIDE: f64 = 1.25;

/// So much wider than a page, a table is too small to be read on it.
const SMALLEST: f64 = 1.5;

/// A size of paper, and how it lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper {
    /// Its number in the file.
    pub size: u8,
    /// Whether it stands upright; a sheet is then fitted to a single page.
    pub upright: bool,
    /// Points between its margins.
    width: f64,
    /// Points between what stands at its top and at its bottom.
    height: f64,
}

const A4_UPRIGHT: Paper = Paper { size: 9, upright: true, width: 515.0, height: 727.0 };
const A4_ACROSS: Paper = Paper { size: 9, upright: false, width: 762.0, height: 480.0 };
const A3_ACROSS: Paper = Paper { size: 8, upright: false, width: 1_110.0, height: 727.0 };

impl Paper {
    /// The paper for a sheet whose columns are as wide as so many digits each.
    pub fn of(layout: Layout, widths: &[u16]) -> Self {
        match layout {
            Layout::Cover => A4_UPRIGHT,
            _ if points_of(widths) > A4_ACROSS.width * TOO_WIDE => A3_ACROSS,
            _ => A4_ACROSS,
        }
    }

    /// How many pages beside one another the columns take with letters that can be read.
    pub fn pages_beside(&self, widths: &[u16]) -> u16 {
        (points_of(widths) / (self.width * SMALLEST)).ceil().max(1.0) as u16
    }

    /// Whether columns and so many points of rows fit on one page with letters that can be read.
    pub fn holds(&self, widths: &[u16], height: f64) -> bool {
        (points_of(widths) / self.width).max(height / self.height) <= SMALLEST
    }

    /// Points of a sheet that fit on a page when its columns fill the width.
    pub fn page_height(&self, widths: &[u16]) -> f64 {
        self.page_height_beside(widths, 1)
    }

    /// The same when they fill the width of so many pages.
    pub fn page_height_beside(&self, widths: &[u16], pages: u16) -> f64 {
        self.height * (points_of(widths) / self.width / f64::from(pages)).max(1.0)
    }
}

/// Points of columns beside one another.
fn points_of(widths: &[u16]) -> f64 {
    widths.iter().copied().map(points).sum()
}

/// Points of a column as wide as so many digits.
pub fn points(width: u16) -> f64 {
    f64::from(pixels(width)) * 0.75
}

#[cfg(test)]
mod tests {
    use super::{A3_ACROSS, A4_ACROSS, A4_UPRIGHT, Paper};
    use crate::table::Layout;

    #[test]
    fn wide_tables_are_printed_on_larger_paper() {
        assert_eq!(Paper::of(Layout::Page, &[40; 4]), A4_ACROSS);
        assert_eq!(Paper::of(Layout::Page, &[40; 5]), A3_ACROSS);
        assert_eq!(Paper::of(Layout::Cover, &[40; 5]), A4_UPRIGHT);
        assert_eq!(A4_ACROSS.pages_beside(&[40; 3]), 1);
        assert_eq!(A3_ACROSS.pages_beside(&[40; 14]), 2);
        assert!(A4_ACROSS.holds(&[40; 3], 480.0 * 1.5) && !A4_ACROSS.holds(&[40; 3], 480.0 * 1.6));
        assert!(!A4_ACROSS.holds(&[40; 6], 480.0));
    }
}
