//! Figures of the strands (Handlungsschwerpunkte) of what a report is about.

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use super::{
    Figure, FigureQuery,
    columns::PeriodFacts,
    service,
    units::{Question, Row},
};
use crate::{
    Domain, Result, Versioned,
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
    /// Figures of the unit asked for, as far as its sub-projects belong to the strand.
    pub figures: Vec<Figure>,
}

/// The figures of the unit of a question, strand by strand in the order of their codes; sub-projects without one come last.
pub(super) async fn by_strand(
    domain: &Domain,
    query: &FigureQuery,
    (whole, by_sub_project, facts): (&Question, &Question, &Arc<PeriodFacts>),
) -> Result<Vec<StrandFigures>> {
    let strands = strand::store::of_periods(&domain.db, &[whole.period.id]).await?;
    let Some(unit) = whole.rows.first().map(|row| &row.unit).filter(|_| !strands.is_empty()) else {
        return Ok(Vec::new());
    };
    let rows = sub_project::Entity::as_of(query.known_at, query.cut_off)
        .select_only()
        .columns([sub_project::Column::Id, sub_project::Column::StrandId])
        .filter(sub_project::Column::FundingPeriodId.eq(whole.period.id))
        .into_tuple::<(SubProjectId, Option<StrandId>)>();
    let strand_of: BTreeMap<_, _> = rows.all(&domain.db).await?.into_iter().collect();
    let mut all = Vec::new();
    for strand in strands.iter().map(Some).chain([None]) {
        let mut categories: BTreeMap<RegionCategory, Vec<SubProjectId>> = BTreeMap::new();
        for row in &by_sub_project.rows {
            let within =
                |id: &&SubProjectId| strand_of.get(id).copied().flatten() == strand.map(|row| row.id);
            let within = row.sub_projects.iter().filter(within);
            categories.entry(row.region_category).or_default().extend(within);
        }
        let rows = categories.into_iter().filter(|(_, ids)| !ids.is_empty());
        let rows = rows.map(|(region_category, sub_projects)| {
            let unit = Arc::clone(unit);
            Row { unit, region_category, sub_projects }
        });
        let question = Question { rows: rows.collect(), ..whole.without_units() };
        if question.rows.is_empty() {
            continue;
        }
        all.push(StrandFigures {
            code: strand.map(|row| row.code.clone()),
            name: strand.map(|row| row.name.clone()).unwrap_or_default(),
            figures: service::count(Arc::new(question), Arc::clone(facts), query.cut_off).await,
        });
    }
    Ok(all)
}
