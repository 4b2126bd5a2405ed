//! Editions of reports: what was handed in, and what became of it.

pub mod change;
mod change_list;
mod changes;
mod difference;
pub mod hand_in;
mod may;

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, Object, SimpleObject, dataloader::Loader};
use domain::{
    Part,
    edition::{self, EditionFilter, EditionQuery, Identity, Model, State, event_entity},
    id::{EditionId, ReportRunId},
};

use self::{
    change_list::EditionChange,
    changes::EditionChanges,
    may::{EditionMay, MayIn},
};
use crate::{
    access::Access,
    caller::{Called, Caller},
    connection::{Connection, Wanted, page_size},
    error::{ApiError, Result},
    id::{self, Kind},
    loader::Reads,
    report::ReportRun,
    scalar::{Date, DateTime},
};

/// Where an edition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "State")]
pub enum EditionState {
    /// Meant to be handed in.
    Draft,
    /// Handed in and frozen (eingereicht); waits for a decision.
    Submitted,
    /// Sent back with a reason (zurückgegeben); it is handed in again with an answer, or the next edition answers it.
    Returned,
    /// Accepted (freigegeben).
    Approved,
    /// Replaced by a newer edition (ersetzt).
    Superseded,
}

/// An edition of the domain.
pub struct ReportEdition(pub Model);

/// A numbered edition of a report (Fassung). What is said of a unit at a cut-off is a report; once submitted, an edition
/// never changes.
#[Object]
impl ReportEdition {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::ReportEdition, self.0.id.0)
    }

    /// From 1, among the editions of the same report.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// Where it stands.
    async fn state(&self) -> Result<EditionState> {
        Ok(self.0.state()?.into())
    }

    /// What had happened by this day (Stichtag).
    async fn cut_off(&self) -> Date {
        Date(self.0.cut_off)
    }

    /// As known at this moment (Kenntnisstand).
    async fn known_at(&self) -> DateTime {
        DateTime(self.0.known_at)
    }

    /// The run that made its workbook; it says what the report is about.
    async fn report_run(&self, ctx: &Context<'_>) -> Result<ReportRun> {
        let run = ctx.loaders().find(self.0.report_run_id).await?;
        run.map(ReportRun).ok_or_else(|| ApiError::not_found("report_run"))
    }

    /// The form of the workbook.
    async fn template_version(&self) -> &str {
        &self.0.template_version
    }

    /// The rules that counted, as JSON: rulebook of the law, version of the counting profile, versions of the programme's
    /// indicators.
    async fn rulebooks(&self) -> &str {
        &self.0.rulebooks
    }

    /// SHA-256 of the figures, hex: equal in every language and form.
    async fn data_sha256(&self) -> &str {
        &self.0.data_sha256
    }

    /// SHA-256 of the workbook, hex.
    async fn file_sha256(&self) -> &str {
        &self.0.file_sha256
    }

    /// What happened to it, in order.
    async fn events(&self, ctx: &Context<'_>) -> Result<Vec<EditionEvent>> {
        let events = ctx.loaders().list::<_, event_entity::Model>(self.0.id).await?;
        events.iter().map(|event| EditionEvent::of(event, ctx.caller())).collect()
    }

    /// What the caller may do with it now.
    async fn may(&self, ctx: &Context<'_>) -> Result<EditionMay> {
        let may = ctx.loaders().find(MayIn(self.0.id, self.0.state()?)).await?;
        Ok(may.unwrap_or_default().into())
    }

    /// How much of what it shows would be told otherwise today, at the same cut-off.
    #[graphql(complexity = "25 + child_complexity")]
    async fn changes_since(&self, ctx: &Context<'_>) -> Result<EditionChanges> {
        Ok(edition::changes(&ctx.caller().domain, &self.0).await?.into())
    }

    /// What was done since to what it shows, and what it would show besides, the newest first: what the counts of `changesSince`
    /// come from. The records of a sub-project that came or went are not listed, the sub-project is.
    #[graphql(complexity = "page_size(first) * child_complexity + 40")]
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<EditionChange>> {
        change_list::connection(ctx, self, (first, after)).await
    }

    /// What it says otherwise than another edition of the same unit, whichever of the two is the later.
    #[graphql(complexity = "200 + 10 * child_complexity")]
    async fn compared_with(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the other edition.")] edition: ID,
    ) -> Result<difference::EditionComparison> {
        difference::compared(ctx, self, &edition).await
    }
}

/// An edition reached a state.
#[derive(Clone, SimpleObject)]
pub struct EditionEvent {
    /// The state reached.
    state: EditionState,
    /// When.
    at: DateTime,
    /// By whom.
    by: String,
    /// Why; a remark where nothing had to be explained.
    reason: Option<String>,
}

impl EditionEvent {
    fn of(event: &event_entity::Model, caller: &Caller) -> Result<Self> {
        let state: State = crate::stored::code(&event.state, ("report_edition_event", "state"))?;
        let (by, reason) = (caller.name_of(&event.by_name), event.reason.clone());
        Ok(Self { state: state.into(), at: DateTime(event.at), by, reason })
    }
}

/// The edition that the workbook of a run became.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct EditionOf(pub ReportRunId);

impl Loader<EditionOf> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, keys: &[EditionOf]) -> Result<HashMap<EditionOf, Model>> {
        let runs: Vec<ReportRunId> = keys.iter().map(|key| key.0).collect();
        let rows = edition::of_runs(&self.domain, &self.viewer, &runs).await?;
        Ok(rows.into_iter().map(|row| (EditionOf(row.report_run_id), row)).collect())
    }
}

impl Loader<EditionId> for Reads {
    type Value = Vec<event_entity::Model>;
    type Error = ApiError;

    async fn load(&self, ids: &[EditionId]) -> Result<HashMap<EditionId, Self::Value>> {
        let mut by_edition: HashMap<EditionId, Self::Value> = HashMap::new();
        for event in edition::events(&self.domain, &self.viewer, ids).await? {
            by_edition.entry(event.report_edition_id).or_default().push(event);
        }
        Ok(by_edition)
    }
}

/// What a file is, told by its hash.
#[derive(SimpleObject)]
pub struct FileIdentity {
    /// The edition whose workbook it is, unmodified.
    edition: Option<ReportEdition>,
    /// The run whose workbook it is, unmodified, when no edition was made of it.
    report_run: Option<ReportRun>,
}

/// The part of the query root about editions.
#[derive(Default)]
pub struct EditionQueries;

#[Object]
impl EditionQueries {
    /// An edition the caller may see.
    #[graphql(guard = "Access::Reader")]
    async fn report_edition(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<ReportEdition>> {
        let caller = ctx.caller();
        let key = EditionId(id::key(&id, Kind::ReportEdition)?);
        Ok(Some(ReportEdition(edition::get(&caller.domain, &caller.viewer, key).await?)))
    }

    /// The editions the caller may see, the newest first.
    #[graphql(guard = "Access::Reader", complexity = "page_size(first) * child_complexity + 1")]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn report_editions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those of this funding period, by code.")] period: Option<String>,
        #[graphql(desc = "Only those on this regional network as a whole, by code; needs `period`.")] network: Option<
            String,
        >,
        #[graphql(desc = "Only those on this strand (Handlungsschwerpunkt), by code; needs `period`.")]
        strand: Option<String>,
        #[graphql(desc = "Only those on this sub-project, by code.")] sub_project: Option<String>,
        #[graphql(desc = "Only those in one of these states; null means any.")] states: Option<
            Vec<EditionState>,
        >,
        #[graphql(desc = "Only those with this cut-off (Stichtag).")] cut_off: Option<Date>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<ReportEdition>> {
        let (domain, viewer) = (ctx.caller().domain.clone(), ctx.caller().viewer.clone());
        let wanted = Wanted::<EditionId>::new("reportEditions", (first, after))?;
        let filter = EditionFilter {
            period,
            network,
            strand,
            sub_project,
            states: states.unwrap_or_default().into_iter().map(State::from).collect(),
            cut_off: cut_off.map(|day| day.0),
        };
        let query = EditionQuery { filter, after: wanted.after, limit: wanted.first as u64 + 1 };
        let rows = edition::list(&domain, &viewer, &query).await?;
        let page = wanted.shown(Part::first(rows, wanted.first), |row| row.id, ReportEdition);
        Ok(page.counted_by(move || {
            let (domain, viewer, filter) = (domain.clone(), viewer.clone(), query.filter.clone());
            Box::pin(async move { edition::count(&domain, &viewer, &filter).await })
        }))
    }

    /// What a workbook is, told by its SHA-256: an edition or a run the caller may see, unmodified. Both are null for any
    /// other file.
    #[graphql(guard = "Access::Reader")]
    async fn file_identity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "SHA-256 of the file: 64 hex digits, in capitals or not.")] sha256: String,
    ) -> Result<FileIdentity> {
        let caller = ctx.caller();
        if sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ApiError::bad_input("not-a-sha256", "sha256"));
        }
        Ok(match edition::identify(&caller.domain, &caller.viewer, &sha256.to_lowercase()).await? {
            Identity::Edition(edition) => {
                FileIdentity { edition: Some(ReportEdition(*edition)), report_run: None }
            }
            Identity::Run(run) => FileIdentity { edition: None, report_run: Some(ReportRun(*run)) },
            Identity::Unknown => FileIdentity { edition: None, report_run: None },
        })
    }
}
