//! What changed behind an edition since it was frozen.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::{Model, store};
use crate::{
    Domain, Result,
    fact::entity::{Column as Fact, Entity as Facts},
    id::{FundingPeriodId, ParticipantId, SubProjectId},
    report::About,
    rows::Rows,
    sub_project,
};

/// What changed behind an edition since the moment it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Cases, each once whatever is told of them, entities and events that count, or are left out, otherwise than when the
    /// edition was frozen: corrected, withdrawn, or entered late.
    pub cases: u64,
}

/// What changed behind an edition at its cut-off since its known-at. Nothing can keep a change from being counted: the
/// ledger itself is asked.
pub async fn changes(domain: &Domain, edition: &Model) -> Result<Changes> {
    let versions = versions(&domain.db, BTreeSet::from([edition.funding_period_id])).await?;
    let learnt =
        Condition::any().add(Fact::KnownFrom.gt(edition.known_at)).add(Fact::KnownUntil.gt(edition.known_at));
    let at_cut_off = Condition::all()
        .add(Fact::ValidFrom.lte(edition.cut_off))
        .add(Condition::any().add(Fact::ValidUntil.is_null()).add(Fact::ValidUntil.gt(edition.cut_off)));
    let mut cases: BTreeSet<(SubProjectId, Uuid)> = BTreeSet::new();
    let covered: Vec<SubProjectId> = covered(edition, &versions).into_iter().collect();
    for some in covered.chunks(crate::db::KEYS_PER_STATEMENT) {
        let found: Vec<(SubProjectId, Uuid, Option<ParticipantId>)> = Facts::find()
            .select_only()
            .columns([Fact::SubProjectId, Fact::SubjectId, Fact::ParticipantId])
            .distinct()
            .filter(Fact::SubProjectId.is_in(some.iter().copied()))
            .filter(learnt.clone())
            .filter(at_cut_off.clone())
            .into_tuple()
            .all(&domain.db)
            .await?;
        let case = |(place, subject, person): (_, _, Option<ParticipantId>)| {
            (place, person.map_or(subject, |person| person.0))
        };
        cases.extend(found.into_iter().map(case));
    }
    Ok(Changes { cases: cases.len() as u64 })
}

/// Every version of the sub-projects of some periods.
async fn versions(
    db: &impl ConnectionTrait,
    periods: BTreeSet<FundingPeriodId>,
) -> Result<Vec<sub_project::Model>> {
    let keys: Vec<_> = periods.into_iter().collect();
    let (select, column) = (sub_project::Entity::find(), sub_project::Column::FundingPeriodId);
    Rows { select, column, keys: &keys }.read(db).await
}

/// The sub-projects an edition is about, those of its moment and those of today, out of all versions.
fn covered(edition: &Model, versions: &[sub_project::Model]) -> BTreeSet<SubProjectId> {
    let is_member = |row: &&sub_project::Model| match edition.about() {
        About::Period(period) | About::Bundle(period) => row.funding_period_id == period,
        About::Network(network) => row.regional_network_id == Some(network),
        About::Strand(strand) => row.strand_id == Some(strand),
        About::SubProject(own) => row.id == own,
    };
    let was_known = |row: &sub_project::Model| {
        row.recorded_at <= edition.known_at && row.superseded_at.is_none_or(|at| at > edition.known_at)
    };
    let counts = |row: &&sub_project::Model| row.superseded_at.is_none() || was_known(row);
    versions.iter().filter(is_member).filter(counts).map(|row| row.id).collect()
}

/// Which records are behind an edition that was handed in: those of these sub-projects that were known by then.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frozen(BTreeMap<SubProjectId, DateTime<Utc>>);

impl Frozen {
    /// Whether a version recorded at a moment changes only with a reason.
    pub fn holds(&self, sub_project: SubProjectId, recorded_at: DateTime<Utc>) -> bool {
        self.0.get(&sub_project).is_some_and(|until| recorded_at <= *until)
    }
}

/// What the editions that are handed in and not sent back hold fast; two statements, however many they are.
pub(crate) async fn frozen(db: &impl ConnectionTrait) -> Result<Frozen> {
    let editions = store::unscoped_frozen(db).await?;
    let periods = editions.iter().map(|edition| edition.funding_period_id).collect();
    let versions = versions(db, periods).await?;
    let mut frozen = Frozen::default();
    for edition in editions {
        for sub_project in covered(&edition, &versions) {
            let until = frozen.0.entry(sub_project).or_insert(edition.known_at);
            *until = edition.known_at.max(*until);
        }
    }
    Ok(frozen)
}
