//! Findings of plausibility rules, over what is recorded.

use std::collections::HashMap;

use async_graphql::{Context, Enum, Object, SimpleObject, Union, dataloader::Loader};
use domain::plausibility::{self, CheckQuery, Checked, Place, Rank};

use crate::{
    access::Access,
    caller::{Called, Caller},
    connection::{Connection, Wanted, page_size},
    error::{ApiError, Result},
    figure::{RegionCategory, Unit},
    loader::Reads,
    scalar::Date,
    waiver::Waiver,
};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "plausibility::Severity")]
pub enum FindingSeverity {
    /// Has to be mended; cannot be waived.
    Error,
    /// Has to be looked into; can be waived with a reason.
    Warning,
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "plausibility::State")]
pub enum FindingState {
    /// An error: has to be mended.
    Error,
    /// A warning that has to be looked into.
    Warning,
    /// A warning that somebody has looked into and accepts (hingenommen).
    Waived,
}

/// The kind of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "plausibility::RecordKind")]
pub enum RecordKind {
    /// A participation, named by its entry.
    Participation,
    /// An outcome, named by its day.
    Outcome,
    /// A survey six months after leaving, named by its day.
    FollowUp,
}

/// A record that a finding is about. Pseudonymous.
#[derive(SimpleObject)]
pub struct RecordPlace {
    /// Code of its sub-project.
    sub_project: String,
    /// The project's own reference of the person.
    reference: String,
    /// What it is.
    record: RecordKind,
    /// Its day.
    on: Date,
}

/// A figure that a finding is about.
#[derive(SimpleObject)]
pub struct FigurePlace {
    /// Its unit.
    unit: Unit,
    /// Its category of region.
    region_category: RegionCategory,
    /// Its indicator, or the sum of indicators compared, by code.
    indicator: String,
}

/// A unit as it is set up, which a finding is about.
#[derive(SimpleObject)]
pub struct UnitPlace {
    /// The unit.
    unit: Unit,
}

/// What a finding is about.
#[derive(Union)]
pub enum FindingPlace {
    /// A record.
    Record(RecordPlace),
    /// A figure.
    Figure(FigurePlace),
    /// A unit.
    Unit(UnitPlace),
}

impl From<&Place> for FindingPlace {
    fn from(place: &Place) -> Self {
        match place {
            Place::Record { sub_project, reference, record, on } => Self::Record(RecordPlace {
                sub_project: sub_project.to_string(),
                reference: reference.to_string(),
                record: (*record).into(),
                on: Date(*on),
            }),
            Place::Figure { unit, region_category, indicator } => Self::Figure(FigurePlace {
                unit: unit.as_ref().into(),
                region_category: (*region_category).into(),
                indicator: indicator.clone(),
            }),
            Place::Unit(unit) => Self::Unit(UnitPlace { unit: unit.as_ref().into() }),
        }
    }
}

/// A finding of the domain.
pub struct Finding(plausibility::Finding);

/// A broken plausibility rule (Befund), complete enough to mend it.
#[Object]
impl Finding {
    /// What names it in its period: the same as long as the rule stays broken at the place.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// The rule, e.g. `V-14`.
    async fn rule(&self) -> &str {
        self.0.rule
    }

    /// How grave it is.
    async fn severity(&self) -> FindingSeverity {
        self.0.severity.into()
    }

    /// Where it stands.
    async fn state(&self) -> FindingState {
        self.0.state().into()
    }

    /// What it is about.
    async fn place(&self) -> FindingPlace {
        (&self.0.place).into()
    }

    /// The field to look at, by its name in import files, or the gender column of a figure.
    async fn field(&self) -> &str {
        self.0.field
    }

    /// What is wrong, in words.
    async fn message(&self, ctx: &Context<'_>) -> String {
        self.0.message(ctx.caller().language)
    }

    /// How to mend it, in words.
    async fn remedy(&self, ctx: &Context<'_>) -> String {
        self.0.remedy(ctx.caller().language)
    }

    /// Where the rule comes from (Rechtsgrundlage).
    async fn legal_source(&self, ctx: &Context<'_>) -> String {
        texts::legal_source(ctx.caller().language, self.0.legal_source)
    }

    /// The waiver, when the warning is waived.
    async fn waiver(&self) -> Option<Waiver> {
        self.0.waiver.clone().map(Waiver)
    }
}

/// What it costs to check every record and figure of a period: an operation can ask for few such checks.
const WEIGHT: usize = 5_000;

/// The checks of one request are made once each.
impl Loader<CheckQuery> for Reads {
    type Value = Checked;
    type Error = ApiError;

    async fn load(&self, queries: &[CheckQuery]) -> Result<HashMap<CheckQuery, Checked>> {
        let mut found = HashMap::new();
        for query in queries {
            found.insert(query.clone(), plausibility::check(&self.domain, &self.viewer, query).await?);
        }
        Ok(found)
    }
}

/// The part of the query root about findings.
#[derive(Default)]
pub struct FindingQuery;

#[Object]
impl FindingQuery {
    /// The broken plausibility rules in what the caller may see, over stored records and the figures made of them
    /// (Plausibilitätsprüfung): errors first. Waived warnings are among them.
    #[graphql(guard = "Access::Reader", complexity = "WEIGHT + page_size(first) * child_complexity")]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn findings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period.")] period: String,
        #[graphql(desc = "What had happened by this day (Stichtag); today when not said.")] cut_off: Option<
            Date,
        >,
        #[graphql(desc = "Only this regional network, by code.")] network: Option<String>,
        #[graphql(desc = "Only this sub-project, by code.")] sub_project: Option<String>,
        #[graphql(desc = "Only those that stand like this; null means all.")] state: Option<FindingState>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Finding>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let cut_off = cut_off.map_or_else(|| domain.clock.today(), |day| day.0);
        let query = CheckQuery { period, cut_off, network, sub_project };
        let wanted = Wanted::<Rank>::new("findings", (first, after))?;
        let checked = ctx.loaders().find(query).await?.ok_or_else(|| ApiError::not_found("findings"))?;
        let state = state.map(Into::into);
        let total = checked.count(state) as u64;
        let of = plausibility::Wanted { state, after: wanted.after.clone(), limit: wanted.first };
        let part = checked.page(domain, viewer, of).await?;
        let page = wanted.shown(part, plausibility::Finding::rank, Finding);
        Ok(page.counted_by(move || Box::pin(async move { Ok(total) })))
    }
}
