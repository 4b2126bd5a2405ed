//! Findings of plausibility rules, over what is recorded.

use async_graphql::{Context, Enum, Object, SimpleObject, Union};
use domain::plausibility::{self, CheckQuery, Place, Rank};

use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, Wanted, page_size},
    error::Result,
    figure::{RegionCategory, Unit},
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
    async fn legal_source(&self) -> &str {
        self.0.legal_source
    }

    /// The waiver, when the warning is waived.
    async fn waiver(&self) -> Option<Waiver> {
        self.0.waiver.clone().map(Waiver)
    }
}

/// The part of the query root about findings.
#[derive(Default)]
pub struct FindingQuery;

#[Object]
impl FindingQuery {
    /// The broken plausibility rules in what the caller may see, over stored records and the figures made of them
    /// (Plausibilitätsprüfung): errors first. Waived warnings are among them.
    #[graphql(guard = "Access::Reader", complexity = "200 + page_size(first) * child_complexity")]
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
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Finding>> {
        let (domain, viewer) = (ctx.caller().domain.clone(), ctx.caller().viewer.clone());
        let cut_off = cut_off.map_or_else(|| domain.clock.today(), |day| day.0);
        let query = CheckQuery { period, cut_off, network, sub_project };
        let wanted = Wanted::<Rank>::new(first, after)?;
        let page = (wanted.after.clone(), wanted.first + 1);
        let rows = plausibility::page(&domain, &viewer, &query, page).await?;
        let page = wanted.shown(rows, plausibility::Finding::rank, Finding);
        Ok(page.counted_by(move || {
            let (domain, viewer, query) = (domain.clone(), viewer.clone(), query.clone());
            Box::pin(async move { Ok(plausibility::check(&domain, &viewer, &query).await?.len() as u64) })
        }))
    }
}
