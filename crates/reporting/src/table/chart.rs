//! A picture of what stands in the tables of a sheet.

use std::ops::Range;

/// A chart. It follows the cells it is made of.
#[derive(Clone, Debug)]
pub struct Chart {
    /// How values are drawn.
    pub kind: ChartKind,
    /// What it shows.
    pub title: String,
    /// The same for readers who do not see it: what is drawn and what it says.
    pub alternative: String,
    /// What the categories are, at their axis.
    pub category_title: String,
    /// What the values are, at theirs.
    pub value_title: String,
    /// What is drawn. Told apart by shape and line or by pattern, never by colour alone.
    pub series: Vec<Series>,
}

/// How values are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// As points on lines, for what develops over time.
    Line,
    /// As upright bars.
    Column,
    /// As lying bars, for categories with long names.
    Bar,
}

/// Values that belong together.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name in the legend.
    pub name: String,
    /// Index of the table on the chart's sheet; one that goes on on a further sheet has no charts.
    pub table: usize,
    /// Index of the column of categories.
    pub categories: usize,
    /// Index of the column of values.
    pub values: usize,
    /// Which rows of the table, the first below the header being 0.
    pub rows: Range<u32>,
}
