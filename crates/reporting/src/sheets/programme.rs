//! The sheet of the programme's own indicators, such as those of the BMAS, for the unit of the report.

use domain::indicator::RulebookKind;

use super::cell_names::CellNames;
use super::figure_columns::{GROUPS, columns, named_values};
use crate::Content;
use crate::table::{Layout, Sheet, Table, given, with_decimals};

/// One row per category of region and indicator, zeros included; when the programme has no indicators of its
/// own, it says so.
pub fn sheet<'a>(content: &'a Content, names: &CellNames) -> Option<Sheet<'a>> {
    let figures = content.figures_of_unit(&[RulebookKind::Programme]);
    let rows: Vec<_> = figures.into_iter().map(|figure| named_values(content, figure, names)).collect();
    let line = if rows.is_empty() { "line-no-programme" } else { "line-programme" };
    Some(Sheet {
        name: content.text("sheet-programme"),
        layout: Layout::Page,
        title: content.text("title-programme"),
        lines: vec![content.scope_line(), content.text(line)],
        tables: vec![Table {
            heading: None,
            columns: with_decimals(columns(content), &rows),
            grouped_by: GROUPS[1..].to_vec(),
            rows: given(rows),
        }],
        charts: Vec::new(),
    })
}
