//! Organisations from files.

use std::collections::BTreeMap;

use super::{Entity, Model};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, RowReader},
    id::{OrganisationId, VersionId},
    importable_versions,
};

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("code", "Kürzel", ColumnKind::Text),
    Column::required("name", "Name", ColumnKind::Text),
    Column::optional("kind", "Art", ColumnKind::Text),
    Column::optional("city", "Ort", ColumnKind::Text),
    Column::optional("ags", "Kreisschlüssel (AGS)", ColumnKind::Ags),
    Column::optional("website", "Internetseite", ColumnKind::Text),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Organisations;
    type Key = String;

    importable_versions!();

    fn key(model: &Model) -> String {
        model.code.clone()
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<String, Model> {
        &mut book.organisations
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let code = row.required_text("code");
        let name = row.required_text("name");
        let ags = row.district("ags", book);
        let model = Model {
            version_id: VersionId::fresh(),
            id: OrganisationId::fresh(),
            code: code?,
            name: name?,
            kind: row.text("kind"),
            city: row.text("city"),
            ags,
            website: row.text("website"),
            invented: false,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        };
        let invented = book.organisations.get(&model.code).is_some_and(|known| known.invented);
        Some(Model { invented, ..model })
    }
}
