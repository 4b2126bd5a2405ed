//! The sheet of figures by sub-project.

use domain::figure::Breakdown;

use super::figure_columns::by_unit;
use crate::Content;
use crate::table::{Layout, Sheet};

/// One row per sub-project, category of region and indicator; none when the report is about a single one.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    content.level().is_some_and(|level| level < Breakdown::SubProject).then(|| Sheet {
        name: content.sub_projects("sheet-sub-projects"),
        layout: Layout::Page,
        title: content.sub_projects("title-sub-projects"),
        lines: vec![content.scope_line(), content.text("line-persons")],
        tables: vec![by_unit(content, Breakdown::SubProject)],
        charts: Vec::new(),
    })
}
