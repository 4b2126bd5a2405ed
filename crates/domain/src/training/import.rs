//! Trainings from files.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use counting::programme::Audience;

use super::{Entity, Model, entity};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{TrainingId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};

/// Whom a training can be for.
pub const AUDIENCES: &[&str] = &Audience::CODES;

/// No training event takes more hours.
const LONGEST_TRAINING: u32 = 1000;

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("ref", "Kennung", ColumnKind::Text).stored_as("reference"),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("held_on", "Datum", ColumnKind::Date),
    Column::required("audience", "Zielgruppe", ColumnKind::Code(AUDIENCES)),
    Column::optional("topic", "Thema", ColumnKind::Text),
    Column::optional("format", "Format", ColumnKind::Text),
    Column::optional("hours", "Stunden", ColumnKind::Decimal),
    Column::optional("attendances", "Teilnahmen", ColumnKind::Count),
    Column::optional("attendances_female", "Teilnahmen weiblich", ColumnKind::Count),
    Column::optional("attendances_male", "Teilnahmen männlich", ColumnKind::Count),
    Column::optional("attendances_non_binary", "Teilnahmen nicht-binär", ColumnKind::Count),
    Column::optional("trainer", "Trainer/in (Kürzel)", ColumnKind::Reference("trainer")),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Trainings;
    type Key = String;

    importable_versions!();

    fn key(model: &Model) -> String {
        model.reference.clone()
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<String, Model> {
        &mut book.trainings
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let reference = row.reference("ref");
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let held_on = row.required_date("held_on");
        let audience = row.required_one_of("audience", AUDIENCES);
        let hours = row.amount("hours", LONGEST_TRAINING);
        let attendances = row.count("attendances");
        let attendances_female = row.count("attendances_female");
        let attendances_male = row.count("attendances_male");
        let attendances_non_binary = row.count("attendances_non_binary");
        let parts = [attendances_female, attendances_male, attendances_non_binary];
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: TrainingId::fresh(),
            funding_period_id,
            sub_project_id,
            reference: reference?,
            held_on: held_on?,
            audience: audience?,
            topic: row.text("topic"),
            format: row.text("format"),
            hours,
            attendances: attendances.or_else(|| sum(parts)),
            attendances_female,
            attendances_male,
            attendances_non_binary,
            trainer: row.text("trainer"),
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let known = book.trainings.get(&model.reference).map(|known| known.sub_project_id);
        row.stays_in("ref", (known, model.sub_project_id), book);
        row.within_duration("held_on", model.held_on, book.operation_period(model.sub_project_id));
        let parts = [model.attendances_female, model.attendances_male, model.attendances_non_binary];
        if sum(parts).is_some_and(|sum| model.attendances.is_none_or(|all| sum > all)) {
            row.broken("I-15", "attendances");
        }
        if row.text("trainer").is_some_and(|code| !book.trainers.contains_key(&code)) {
            row.remark("I-18", "trainer");
        }
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("ref", entity::Column::Reference);

    fn first_day(model: &Model) -> Option<NaiveDate> {
        Some(model.held_on)
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, _book: &mut Book) -> Option<String> {
        row.reference("ref")
    }
}

/// The sum of those that are known; none when none is.
fn sum(parts: [Option<i32>; 3]) -> Option<i32> {
    parts.into_iter().flatten().reduce(i32::saturating_add)
}
