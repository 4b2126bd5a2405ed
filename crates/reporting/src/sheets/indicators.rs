//! The sheet of figures for the unit of the report.

use domain::indicator::RulebookKind;

use super::figure_columns::{GROUPS, columns, values};
use crate::Content;
use crate::table::{Layout, Sheet, Table, given};

/// One row per category of region and indicator, zeros included.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let figures =
        content.level().map(|level| content.figures_by(level, &[RulebookKind::Law])).unwrap_or_default();
    Some(Sheet {
        name: content.text("sheet-indicators"),
        layout: Layout::Page,
        title: content.text("title-indicators"),
        lines: vec![content.scope_line()],
        tables: vec![Table {
            heading: None,
            columns: columns(content),
            grouped_by: GROUPS[1..].to_vec(),
            rows: given(figures.into_iter().map(|figure| values(content, figure))),
        }],
        charts: Vec::new(),
    })
}
