//! Outcomes from files.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use counting::{OutcomeKind, plausibility::check_outcome};

use super::{Entity, Model, entity, outcome};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{OutcomeId, ParticipantId, SubProjectId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};

const KINDS: &[&str] = &[
    "job",
    "self_employment",
    "unemployment",
    "job_search",
    "inactivity",
    "education",
    "qualification",
    "attendance",
];

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("participant", "Teilnehmer-Kennung", ColumnKind::Text).stored_as("participant_id"),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("occurred_on", "Datum", ColumnKind::Date),
    Column::required("kind", "Art", ColumnKind::Code(KINDS)),
    Column::optional("note", "Anmerkung", ColumnKind::Text),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Outcomes;
    type Key = (ParticipantId, SubProjectId, NaiveDate, String);

    importable_versions!();

    fn key(model: &Model) -> Self::Key {
        (model.participant_id, model.sub_project_id, model.occurred_on, model.kind.clone())
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<Self::Key, Model> {
        &mut book.outcomes
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let participant = row.participant("participant", book);
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let occurred_on = row.required_date("occurred_on");
        let kind: Option<OutcomeKind> = row.required_code("kind", "I-05");
        let note = row.text("note");
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: OutcomeId::fresh(),
            funding_period_id,
            sub_project_id,
            participant_id: participant?,
            occurred_on: occurred_on?,
            kind: kind?.as_str().to_owned(),
            note,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        if let Some(outcome) = outcome(model) {
            row.found(check_outcome(&outcome, &book.case_stays(model.participant_id, model.sub_project_id)));
        }
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("participant", entity::Column::ParticipantId);

    fn first_day(model: &Model) -> Option<NaiveDate> {
        Some(model.occurred_on)
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, book: &mut Book) -> Option<Self::Key> {
        let participant = row.participant("participant", book);
        let sub_project = row.sub_project("sub_project", book).map(|row| row.id);
        let occurred_on = row.required_date("occurred_on");
        let kind: Option<OutcomeKind> = row.required_code("kind", "I-05");
        Some((participant?, sub_project?, occurred_on?, kind?.as_str().to_owned()))
    }
}
