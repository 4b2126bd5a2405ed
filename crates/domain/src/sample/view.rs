//! Reading samples: for those who read all sub-projects of a period, since a sample speaks of all of them.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use counting::sampling;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{AnswerState, Answers, Asks, Column, Entity, Model, member_entity, stratum_entity};
use crate::{
    Domain, Error, Result, Scope, Viewer,
    audit::{self, Action, Entry},
    case_file, counting_profile, funding_period,
    id::{ParticipantId, SampleId, SampleStratumId, SubProjectId},
    participant, recount,
    rows::Rows,
    sub_project,
};

/// A sample with what came of it so far.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The sample.
    pub row: Model,
    /// Code of its period.
    pub period: String,
    /// Its strata, each with the answers.
    pub strata: Vec<Stratum>,
    /// What it says about all; none while nobody of a stratum has answered.
    pub estimate: Option<sampling::Estimate>,
}

/// A stratum with what came of it so far.
#[derive(Clone, Debug)]
pub struct Stratum {
    /// The stratum.
    pub row: stratum_entity::Model,
    /// The answers of those drawn.
    pub answers: Answers,
    /// How many of all of it have the result, as extrapolated; none without answers.
    pub extrapolated: Option<f64>,
}

/// Somebody drawn. Pseudonymous.
#[derive(Clone, Debug)]
pub struct Member {
    /// The stratum.
    pub stratum: SampleStratumId,
    /// The place in the stratum: who is asked first.
    pub rank: i64,
    /// Code of the sub-project.
    pub sub_project: String,
    /// The project's own reference of the person.
    pub reference: String,
    /// What came of asking.
    pub state: AnswerState,
}

impl Sample {
    /// All answers.
    pub fn answers(&self) -> u64 {
        self.strata.iter().map(|stratum| stratum.answers.answered()).sum()
    }

    /// Whether the margin of error is at most 3 percentage points at 95 %.
    pub fn is_reliable(&self) -> bool {
        self.estimate.is_some_and(|estimate| sampling::is_reliable(estimate.margin))
    }
}

/// The samples of a period, the newest first, without what came of them.
///
/// # Errors
/// [`Error::NotFound`] for an unknown period; [`Error::Forbidden`] for those who do not read everything.
pub async fn list(domain: &Domain, viewer: &Viewer, period: &str) -> Result<Vec<Model>> {
    require_overview(viewer)?;
    let period = funding_period::store::by_code(&domain.db, period).await?;
    let period = period.ok_or(Error::NotFound("funding_period"))?;
    let samples = Entity::find().filter(Column::FundingPeriodId.eq(period.id));
    Ok(samples.order_by_desc(Column::Id).all(&domain.db).await?)
}

/// A sample with what came of it, as recorded now.
///
/// # Errors
/// [`Error::NotFound`] for an unknown one; [`Error::Forbidden`] for those who do not read everything.
pub async fn get(domain: &Domain, viewer: &Viewer, id: SampleId) -> Result<Sample> {
    as_known(domain, viewer, (id, None)).await
}

/// The same, as recorded at a moment; none means now.
///
/// # Errors
/// Those of [`get`].
pub async fn as_known(
    domain: &Domain,
    viewer: &Viewer,
    (id, known_at): (SampleId, Option<DateTime<Utc>>),
) -> Result<Sample> {
    require_overview(viewer)?;
    let (row, period) = found(domain, id).await?;
    let asked = asked(domain, (&row, &period), known_at).await?;
    let mut answers: HashMap<SampleStratumId, Answers> = HashMap::new();
    for (member, state) in &asked {
        answers.entry(member.sample_stratum_id).or_default().add(*state);
    }
    let strata = stratum_entity::Entity::find()
        .filter(stratum_entity::Column::SampleId.eq(id))
        .order_by_asc(stratum_entity::Column::Id)
        .all(&domain.db)
        .await?;
    let strata: Vec<Stratum> = strata
        .into_iter()
        .map(|row| {
            let answers = answers.get(&row.id).copied().unwrap_or_default();
            let share = answers.results as f64 / answers.answered() as f64;
            let extrapolated = (answers.answered() > 0).then_some(share * row.population as f64);
            Stratum { row, answers, extrapolated }
        })
        .collect();
    let seen: Vec<sampling::Stratum> =
        strata.iter().map(|stratum| stratum.answers.stratum(stratum.row.population.unsigned_abs())).collect();
    Ok(Sample { row, period: period.code, strata, estimate: sampling::extrapolate(&seen) })
}

/// Everybody drawn, by stratum and rank; the reading is audited.
///
/// # Errors
/// Those of [`get`].
pub async fn members(domain: &Domain, viewer: &Viewer, id: SampleId) -> Result<Vec<Member>> {
    require_overview(viewer)?;
    let (row, period) = found(domain, id).await?;
    let asked = asked(domain, (&row, &period), None).await?;
    let people: Vec<ParticipantId> = asked.iter().map(|(member, _)| member.participant_id).collect();
    let people = Rows { select: participant::Entity::find(), column: participant::Column::Id, keys: &people };
    let references: HashMap<_, String> =
        people.read(&domain.db).await?.into_iter().map(|row| (row.id, row.reference)).collect();
    let places: BTreeSet<SubProjectId> = asked.iter().map(|(member, _)| member.sub_project_id).collect();
    let places: Vec<_> = places.into_iter().collect();
    let codes: HashMap<_, String> = sub_project::store::by_ids(&domain.db, &places, None)
        .await?
        .into_iter()
        .map(|row| (row.id, row.code))
        .collect();
    let member = |(row, state): (member_entity::Model, AnswerState)| Member {
        stratum: row.sample_stratum_id,
        rank: row.rank,
        sub_project: codes.get(&row.sub_project_id).cloned().unwrap_or_default(),
        reference: references.get(&row.participant_id).cloned().unwrap_or_default(),
        state,
    };
    let members: Vec<Member> = asked.into_iter().map(member).collect();
    let entry = Entry {
        object_id: Some(id.to_string()),
        record_count: members.len(),
        ..Entry::new(Action::Read, "participation", "members of a sample")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(members)
}

fn require_overview(viewer: &Viewer) -> Result<()> {
    viewer.require_reader()?;
    if *viewer.reads() == Scope::All { Ok(()) } else { Err(Error::Forbidden) }
}

async fn found(domain: &Domain, id: SampleId) -> Result<(Model, funding_period::Model)> {
    let row = Entity::find_by_id(id).one(&domain.db).await?.ok_or(Error::NotFound("sample"))?;
    let period = funding_period::store::by_ids(&domain.db, &[row.funding_period_id]).await?.pop();
    Ok((row, period.ok_or(Error::Inconsistent { table: "sample", column: "funding_period_id" })?))
}

/// Everybody drawn with what came of asking, by stratum and rank.
async fn asked(
    domain: &Domain,
    (sample, period): (&Model, &funding_period::Model),
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<(member_entity::Model, AnswerState)>> {
    let asks = Asks::of(&sample.indicator);
    let asks = asks.ok_or(Error::Inconsistent { table: "sample", column: "indicator" })?;
    let rows = member_entity::Entity::find()
        .filter(member_entity::Column::SampleId.eq(sample.id))
        .order_by_asc(member_entity::Column::SampleStratumId)
        .order_by_asc(member_entity::Column::Rank)
        .all(&domain.db)
        .await?;
    let places: BTreeSet<SubProjectId> = rows.iter().map(|row| row.sub_project_id).collect();
    let places: Vec<_> = places.into_iter().collect();
    let known_at = recount::moment(domain, period.id, known_at).await?;
    let sub_projects = sub_project::store::by_ids(&domain.db, &places, known_at).await?;
    let profile = counting_profile::store::profile_of(&domain.db, period.id, known_at).await?;
    let wanted = case_file::Wanted { sub_projects: &sub_projects, profile: &profile, known_at };
    let states: HashMap<_, AnswerState> = case_file::read(&domain.db, wanted)
        .await?
        .iter()
        .map(|case| {
            let state = AnswerState::of(&case.told(), asks, sample.cut_off);
            ((case.sub_project, case.person), state)
        })
        .collect();
    let state = |row: &member_entity::Model| {
        states.get(&(row.sub_project_id, row.participant_id)).copied().unwrap_or(AnswerState::Open)
    };
    Ok(rows.into_iter().map(|row| (row.clone(), state(&row))).collect())
}
