//! Samples for the survey six months after leaving.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use domain::{
    id::SampleId,
    sample::{self, Draw, Model},
};

use crate::{
    access::Access,
    caller::Called,
    error::{Result, UserError, told},
    id::{self, Kind},
    scalar::{Date, DateTime},
};

/// A drawn sample.
pub struct Sample(pub Model);

/// A sample drawn for the survey six months after leaving (Stichprobe). Seed and frame give the same members on any
/// machine.
#[Object]
impl Sample {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Sample, self.0.id.0)
    }

    /// Code of the indicator the survey is for.
    async fn indicator(&self) -> &str {
        &self.0.indicator
    }

    /// Those whose six months had passed by this day could be drawn.
    async fn cut_off(&self) -> Date {
        Date(self.0.cut_off)
    }

    /// What chance was made of.
    async fn seed(&self) -> &str {
        &self.0.seed
    }

    /// SHA-256 of the frame: of everybody who could be drawn, with the stratum.
    async fn frame_sha256(&self) -> &str {
        &self.0.frame_sha256
    }

    /// How many could be drawn (Grundgesamtheit).
    async fn population(&self) -> i64 {
        self.0.population
    }

    /// How many answers make it reliable: a margin of error of 3 percentage points at 95 %.
    async fn required_answers(&self) -> i64 {
        self.0.required_answers
    }

    /// How many were drawn.
    async fn selected(&self) -> i64 {
        self.0.selected
    }

    /// The share of those drawn who were expected to answer.
    async fn expected_answers(&self) -> f64 {
        self.0.expected_answers
    }

    /// When it was drawn; what was known then was the frame.
    async fn drawn_at(&self) -> DateTime {
        DateTime(self.0.drawn_at)
    }

    /// Who drew it.
    async fn drawn_by(&self, ctx: &Context<'_>) -> String {
        ctx.caller().name_of(&self.0.drawn_by_name)
    }
}

/// A stratum of a sample with what came of the survey so far (Schicht).
#[derive(SimpleObject)]
pub struct SampleStratum {
    /// Gender.
    gender: String,
    /// Employment at entry.
    employment: String,
    /// Age group at entry.
    age_group: String,
    /// Level of education at entry.
    education: String,
    /// How many belong to it.
    population: i64,
    /// How many of them were drawn.
    selected: i64,
    /// How many of those answered.
    answered: u64,
    /// How many of those have the result asked for.
    results: u64,
    /// How many declined.
    refused: u64,
    /// How many could not be reached.
    not_reached: u64,
    /// How many have no survey yet.
    open: u64,
    /// How many of all of it have the result, as extrapolated; null without answers.
    extrapolated: Option<f64>,
}

/// What a sample says about all (Hochrechnung).
#[derive(SimpleObject)]
pub struct SampleEstimate {
    /// How many have the result, as extrapolated from the strata.
    total: f64,
    /// Their share.
    share: f64,
    /// The margin of error of the share at 95 %: 0.03 is 3 percentage points.
    margin: f64,
    /// Whether the margin is at most 3 percentage points.
    reliable: bool,
}

/// What came of asking somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "sample::AnswerState")]
pub enum AnswerState {
    /// Answered, and the result asked for is there.
    Result,
    /// Answered, and it is not.
    NoResult,
    /// Declined.
    Refused,
    /// Could not be reached.
    NotReached,
    /// No survey is recorded.
    Open,
}

/// Somebody drawn. Pseudonymous.
#[derive(SimpleObject)]
pub struct SampleMember {
    /// The place in the stratum: who is asked first.
    rank: i64,
    /// Code of the sub-project.
    sub_project: String,
    /// The project's own reference of the person.
    reference: String,
    /// What came of asking.
    state: AnswerState,
}

/// A sample with what came of it.
pub struct SampleSurvey(sample::Sample);

/// A sample with what came of the survey so far, as recorded now.
#[Object]
impl SampleSurvey {
    /// The sample.
    async fn sample(&self) -> Sample {
        Sample(self.0.row.clone())
    }

    /// Its strata.
    async fn strata(&self) -> Vec<SampleStratum> {
        let stratum = |stratum: &sample::Stratum| SampleStratum {
            gender: stratum.row.gender.clone(),
            employment: stratum.row.employment.clone(),
            age_group: stratum.row.age_group.clone(),
            education: stratum.row.education.clone(),
            population: stratum.row.population,
            selected: stratum.row.selected,
            answered: stratum.answers.answered(),
            results: stratum.answers.results,
            refused: stratum.answers.refused,
            not_reached: stratum.answers.not_reached,
            open: stratum.answers.open,
            extrapolated: stratum.extrapolated,
        };
        self.0.strata.iter().map(stratum).collect()
    }

    /// How many have answered.
    async fn answered(&self) -> u64 {
        self.0.answers()
    }

    /// What it says about all; null as long as a stratum has no answer.
    async fn estimate(&self) -> Option<SampleEstimate> {
        let estimate = self.0.estimate?;
        Some(SampleEstimate {
            total: estimate.total,
            share: estimate.share(),
            margin: estimate.margin,
            reliable: self.0.is_reliable(),
        })
    }

    /// Everybody drawn, by stratum and rank. The reading is audited.
    #[graphql(complexity = "100 + 10 * child_complexity")]
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<SampleMember>> {
        let caller = ctx.caller();
        let members = sample::members(&caller.domain, &caller.viewer, self.0.row.id).await?;
        let member = |member: sample::Member| SampleMember {
            rank: member.rank,
            sub_project: member.sub_project,
            reference: member.reference,
            state: member.state.into(),
        };
        Ok(members.into_iter().map(member).collect())
    }
}

/// The sample to be drawn.
#[derive(Debug, InputObject)]
pub struct SampleDrawInput {
    /// Code of the funding period.
    period: String,
    /// Code of the indicator the survey is for: `EECR05` or `EECR06`, in ESF 2014-20 `CR06` or `CR07`.
    indicator: String,
    /// Those whose six months have passed by this day can be drawn (Stichtag).
    cut_off: Date,
    /// What chance is made of; publish it before the draw, and nobody can choose who is asked.
    seed: String,
    /// The share of those drawn who are expected to answer, above 0 up to 1; 1 when not said.
    expected_answers: Option<f64>,
}

/// What came of drawing a sample.
#[derive(SimpleObject)]
pub struct SampleDrawPayload {
    /// Id of the sample; null when the input has mistakes.
    id: Option<ID>,
    /// All mistakes in the input; empty when the sample was drawn.
    user_errors: Vec<UserError>,
}

/// The part of the query root about samples.
#[derive(Default)]
pub struct SampleQuery;

#[Object]
impl SampleQuery {
    /// The samples of a period, the newest first: for those who read all of its sub-projects.
    #[graphql(guard = "Access::Reader", complexity = "10 + 10 * child_complexity")]
    async fn samples(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period.")] period: String,
    ) -> Result<Vec<Sample>> {
        let caller = ctx.caller();
        let samples = sample::list(&caller.domain, &caller.viewer, &period).await?;
        Ok(samples.into_iter().map(Sample).collect())
    }

    /// A sample with what came of the survey so far.
    #[graphql(guard = "Access::Reader", complexity = "100 + 10 * child_complexity")]
    async fn sample(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<SampleSurvey>> {
        let caller = ctx.caller();
        let key = SampleId(id::key(&id, Kind::Sample)?);
        Ok(Some(SampleSurvey(sample::get(&caller.domain, &caller.viewer, key).await?)))
    }
}

/// The part of the mutation root about samples.
#[derive(Default)]
pub struct SampleMutation;

#[Object]
impl SampleMutation {
    /// Draws a stratified sample from the cases known now, and keeps it (Stichprobe ziehen). For administrators.
    #[graphql(guard = "Access::Writer")]
    async fn sample_draw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample.")] input: SampleDrawInput,
    ) -> Result<Option<SampleDrawPayload>> {
        let caller = ctx.caller();
        let draw = Draw {
            period: input.period,
            indicator: input.indicator,
            cut_off: input.cut_off.0,
            seed: input.seed,
            expected_answers: input.expected_answers.unwrap_or(1.0),
        };
        let outcome = sample::draw(&caller.domain, &caller.viewer, draw).await;
        let (id, user_errors) = told(outcome, caller.language)?;
        let id = id.map(|id| id::encode(Kind::Sample, id.0));
        Ok(Some(SampleDrawPayload { id, user_errors }))
    }
}
