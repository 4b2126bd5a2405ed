//! The sheet of the programme's own indicators, such as those of the BMAS, for the unit of the report.

use domain::indicator::RulebookKind;

use super::figure_columns::{GROUPS, columns, values};
use crate::Content;
use crate::table::{Layout, Sheet, Table, given};

/// One row per category of region and indicator, zeros included; none when the programme has no indicators of its own.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let figures = content.figures_by(content.level()?, &[RulebookKind::Programme]);
    (!figures.is_empty()).then(|| Sheet {
        name: content.text("sheet-programme"),
        layout: Layout::Page,
        title: content.text("title-programme"),
        lines: vec![content.scope_line(), content.text("line-programme")],
        tables: vec![Table {
            heading: None,
            columns: columns(content),
            grouped_by: GROUPS[1..].to_vec(),
            rows: given(figures.into_iter().map(|figure| values(content, figure))),
        }],
        charts: Vec::new(),
    })
}
