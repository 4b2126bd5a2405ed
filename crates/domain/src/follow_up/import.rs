//! Follow-ups from files.

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::NaiveDate;
use counting::{Employment, FollowUpResult, Improvement, plausibility::check_follow_up};

use super::{Entity, Model, entity, follow_up};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{FollowUpId, ParticipantId, SubProjectId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};

const EMPLOYMENT: &[&str] = &["unemployed", "inactive", "employed"];
const IMPROVEMENTS: &[&str] =
    &["stable_contract", "full_employment", "higher_skill", "promotion", "pay_only"];
const RESULTS: &[&str] = &["answered", "refused", "not_reached"];

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("participant", "Teilnehmer-Kennung", ColumnKind::Text).stored_as("participant_id"),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("surveyed_on", "Befragt am", ColumnKind::Date),
    Column::optional("employment", "Erwerbsstatus", ColumnKind::Code(EMPLOYMENT)),
    Column::optional("improvements", "Verbesserungen", ColumnKind::Codes(IMPROVEMENTS)),
    Column::optional("result", "Ergebnis", ColumnKind::Code(RESULTS)),
];

impl Importable for Entity {
    const KIND: Kind = Kind::FollowUps;
    type Key = (ParticipantId, SubProjectId, NaiveDate);

    importable_versions!();

    fn key(model: &Model) -> Self::Key {
        (model.participant_id, model.sub_project_id, model.surveyed_on)
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<Self::Key, Model> {
        &mut book.follow_ups
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let participant = row.participant("participant", book);
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let surveyed_on = row.required_date("surveyed_on");
        let employment: Option<Employment> = row.code("employment", "I-05");
        let improvements: Vec<Improvement> = row.codes("improvements", "I-05");
        let result: Option<FollowUpResult> = row.code("result", "I-05");
        let improvements = improvements.iter().map(|item| item.as_str()).collect::<Vec<_>>().join(";");
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: FollowUpId::fresh(),
            funding_period_id,
            sub_project_id,
            participant_id: participant?,
            surveyed_on: surveyed_on?,
            employment: employment.map(|code| code.as_str().to_owned()),
            improvements: (!improvements.is_empty()).then_some(improvements),
            result: result.map(|code| code.as_str().to_owned()),
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let stays = book.case_stays(model.participant_id, model.sub_project_id);
        let survey = follow_up(model);
        if !survey.is_answered() && (survey.employment.is_some() || !survey.improvements.is_empty()) {
            row.broken("I-48", "result");
        }
        row.found(check_follow_up(&survey, &stays));
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("participant", entity::Column::ParticipantId);
    const SHOWN_OF_ANY_DAY: bool = true;

    fn first_day(model: &Model) -> Option<NaiveDate> {
        Some(model.surveyed_on)
    }

    fn told_with(model: &Model) -> RangeInclusive<Self::Key> {
        let on = |day| (model.participant_id, model.sub_project_id, day);
        on(NaiveDate::MIN)..=on(NaiveDate::MAX)
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, book: &mut Book) -> Option<Self::Key> {
        let participant = row.participant("participant", book);
        let sub_project = row.sub_project("sub_project", book).map(|row| row.id);
        let surveyed_on = row.required_date("surveyed_on");
        Some((participant?, sub_project?, surveyed_on?))
    }
}
