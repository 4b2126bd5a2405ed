//! Qualification plans from files.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use counting::programme::PlanStatus;

use super::{Entity, Model, entity};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{QualificationPlanId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};

const OPEN: &str = PlanStatus::Open.as_str();
const STATUSES: &[&str] = &PlanStatus::CODES;

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("ref", "Kennung", ColumnKind::Text).stored_as("reference"),
    Column::required("participant", "Teilnehmer-Kennung", ColumnKind::Text).stored_as("participant_id"),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("agreed_on", "Vereinbart am", ColumnKind::Date),
    Column::optional("reference_profession", "Referenzberuf", ColumnKind::Text),
    Column::optional("target", "Ziel", ColumnKind::Text),
    Column::optional("status", "Stand", ColumnKind::Code(STATUSES)),
    Column::optional("closed_on", "Abgeschlossen am", ColumnKind::Date),
];

impl Importable for Entity {
    const KIND: Kind = Kind::QualificationPlans;
    type Key = String;

    importable_versions!();

    fn key(model: &Model) -> String {
        model.reference.clone()
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<String, Model> {
        &mut book.qualification_plans
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let reference = row.reference("ref");
        let participant_id = row.participant("participant", book);
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let agreed_on = row.required_date("agreed_on");
        let status = row.one_of("status", STATUSES);
        let closed_on = row.date("closed_on");
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: QualificationPlanId::fresh(),
            funding_period_id,
            sub_project_id,
            reference: reference?,
            participant_id: participant_id?,
            agreed_on: agreed_on?,
            reference_profession: row.text("reference_profession"),
            target: row.text("target"),
            status: status.unwrap_or_else(|| OPEN.to_owned()),
            closed_on,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let known = book.qualification_plans.get(&model.reference);
        row.stays_in("ref", (known.map(|known| known.sub_project_id), model.sub_project_id), book);
        row.same_person("ref", (known.map(|known| known.participant_id), Some(model.participant_id)));
        row.within_duration("agreed_on", model.agreed_on, book.operation_period(model.sub_project_id));
        if model.closed_on.is_some() && model.status == OPEN {
            row.broken("I-16", "closed_on");
        }
        if model.closed_on.is_some_and(|closed_on| closed_on < model.agreed_on) {
            row.broken("I-10", "closed_on");
        }
        if book.stays(model.participant_id, model.sub_project_id).is_empty() {
            row.remark("I-17", "participant");
        }
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("ref", entity::Column::Reference);

    fn first_day(model: &Model) -> Option<NaiveDate> {
        Some(model.agreed_on)
    }

    fn up_to(model: &mut Model, day: NaiveDate) {
        if model.closed_on.is_some_and(|closed| closed > day) {
            OPEN.clone_into(&mut model.status);
            model.closed_on = None;
        }
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, _book: &mut Book) -> Option<String> {
        row.reference("ref")
    }
}
