//! Drawing a sample.

use std::collections::HashMap;

use chrono::NaiveDate;
use counting::sampling;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;

use super::{
    Asks, Entity, Model,
    draw::{Drawn, draw as drawn, to_select},
    frame::{Candidate, Population, sha256},
    member_entity, stratum_entity,
};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    case_file, counting_profile, db, free_text,
    id::{SampleId, SampleMemberId, SampleStratumId},
    participant,
    rows::Rows,
    selection::{self, Asked, Selection},
    sub_project::LawDays,
};

/// The longest seed, in characters.
const LONGEST_SEED: usize = 200;

/// The least share of answers to expect: one in a thousand.
const LEAST_ANSWERS: f64 = 0.001;

/// A sample to be drawn.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Code of the funding period.
    pub period: String,
    /// Code of the indicator the survey is for: EECR05 or EECR06, in ESF 2014-20 CR06 or CR07.
    pub indicator: String,
    /// Those whose six months have passed by this day can be drawn.
    pub cut_off: NaiveDate,
    /// What chance is made of; publish it before the draw, and nobody can choose who is asked.
    pub seed: String,
    /// The share of those drawn who are expected to answer, 0.001 to 1: the fewer, the more are drawn.
    pub expected_answers: f64,
}

/// Draws a stratified sample from the cases known now, and keeps it.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; a change that is being written just now. All mistakes at once: unknown
/// codes, an indicator that no sample is drawn for, no seed or too long a one, a share outside 0.001 to 1, nobody who could
/// be drawn.
pub async fn draw(domain: &Domain, viewer: &Viewer, wish: Draw) -> Result<SampleId> {
    viewer.require_administrator()?;
    let now = domain.clock.now();
    let asked = Asked {
        period: &wish.period,
        network: None,
        strand: None,
        sub_project: None,
        cut_off: wish.cut_off,
        known_at: Some(now),
    };
    let selection = selection::select(domain, viewer, asked).await?;
    let asks = checked(domain, &selection, &wish)?;
    let known_at = selection.known_at.unwrap_or(now);
    let frame = frame(domain, &selection, (asks, wish.cut_off)).await?;
    let population = frame.len() as u64;
    if population == 0 {
        return Err(Error::invalid(UserError::new("sample-frame-empty", "cutOff").with_value(wish.cut_off)));
    }
    let required = sampling::required_answers(population);
    let selected = to_select(required, wish.expected_answers, population);
    let strata = drawn(&wish.seed, &frame, selected);
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let sample = Model {
        id: SampleId::fresh(),
        funding_period_id: selection.period.id,
        indicator: wish.indicator,
        cut_off: wish.cut_off,
        known_at,
        seed: wish.seed,
        frame_sha256: sha256(&frame),
        population: number(population),
        required_answers: number(required),
        selected: strata.iter().map(|stratum| number(stratum.members.len() as u64)).sum(),
        expected_answers: wish.expected_answers,
        drawn_at: now,
        drawn_by_name: viewer.actor.name().to_owned(),
    };
    keep(domain, viewer, (sample, strata)).await
}

fn checked(domain: &Domain, selection: &Selection, wish: &Draw) -> Result<Asks> {
    let rulebook = selection.period.rulebook.as_deref().and_then(counting::rulebook);
    let known = rulebook.is_some_and(|rulebook| rulebook.by_code(&wish.indicator).is_some());
    let asks = Asks::of(&wish.indicator).filter(|_| known);
    let mut mistakes = Vec::new();
    if asks.is_none() {
        mistakes.push(UserError::new("sample-indicator", "indicator").with_value(&wish.indicator));
    }
    if wish.cut_off > domain.clock.today() {
        mistakes.push(UserError::new("cut-off-in-future", "cutOff").with_value(wish.cut_off));
    }
    if wish.seed.trim().is_empty() || wish.seed.chars().count() > LONGEST_SEED {
        mistakes.push(UserError::new("sample-seed", "seed"));
    }
    mistakes.extend(free_text::unseen(&wish.seed, "seed"));
    if !(LEAST_ANSWERS..=1.0).contains(&wish.expected_answers) {
        mistakes.push(UserError::new("sample-expected-answers", "expectedAnswers"));
    }
    asks.filter(|_| mistakes.is_empty()).ok_or(Error::Invalid(mistakes))
}

/// Everybody who can be drawn, sorted by stratum and key.
async fn frame(
    domain: &Domain,
    selection: &Selection,
    (asks, cut_off): (Asks, NaiveDate),
) -> Result<Vec<Candidate>> {
    let rulebook = selection.period.rulebook.as_deref().and_then(counting::rulebook);
    let rulebook = rulebook.ok_or(Error::Inconsistent { table: "funding_period", column: "rulebook" })?;
    let law_days = LawDays::read(&domain.db, selection.known_at).await?;
    let owing = selection::owing_law(&selection.sub_projects, (&law_days, cut_off));
    let profile =
        counting_profile::store::profile_of(&domain.db, selection.period.id, selection.known_at).await?;
    let wanted = case_file::Wanted { sub_projects: &owing, profile: &profile, known_at: selection.known_at };
    let population = Population { asks, rulebook, cut_off };
    let files = case_file::read(&domain.db, wanted).await?;
    let files: Vec<_> = files.into_iter().filter_map(|file| file.by_law(&law_days)).collect();
    let eligible: Vec<_> =
        files.iter().filter_map(|case| population.traits(case).map(|traits| (case, traits))).collect();
    let people: Vec<_> = eligible.iter().map(|(case, _)| case.person).collect();
    let people = Rows { select: participant::Entity::find(), column: participant::Column::Id, keys: &people };
    let references: HashMap<_, String> =
        people.read(&domain.db).await?.into_iter().map(|row| (row.id, row.reference)).collect();
    let codes: HashMap<_, &str> = owing.iter().map(|row| (row.id, row.code.as_str())).collect();
    let candidate = |(case, traits): (&case_file::CaseFile, _)| {
        let key = format!("{}/{}", codes.get(&case.sub_project)?, references.get(&case.person)?);
        Some(Candidate { traits, key, sub_project: case.sub_project, person: case.person })
    };
    let mut frame: Vec<Candidate> = eligible.into_iter().filter_map(candidate).collect();
    frame.sort();
    Ok(frame)
}

/// Writes the sample with its strata and members.
async fn keep(domain: &Domain, viewer: &Viewer, (sample, strata): (Model, Vec<Drawn>)) -> Result<SampleId> {
    let id = sample.id;
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (mut strata_rows, mut members) = (Vec::new(), Vec::new());
    for stratum in strata {
        let row = stratum_entity::Model {
            id: SampleStratumId::fresh(),
            sample_id: id,
            gender: stratum.traits.gender.as_str().to_owned(),
            employment: stratum.traits.employment.as_str().to_owned(),
            age_group: stratum.traits.age_group.as_str().to_owned(),
            education: stratum.traits.education.as_str().to_owned(),
            population: i64::try_from(stratum.population).unwrap_or(i64::MAX),
            selected: number(stratum.members.len()),
        };
        members.extend(stratum.members.into_iter().enumerate().map(|(place, candidate)| {
            let member = member_entity::Model {
                id: SampleMemberId::fresh(),
                sample_id: id,
                sample_stratum_id: row.id,
                sub_project_id: candidate.sub_project,
                participant_id: candidate.person,
                rank: number(place + 1),
            };
            member.into_active_model()
        }));
        strata_rows.push(row.into_active_model());
    }
    let entry = Entry {
        object_id: Some(id.to_string()),
        after: Some(json!({
            "indicator": sample.indicator, "cutOff": sample.cut_off, "seed": sample.seed,
            "frameSha256": sample.frame_sha256, "population": sample.population, "selected": sample.selected,
        })),
        record_count: members.len(),
        ..Entry::new(Action::Create, "sample", "sample drawn")
    };
    let tx = db::begin(&domain.db).await?;
    Entity::insert(sample.into_active_model()).exec_without_returning(&tx).await?;
    db::insert_all(&tx, strata_rows).await?;
    db::insert_all(&tx, members).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(id)
}
