//! Notes on figures.

use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, dataloader::Loader};
use domain::{
    figure_note::{self, NewNote},
    id::FigureNoteId,
};

use crate::{
    access::Access,
    caller::Called,
    error::{ApiError, Result, UserError, told},
    id::{self, Kind},
    loader::{AsOf, Reads},
    scalar::DateTime,
    target_attainment::GenderColumn,
};

/// A note of the domain.
pub struct FigureNote(pub figure_note::FigureNote);

/// What somebody noted on a figure (Anmerkung). It stands beside the figure in every report until it is withdrawn.
#[Object]
impl FigureNote {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::FigureNote, self.0.id.0)
    }

    /// What is noted.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The gender column it is about; null means all together.
    async fn gender(&self) -> Option<GenderColumn> {
        self.0.gender.and_then(GenderColumn::of)
    }

    /// Who noted it.
    async fn by(&self, ctx: &Context<'_>) -> String {
        ctx.caller().name_of(&self.0.by)
    }

    /// When.
    async fn at(&self) -> DateTime {
        DateTime(self.0.at)
    }
}

/// The notes of a period, by its code.
pub type NotesOf = AsOf<std::sync::Arc<str>>;

impl Loader<NotesOf> for Reads {
    type Value = Vec<figure_note::FigureNote>;
    type Error = ApiError;

    async fn load(&self, keys: &[NotesOf]) -> Result<HashMap<NotesOf, Self::Value>> {
        let mut notes = HashMap::new();
        for key in keys {
            let wanted = (&*key.key, key.known_at);
            notes.insert(key.clone(), figure_note::list(&self.domain, &self.viewer, wanted).await?);
        }
        Ok(notes)
    }
}

/// The note to be written.
#[derive(Debug, InputObject)]
pub struct FigureNoteAddInput {
    /// Code of the funding period.
    period: String,
    /// On the figure of this regional network, by code.
    network: Option<String>,
    /// On the figure of this sub-project, by code; without it and a network on that of the period.
    sub_project: Option<String>,
    /// Code of the indicator.
    indicator: String,
    /// The gender column it is about; null means all together.
    gender: Option<GenderColumn>,
    /// What is noted, at most 1,000 characters.
    text: String,
}

/// The note to be withdrawn.
#[derive(Debug, InputObject)]
pub struct FigureNoteWithdrawInput {
    /// Its id.
    id: ID,
}

/// What came of a note.
#[derive(SimpleObject)]
pub struct FigureNotePayload {
    /// The note; null when the input has mistakes.
    note: Option<FigureNote>,
    /// All mistakes in the input; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The part of the mutation root about notes.
#[derive(Default)]
pub struct FigureNoteMutation;

#[Object]
impl FigureNoteMutation {
    /// Writes a note on a figure (Anmerkung anbringen): it goes into this and the next reports.
    #[graphql(guard = "Access::Writer")]
    async fn figure_note_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which figure, and what is noted.")] input: FigureNoteAddInput,
    ) -> Result<Option<FigureNotePayload>> {
        let caller = ctx.caller();
        let new = NewNote {
            period: input.period,
            network: input.network,
            sub_project: input.sub_project,
            indicator: input.indicator,
            gender: input.gender.map(Into::into),
            text: input.text,
        };
        let outcome = figure_note::add(&caller.domain, &caller.viewer, new).await;
        let (note, user_errors) = told(outcome, caller.language)?;
        Ok(Some(FigureNotePayload { note: note.map(FigureNote), user_errors }))
    }

    /// Withdraws a note (Anmerkung zurückziehen): it is in no report on what is known from now on.
    #[graphql(guard = "Access::Writer")]
    async fn figure_note_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which note.")] input: FigureNoteWithdrawInput,
    ) -> Result<Option<FigureNotePayload>> {
        let caller = ctx.caller();
        let note = FigureNoteId(id::key(&input.id, Kind::FigureNote)?);
        let outcome = figure_note::withdraw(&caller.domain, &caller.viewer, note).await;
        let (note, user_errors) = told(outcome, caller.language)?;
        Ok(Some(FigureNotePayload { note: note.map(FigureNote), user_errors }))
    }
}
