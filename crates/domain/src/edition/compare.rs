//! What an edition says otherwise than another of the same unit.

use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use super::{Column, Model, read, store};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    figure::{self, DifferenceQuery, FigureDifference, Moment},
    id::EditionId,
    indicator::RulebookKind,
    report,
};

/// So many other editions are offered for a comparison.
const MOST: u64 = 50;

/// Two editions of a unit, and every figure of it that differs.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The earlier one.
    pub from: Model,
    /// The later one.
    pub to: Model,
    /// The figures that differ, or that are made up of other cases, each with what every cause changed. Law, programme
    /// and activities, in this order.
    pub differences: Vec<FigureDifference>,
}

impl Compared {
    /// The point an edition shows.
    pub fn point(edition: &Model) -> Moment {
        Moment { cut_off: edition.cut_off, known_at: Some(edition.known_at) }
    }
}

/// Compares two editions of the same unit, in whichever order they are given. What was frozen is compared: the rules,
/// records and structure of each.
///
/// # Errors
/// [`Error::NotFound`] for an edition the viewer may not see. As mistakes: editions of different units, and two of which
/// one has the later cut-off and the other knows more, so that none comes after the other.
pub async fn compare(
    domain: &Domain,
    viewer: &Viewer,
    (one, other): (EditionId, EditionId),
) -> Result<Compared> {
    let (one, other) = (read::get(domain, viewer, one).await?, read::get(domain, viewer, other).await?);
    if one.unit_key != other.unit_key {
        return Err(Error::invalid(UserError::new("editions-of-other-units", "id")));
    }
    let age = |edition: &Model| (edition.cut_off, edition.known_at);
    let (from, to) = if age(&one) <= age(&other) { (one, other) } else { (other, one) };
    let subject = report::subject(domain, &report::get(domain, viewer, to.report_run_id).await?).await?;
    let query = DifferenceQuery {
        period: subject.period.code,
        network: subject.network,
        strand: subject.strand,
        sub_project: subject.sub_project,
        by: None,
        kinds: vec![RulebookKind::Law, RulebookKind::Programme, RulebookKind::Activities],
        indicators: Vec::new(),
        from: Compared::point(&from),
        to: Compared::point(&to),
    };
    let mut differences = figure::difference(domain, viewer, &query).await?;
    differences.retain(|figure| figure.from != figure.to || !figure.causes.is_empty());
    Ok(Compared { from, to, differences })
}

/// The other editions of an edition's unit that the viewer may see and that it can be compared with, the newest first: of
/// the two, the one with the later cut-off knows no less.
pub async fn comparable(domain: &Domain, viewer: &Viewer, edition: &Model) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let (cut_off, known_at) = (edition.cut_off, edition.known_at);
    let before = Condition::all().add(Column::CutOff.lte(cut_off)).add(Column::KnownAt.lte(known_at));
    let behind = Condition::all().add(Column::CutOff.gte(cut_off)).add(Column::KnownAt.gte(known_at));
    let others = store::visible_to(viewer.reads())
        .filter(Column::UnitKey.eq(&edition.unit_key))
        .filter(Column::Id.ne(edition.id))
        .filter(Condition::any().add(before).add(behind))
        .order_by_desc(Column::Id)
        .limit(MOST);
    Ok(others.all(&domain.db).await?)
}
