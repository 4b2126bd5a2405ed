//! The cases behind figures.

use async_graphql::{Context, Enum, Object};
use domain::{
    Part, fact,
    figure::{self, CaseCursor, CasePageRequest, FigureKey, Which, case_page},
};

use crate::{
    caller::Called,
    connection::{Connection, Wanted},
    error::{ApiError, Result},
    record::Gender,
    scalar::Date,
};

/// A piece of data that a record lacks, and without which it does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "counting::MissingField")]
pub enum MissingField {
    /// The birth date.
    BirthDate,
    /// The gender.
    Gender,
    /// The gender is recorded as "no entry", which has no column.
    GenderNotStated,
    /// The gender has no column in the period's rulebook.
    GenderNotReportable,
    /// The employment status.
    Employment,
    /// The first day of unemployment.
    UnemployedSince,
    /// The level of education.
    Isced,
    /// Whether in education at entry; only results for people outside it ask for that.
    InEducation,
    /// The day on which a qualification plan was closed.
    ClosedOn,
}

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "fact::SubjectKind")]
pub enum SubjectKind {
    /// A person, once per operation.
    Person,
    /// A supported entity (unterstützte Einrichtung).
    Entity,
    /// A contact of a consultation (Beratungskontakt).
    Consultation,
    /// A training (Schulung).
    Training,
    /// A qualification plan (Qualifizierungsplan).
    QualificationPlan,
    /// A trainer (Trainerin, Trainer).
    Trainer,
    /// An entry into a measure (Eintritt).
    Participation,
    /// What became of a participation (Ergebnis).
    Outcome,
    /// A sub-project (Teilprojekt, Teilvorhaben).
    SubProject,
    /// A value entered by hand.
    Value,
}

/// A case behind a figure.
pub struct FigureCase(figure::FigureCase);

/// A case behind a figure, or one left out of it. Pseudonymous: the reference is the project's own.
#[Object]
impl FigureCase {
    /// Code of its sub-project.
    async fn sub_project(&self) -> &str {
        &self.0.sub_project
    }

    /// What it is about.
    async fn subject(&self) -> SubjectKind {
        self.0.subject.kind.into()
    }

    /// The project's reference of the person or the thing.
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// The gender column; null when it has none.
    async fn gender(&self) -> Option<Gender> {
        self.0.gender.map(Gender::from)
    }

    /// How much it counts: 1 for most.
    async fn quantity(&self) -> u32 {
        self.0.quantity
    }

    /// First cut-off day on which it has stood in, or been left out of, the figure as it does now.
    async fn since(&self) -> Date {
        Date(self.0.since)
    }

    /// What is missing.
    async fn missing(&self) -> Vec<MissingField> {
        self.0.missing.iter().map(MissingField::from).collect()
    }
}

/// Code of the sub-project, code of the subject's kind, key of the subject.
pub(super) type Place = (String, String, uuid::Uuid);

/// The case behind which a page begins.
pub(super) fn behind(place: Option<Place>) -> Result<Option<CaseCursor>> {
    let not_ours = || ApiError::bad_input("not-a-cursor", "after");
    place.map(|place| CaseCursor::from_parts(place).ok_or_else(not_ours)).transpose()
}

/// A page of a figure's cases.
pub(super) async fn connection(
    ctx: &Context<'_>,
    (key, which): (&FigureKey, Which),
    page: (Option<i32>, Option<String>),
) -> Result<Connection<FigureCase>> {
    let list = if which == Which::Counted { "cases" } else { "excludedCases" };
    let wanted = Wanted::<Place>::new(list, page)?;
    let request = CasePageRequest { which, after: behind(wanted.after.clone())?, limit: wanted.first };
    let caller = ctx.caller();
    let read = case_page(&caller.domain, &caller.viewer, key, request).await?;
    let total = read.total_count;
    let place = |case: &figure::FigureCase| CaseCursor::of(case).into_parts();
    let page = wanted.shown(Part { rows: read.cases, goes_on: read.goes_on }, place, FigureCase);
    Ok(page.counted_by(move || Box::pin(async move { Ok(total) })))
}
