//! The sheet of figures by regional network.

use domain::figure::Breakdown;

use super::figure_columns::{BY_UNIT, by_unit, unit};
use crate::Content;
use crate::table::{Layout, Sheet};

/// One row per regional network, category of region and indicator; none when the report is about less.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let figures = content.figures_by(Breakdown::Network, &BY_UNIT).into_iter();
    let rows = figures.map(|figure| (unit(content, figure), figure));
    content.level().is_some_and(|level| level < Breakdown::Network).then(|| Sheet {
        name: content.text("sheet-networks"),
        layout: Layout::Units,
        title: content.text("title-networks"),
        lines: vec![content.scope_line(), content.text("line-persons")],
        tables: vec![by_unit(content, &content.notes, rows.collect())],
        charts: Vec::new(),
    })
}
