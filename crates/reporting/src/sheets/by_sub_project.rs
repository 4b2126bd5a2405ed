//! The sheet of figures by sub-project.

use domain::figure::{Breakdown, Figure};

use super::figure_columns::{BY_UNIT, by_unit, is_told, unit};
use crate::Content;
use crate::table::{Layout, Sheet};

/// One row per sub-project, category of region and indicator; none when the report is about a single one.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let rows: Vec<_> = told(content).map(|figure| (unit(content, figure), figure)).collect();
    let all = content.figures_by(Breakdown::SubProject, &BY_UNIT).len();
    let left_out = (rows.len() < all).then(|| content.sub_projects("line-not-owed"));
    content.level().is_some_and(|level| level < Breakdown::SubProject).then(|| Sheet {
        name: content.sub_projects("sheet-sub-projects"),
        layout: Layout::Units,
        title: content.sub_projects("title-sub-projects"),
        lines: [content.scope_line(), content.text("line-persons")].into_iter().chain(left_out).collect(),
        tables: vec![by_unit(content, &content.notes, rows)],
        charts: Vec::new(),
    })
}

/// The figures told, in the order of the rows.
pub fn told(content: &Content) -> impl Iterator<Item = &Figure> {
    let figures = content.figures_by(Breakdown::SubProject, &BY_UNIT).into_iter();
    figures.filter(|figure| is_told(figure, &content.notes))
}
