//! Supported entities from files.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use counting::EntityKind;

use super::{Entity, Model, entity};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{SubProjectId, SupportedEntityId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};

const KINDS: &[&str] = &[
    "public_administration",
    "micro_enterprise",
    "small_enterprise",
    "medium_enterprise",
    "large_enterprise",
    "other",
];

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("entity", "Kennung", ColumnKind::Text),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("supported_on", "Unterstützt am", ColumnKind::Date),
    Column::required("kind", "Art", ColumnKind::Code(KINDS)),
    Column::optional("name", "Name", ColumnKind::Text),
];

impl Importable for Entity {
    const KIND: Kind = Kind::SupportedEntities;
    type Key = (SubProjectId, String);

    importable_versions!();

    fn key(model: &Model) -> Self::Key {
        (model.sub_project_id, model.entity.clone())
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<Self::Key, Model> {
        &mut book.supported_entities
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let entity = row.required_text("entity");
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let supported_on = row.required_date("supported_on");
        let kind: Option<EntityKind> = row.required_code("kind", "I-05");
        let name = row.text("name");
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: SupportedEntityId::fresh(),
            funding_period_id,
            sub_project_id,
            entity: entity?,
            supported_on: supported_on?,
            kind: kind?.as_str().to_owned(),
            name,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("entity", entity::Column::Entity);

    fn first_day(model: &Model) -> Option<NaiveDate> {
        Some(model.supported_on)
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, book: &mut Book) -> Option<Self::Key> {
        let entity = row.required_text("entity");
        let sub_project = row.sub_project("sub_project", book).map(|row| row.id);
        Some((sub_project?, entity?))
    }
}
