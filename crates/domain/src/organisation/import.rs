//! Organisations from files.

use std::collections::BTreeMap;

use super::{Entity, Model};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, RowReader},
    id::{EditionId, OrganisationId, VersionId},
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
    Column::optional("valid_from", "Gilt ab", ColumnKind::Date),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Organisations;
    type Key = String;

    importable_versions!(changing);

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
            valid_from: row.date("valid_from"),
            valid_until: None,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        };
        let known = book.organisations.get(&model.code);
        let invented = known.is_some_and(|known| known.invented);
        let valid_from = model.valid_from.or(known.and_then(|known| known.valid_from));
        Some(Model { invented, valid_from, ..model })
    }

    fn is_behind(book: &Book, model: &Model, known: Option<&Model>) -> Option<EditionId> {
        book.frozen.telling_of_organisation(known?.id, model.valid_from)
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let known = book.organisations.get(&model.code);
        if known.is_some_and(|known| model.valid_from < known.valid_from) {
            row.broken("I-30", "valid_from");
        }
        // an organisation belongs to no network: several may name it
        if book.scope != crate::Scope::All {
            row.broken("I-11", "code");
        }
    }
}
