//! The sheet of figures by regional network.

use domain::figure::Breakdown;

use super::figure_columns::by_unit;
use crate::Content;
use crate::table::{Layout, Sheet};

/// One row per regional network, category of region and indicator; none when the report is about less.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    content.level().is_some_and(|level| level < Breakdown::Network).then(|| Sheet {
        name: content.text("sheet-networks"),
        layout: Layout::Page,
        title: content.text("title-networks"),
        lines: vec![content.scope_line(), content.text("line-persons")],
        tables: vec![by_unit(content, Breakdown::Network)],
        charts: Vec::new(),
    })
}
