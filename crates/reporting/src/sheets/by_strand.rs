//! The sheet of figures by strand (Handlungsschwerpunkt).

use domain::figure::{Figure, StrandFigures};

use super::figure_columns::{BY_UNIT, by_unit, is_told};
use crate::table::{Layout, Sheet, Value};
use crate::{Content, Notes};

/// One row per strand, category of region and indicator; none when the period has no strands.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let rows: Vec<_> = told(content).map(|(strand, figure)| (name(content, strand), figure)).collect();
    let left_out = (rows.len() < all(content).count()).then(|| content.text("line-not-owed-by-strand"));
    (!content.strands.is_empty()).then(|| Sheet {
        name: content.text("sheet-strands"),
        layout: Layout::Units,
        title: content.text("title-strands"),
        lines: [content.scope_line(), content.text("line-persons")].into_iter().chain(left_out).collect(),
        // notes are about the whole of a unit, not about what of it belongs to a strand
        tables: vec![by_unit(content, &Notes::default(), rows)],
        charts: Vec::new(),
    })
}

/// The figures told, each with its strand, in the order of the rows.
pub fn told(content: &Content) -> impl Iterator<Item = (&StrandFigures, &Figure)> {
    all(content).filter(|(_, figure)| is_told(figure, &Notes::default()))
}

/// All figures by strand.
fn all(content: &Content) -> impl Iterator<Item = (&StrandFigures, &Figure)> {
    content.strands.iter().flat_map(|strand| {
        let figures = strand.figures.iter().filter(|figure| BY_UNIT.contains(&figure.indicator.kind));
        figures.map(move |figure| (strand, figure))
    })
}

fn name<'a>(content: &Content, strand: &'a StrandFigures) -> [Value<'a>; 2] {
    let name = match &strand.code {
        Some(_) => strand.name.as_str().into(),
        None => content.text("no-strand").into(),
    };
    [strand.code.as_deref().into(), name]
}
