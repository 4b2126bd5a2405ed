//! The sheet of figures by sub-project.

use domain::figure::Breakdown;

use super::figure_columns::{BY_UNIT, by_unit, unit};
use crate::Content;
use crate::table::{Layout, Sheet};

/// One row per sub-project, category of region and indicator; none when the report is about a single one.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let figures = content.figures_by(Breakdown::SubProject, &BY_UNIT).into_iter();
    let rows = figures.map(|figure| (unit(content, figure), figure));
    content.level().is_some_and(|level| level < Breakdown::SubProject).then(|| Sheet {
        name: content.sub_projects("sheet-sub-projects"),
        layout: Layout::Page,
        title: content.sub_projects("title-sub-projects"),
        lines: vec![content.scope_line(), content.text("line-persons")],
        tables: vec![by_unit(content, &content.notes, rows.collect())],
        charts: Vec::new(),
    })
}
