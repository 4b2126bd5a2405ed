//! Figures of the strands (Handlungsschwerpunkte) of what a report is about.

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use super::{
    Breakdown, Figure, FigureQuery,
    columns::PeriodFacts,
    service,
    units::{self, Question, Row},
};
use crate::{
    Domain, Result, Versioned, Viewer,
    id::{StrandId, SubProjectId},
    strand, sub_project,
    sub_project::RegionCategory,
};

/// The figures of one strand.
#[derive(Clone, Debug)]
pub struct StrandFigures {
    /// Its code; none for the sub-projects that belong to no strand.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// The codes of those of its sub-projects that the question is about.
    pub sub_projects: Vec<String>,
    /// Figures of the unit asked for, as far as its sub-projects belong to the strand.
    pub figures: Vec<Figure>,
}

/// The figures of the unit of a question, strand by strand in the order of their codes; sub-projects without one come
/// last. None for a sub-project and a strand, and in a period without strands.
pub(super) async fn by_strand(
    domain: &Domain,
    viewer: &Viewer,
    query: &FigureQuery,
    (by_sub_project, facts): (&Question, &Arc<PeriodFacts>),
) -> Result<Vec<StrandFigures>> {
    let period = by_sub_project.period.id;
    let strands = strand::store::of_periods(&domain.db, &[period]).await?;
    if strands.is_empty() || query.strand.is_some() || query.by == Some(Breakdown::SubProject) {
        return Ok(Vec::new());
    }
    let belonging = sub_project::Entity::as_of(by_sub_project.known_at, query.cut_off)
        .select_only()
        .columns([sub_project::Column::Id, sub_project::Column::StrandId])
        .filter(sub_project::Column::FundingPeriodId.eq(period))
        .into_tuple::<(SubProjectId, Option<StrandId>)>();
    let strand_of: BTreeMap<_, _> = belonging.all(&domain.db).await?.into_iter().collect();
    let mut question = units::resolve(domain, viewer, query).await?;
    let Some(unit) = question.rows.first().map(|row| Arc::clone(&row.unit)) else { return Ok(Vec::new()) };
    question.rows.clear();
    let mut all = Vec::new();
    for strand in strands.iter().map(Some).chain([None]) {
        let mut categories: BTreeMap<RegionCategory, (Vec<SubProjectId>, bool)> = BTreeMap::new();
        let mut members = Vec::new();
        for row in &by_sub_project.rows {
            let within =
                |id: &&SubProjectId| strand_of.get(id).copied().flatten() == strand.map(|row| row.id);
            let before = categories.entry(row.region_category).or_default();
            let count = before.0.len();
            before.0.extend(row.sub_projects.iter().filter(within));
            let belongs = before.0.len() > count;
            before.1 |= row.owes_law && belongs;
            members.extend(row.unit.code.clone().filter(|_| belongs));
        }
        categories.retain(|_, (sub_projects, _)| !sub_projects.is_empty());
        let rows = categories.into_iter().map(|(region_category, (sub_projects, owes_law))| Row {
            unit: Arc::clone(&unit),
            region_category,
            sub_projects,
            owes_law,
            strands: Some(strand.map(|row| row.code.clone()).into_iter().collect()),
        });
        let rows: Vec<_> = rows.collect();
        all.push((strand, members, rows.iter().map(|row| question.owed_by(row).count()).sum()));
        question.rows.extend(rows);
    }
    let mut figures = service::count(Arc::new(question), Arc::clone(facts), query.cut_off).await.into_iter();
    let filled = all.into_iter().filter(|(.., figures)| *figures > 0);
    let strand = |(strand, sub_projects, own): (Option<&strand::Model>, Vec<String>, usize)| StrandFigures {
        code: strand.map(|row| row.code.clone()),
        name: strand.map(|row| row.name.clone()).unwrap_or_default(),
        sub_projects,
        figures: figures.by_ref().take(own).collect(),
    };
    Ok(filled.map(strand).collect())
}
