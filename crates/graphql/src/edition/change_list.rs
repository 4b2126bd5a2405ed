//! What was done behind an edition, by whom and why.

use async_graphql::{Context, Enum, Object};
use domain::{
    Part,
    edition::{self, Change, ChangePlace},
};

use super::ReportEdition;
use crate::{
    caller::Called,
    connection::{Connection, Wanted},
    error::{ApiError, Result},
    scalar::DateTime,
};

/// What can change behind an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "edition::Changed")]
pub enum Changed {
    /// An entry into a measure (Teilnahme).
    Participation,
    /// Something that became of a participant (Verbleib).
    Outcome,
    /// A survey (Nachbefragung).
    FollowUp,
    /// A supported entity.
    SupportedEntity,
    /// A trainer of the pool.
    Trainer,
    /// A contact of a consultation (Beratung).
    Consultation,
    /// A training event (Schulung).
    Training,
    /// A qualification plan.
    QualificationPlan,
    /// A value entered by hand.
    IndicatorValue,
    /// An offer.
    Offer,
    /// A sub-project (Teilvorhaben).
    SubProject,
    /// An organisation.
    Organisation,
    /// A regional network.
    RegionalNetwork,
    /// A target (Zielwert).
    Target,
    /// An informed estimate (Schätzung).
    Estimate,
    /// A sample (Stichprobe).
    Sample,
    /// A waived warning.
    Waiver,
    /// A definition of an indicator of the programme.
    Indicator,
    /// The counting profile (Zählprofil).
    CountingProfile,
    /// A note on a figure.
    FigureNote,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "edition::ChangeKind")]
pub enum ChangeKind {
    /// It was entered; or entered again as it was.
    Entered,
    /// It says something else.
    Corrected,
    /// It was withdrawn.
    Withdrawn,
}

/// A change of the domain.
pub struct EditionChange(Change);

/// Something was entered, corrected or withdrawn behind an edition (Änderung). Pseudonymous: people are called by the project's
/// reference.
#[Object]
impl EditionChange {
    /// What it is.
    async fn changed(&self) -> Changed {
        self.0.changed.into()
    }

    /// The project's reference of the person or the thing, or its code.
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// Code of the sub-project or the regional network that it belongs to; null for the period.
    async fn unit(&self) -> Option<&str> {
        self.0.unit.as_deref()
    }

    /// What was done.
    async fn kind(&self) -> ChangeKind {
        self.0.kind.into()
    }

    /// What says something else, when it was corrected, as people call it in the language of the request.
    async fn fields(&self, ctx: &Context<'_>) -> Vec<String> {
        self.0.fields_in_words(ctx.caller().language)
    }

    /// When.
    async fn at(&self) -> DateTime {
        DateTime(self.0.at)
    }

    /// By whom; null where nobody noted it.
    async fn by(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.by.as_deref().map(|by| ctx.caller().name_of(by))
    }

    /// Why; null where nobody had to say.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }
}

pub(super) async fn connection(
    ctx: &Context<'_>,
    edition: &ReportEdition,
    page: (Option<i32>, Option<String>),
) -> Result<Connection<EditionChange>> {
    let wanted = Wanted::<String>::new("editionChanges", page)?;
    let not_ours = |_| ApiError::bad_input("not-a-cursor", "after");
    let after = wanted.after.as_deref().map(str::parse::<ChangePlace>).transpose().map_err(not_ours)?;
    let caller = ctx.caller();
    let read = edition::changed(&caller.domain, &caller.viewer, (&edition.0, after, wanted.first)).await?;
    let total = read.total_count;
    let part = Part { rows: read.changes, goes_on: read.goes_on };
    let page = wanted.shown(part, |change| change.place.to_string(), EditionChange);
    Ok(page.counted_by(move || Box::pin(async move { Ok(total) })))
}
