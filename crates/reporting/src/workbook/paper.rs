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
            _ if points(widths) > A4_ACROSS.width * TOO_WIDE => A3_ACROSS,
            _ => A4_ACROSS,
        }
    }

    /// How many of the columns fit on a page with letters that can be read.
    pub fn readable(&self, widths: &[u16]) -> usize {
        let fits = |count: &usize| points(&widths[..*count]) <= self.width * SMALLEST;
        (1..=widths.len()).rev().find(fits).unwrap_or(1)
    }

    /// Points of a sheet that fit on a page when its columns fill the width.
    pub fn page_height(&self, widths: &[u16]) -> f64 {
        self.height * (points(widths) / self.width).max(1.0)
    }
}

/// Points of columns beside one another.
fn points(widths: &[u16]) -> f64 {
    widths.iter().map(|width| f64::from(pixels(*width)) * 0.75).sum()
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
        assert_eq!(A4_ACROSS.readable(&[40; 3]), 3);
        assert_eq!(A3_ACROSS.readable(&[40; 50]), 7);
    }
}
