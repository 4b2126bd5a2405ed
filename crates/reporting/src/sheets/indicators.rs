//! The sheet of everything that is told about the unit of the report beyond what is transmitted.

use super::figure_columns::{BY_UNIT, GROUPS, columns, values};
use crate::Content;
use crate::table::{Layout, Sheet, Table, given, with_decimals};

/// One row per category of region and indicator, zeros included: cases beside people, and the cases left out.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let figures = content.figures_of_unit(&BY_UNIT);
    let rows: Vec<_> = figures.into_iter().map(|figure| values(content, figure, &content.notes)).collect();
    (!rows.is_empty()).then(|| Sheet {
        name: content.text("sheet-indicators"),
        layout: Layout::Page,
        title: content.text("title-indicators"),
        lines: vec![content.scope_line(), content.text("line-indicators")],
        tables: vec![Table {
            heading: None,
            columns: with_decimals(columns(content), &rows),
            grouped_by: GROUPS[1..].to_vec(),
            rows: given(rows),
        }],
        charts: Vec::new(),
    })
}
