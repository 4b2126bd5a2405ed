//! Comparing targets with figures.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use chrono::NaiveDate;
use counting::Gender;

use super::{
    Attainment, AttainmentQuery, Days, TargetKind,
    rules::{Course, end_of_year_before},
    store::{InForce, Named, Units, in_force},
};
use crate::{
    Domain, Result, Viewer,
    figure::{self, Breakdown, Figure, FigureQuery},
    indicator::Catalogue,
    selection::{self, Asked, Selection},
    sub_project::RegionCategory,
    target,
};

/// A target in force with its unit.
struct Agreed<'a> {
    kind: TargetKind,
    row: &'a target::Model,
    level: Breakdown,
    code: Option<&'a str>,
    days: Days,
}

/// The targets in force at a cut-off that the viewer may see, each beside what has been reached: those of the period,
/// then of its networks, then of its sub-projects, each unit's in the order of the indicators.
///
/// # Errors
/// Unknown codes, a cut-off before the period and a known-at in the future; those who read nothing are refused.
pub async fn attainments(
    domain: &Domain,
    viewer: &Viewer,
    query: &AttainmentQuery,
) -> Result<Vec<Attainment>> {
    let asked = Asked {
        period: &query.period,
        network: query.network.as_deref(),
        strand: query.strand.as_deref(),
        sub_project: query.sub_project.as_deref(),
        cut_off: query.cut_off,
        known_at: query.known_at,
    };
    let selection = selection::select(domain, viewer, asked).await?;
    let wanted = InForce {
        period: selection.period.id,
        cut_off: query.cut_off,
        known_at: selection.known_at,
        units: if query.strand.is_some() { Units::InPart } else { Units::Whole },
    };
    let query = &AttainmentQuery { known_at: selection.known_at, ..query.clone() };
    let targets = in_force(domain, viewer, wanted).await?;
    let units = Named::of(domain, &targets, wanted).await?;
    let catalogue = Catalogue::of(&domain.db, &selection.period, query.known_at).await?;
    let mut agreed: Vec<Agreed<'_>> = Vec::new();
    let to_be_reached = targets.iter().filter(|(kind, _)| kind.is_to_be_reached());
    for (kind, row) in to_be_reached.filter(|(_, row)| catalogue.by_code(&row.indicator).is_some()) {
        let Some((level, code)) =
            units.unit(row).filter(|unit| is_asked_for(query, &selection, (row, *unit)))
        else {
            continue;
        };
        let days = row.sub_project_id.and_then(|id| units.sub_projects.get(&id));
        let days = Days {
            first: days.and_then(|row| row.starts_on).unwrap_or(selection.period.starts_on),
            last: days.and_then(|row| row.ends_on).unwrap_or(selection.period.ends_on),
        };
        let days = match row.year.filter(|_| *kind == TargetKind::PerYear) {
            Some(year) => days.within(year),
            None => Some(days),
        };
        agreed.extend(days.map(|days| Agreed { kind: *kind, row, level, code, days }));
    }
    compared(domain, viewer, query, &agreed).await
}

/// Whether a target's unit and indicator are among those asked for.
fn is_asked_for(
    query: &AttainmentQuery,
    selection: &Selection,
    (row, (level, code)): (&target::Model, (Breakdown, Option<&str>)),
) -> bool {
    let among_units = match level {
        Breakdown::Period => query.network.is_none() && query.sub_project.is_none(),
        Breakdown::Network => {
            query.sub_project.is_none() && query.network.as_deref().is_none_or(|asked| code == Some(asked))
        }
        Breakdown::SubProject => {
            selection.sub_projects.iter().any(|known| Some(known.id) == row.sub_project_id)
        }
    };
    among_units && (query.indicators.is_empty() || query.indicators.contains(&row.indicator))
}

/// The targets beside their figures, level by level.
async fn compared(
    domain: &Domain,
    viewer: &Viewer,
    query: &AttainmentQuery,
    agreed: &[Agreed<'_>],
) -> Result<Vec<Attainment>> {
    let known: BTreeSet<&str> = agreed.iter().map(|agreed| agreed.row.indicator.as_str()).collect();
    let levels: BTreeSet<Breakdown> = agreed.iter().map(|agreed| agreed.level).collect();
    let levels: Vec<Breakdown> = levels.into_iter().collect();
    let question = FigureQuery {
        period: query.period.clone(),
        cut_off: query.cut_off,
        known_at: query.known_at,
        network: query.network.clone(),
        strand: query.strand.clone(),
        sub_project: query.sub_project.clone(),
        by: None,
        kinds: Vec::new(),
        indicators: known.into_iter().map(str::to_owned).collect(),
    };
    let figures = figure::by_levels(domain, viewer, (&question, &levels)).await?;
    let before = match agreed.iter().any(|agreed| agreed.kind == TargetKind::PerYear) {
        true => figures_before(domain, viewer, (&question, &levels)).await?,
        false => Vec::new(),
    };
    let mut attainments = Vec::new();
    for (place, level) in levels.iter().enumerate() {
        let figures = &*figures[place];
        let before = before.get(place).map(Vec::as_slice).unwrap_or_default();
        let agreed = agreed.iter().filter(|agreed| agreed.level == *level);
        let of_level = agreed.filter_map(|agreed| attainment(agreed, (figures, before), query.cut_off));
        attainments.extend(in_order(of_level.collect(), figures));
    }
    Ok(attainments)
}

/// By unit, then in the order of the indicators.
fn in_order(mut attainments: Vec<Attainment>, figures: &[Figure]) -> Vec<Attainment> {
    let order: HashMap<&str, usize> =
        figures.iter().enumerate().rev().map(|(place, figure)| (&*figure.indicator.code, place)).collect();
    attainments.sort_by(|a, b| {
        let place = |one: &Attainment| {
            let indicator = order.get(&*one.indicator.code).copied();
            (one.unit.code.clone(), indicator, one.region_category, one.gender, one.kind)
        };
        place(a).cmp(&place(b))
    });
    attainments
}

/// The figures at the end of the year before; none when the period had not begun.
async fn figures_before(
    domain: &Domain,
    viewer: &Viewer,
    (question, levels): (&FigureQuery, &[Breakdown]),
) -> Result<Vec<Vec<Figure>>> {
    let Some(cut_off) = end_of_year_before(question.cut_off) else { return Ok(Vec::new()) };
    let question = FigureQuery { cut_off, ..question.clone() };
    match figure::by_levels(domain, viewer, (&question, levels)).await {
        Err(crate::Error::Invalid(mistakes))
            if mistakes.iter().all(|mistake| mistake.code == "cut-off-before-period") =>
        {
            Ok(Vec::new())
        }
        figures => figures,
    }
}

/// One target beside the figures of its unit, which add up over categories of region: no case is in two.
fn attainment(
    agreed: &Agreed<'_>,
    (figures, before): (&[Figure], &[Figure]),
    cut_off: NaiveDate,
) -> Option<Attainment> {
    let row = agreed.row;
    let region_category: Option<RegionCategory> =
        row.region_category.as_deref().map(str::parse).transpose().ok()?;
    let gender: Option<Gender> = row.gender.as_deref().map(str::parse).transpose().ok()?;
    let is_meant = |figure: &&Figure| {
        let same_unit = agreed.level == Breakdown::Period || figure.unit.code.as_deref() == agreed.code;
        same_unit
            && *figure.indicator.code == row.indicator
            && region_category.is_none_or(|category| figure.region_category == category)
    };
    let sum = |figures: &[Figure]| {
        figures.iter().filter(is_meant).map(|figure| reached(figure, gender)).sum::<u64>()
    };
    let any = figures.iter().find(|figure| {
        *figure.indicator.code == row.indicator
            && (agreed.level == Breakdown::Period || figure.unit.code.as_deref() == agreed.code)
    })?;
    let actual = match agreed.kind {
        TargetKind::PerYear => sum(figures).saturating_sub(sum(before)),
        _ => sum(figures),
    };
    let course = Course { kind: agreed.kind, days: agreed.days, target: row.value, actual, cut_off };
    Some(Attainment {
        unit: Arc::clone(&any.unit),
        region_category,
        gender,
        indicator: Arc::clone(&any.indicator),
        kind: agreed.kind,
        days: agreed.days,
        target: row.value,
        valid_from: row.valid_from,
        document: row.document.clone(),
        actual,
        expected: course.expected(),
        forecast: course.forecast(),
        standing: course.standing(),
    })
}

/// What a figure says in a gender column.
fn reached(figure: &Figure, gender: Option<Gender>) -> u64 {
    let genders = figure.genders.unwrap_or_default();
    match gender {
        None => figure.total,
        Some(Gender::Female) => genders.women,
        Some(Gender::Male) => genders.men,
        Some(Gender::NonBinary) => genders.non_binary,
        Some(Gender::NotStated) => 0,
    }
}
