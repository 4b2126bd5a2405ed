//! The pool of trainers from files.

use std::collections::BTreeMap;

use super::{Entity, Model, entity};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{TrainerId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};
use chrono::NaiveDate;

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("code", "Kürzel", ColumnKind::Text),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::optional("topics", "Themen", ColumnKind::List),
    Column::optional("active_from", "Aktiv ab", ColumnKind::Date),
    Column::optional("active_until", "Aktiv bis", ColumnKind::Date),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Trainers;
    type Key = String;

    importable_versions!();

    fn key(model: &Model) -> String {
        model.code.clone()
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<String, Model> {
        &mut book.trainers
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let code = row.reference("code");
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let topics = row.items("topics").join(";");
        let (active_from, active_until) = (row.date("active_from"), row.date("active_until"));
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: TrainerId::fresh(),
            funding_period_id,
            sub_project_id,
            code: code?,
            topics: (!topics.is_empty()).then_some(topics),
            active_from,
            active_until,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        row.taken("code", book.trainers.get(&model.code).map(|known| known.sub_project_id), book);
        if model.active_from.zip(model.active_until).is_some_and(|(from, until)| until < from) {
            row.broken("I-10", "active_until");
        }
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("code", entity::Column::Code);

    fn first_day(model: &Model) -> Option<NaiveDate> {
        model.active_from
    }

    fn up_to(model: &mut Model, day: NaiveDate) {
        model.active_until = model.active_until.filter(|until| *until <= day);
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, _book: &mut Book) -> Option<String> {
        row.reference("code")
    }
}
