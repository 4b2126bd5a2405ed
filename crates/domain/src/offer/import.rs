//! Offers from files.

use std::collections::BTreeMap;

use super::{Entity, Model};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, RowReader},
    id::{EditionId, OfferId, VersionId},
    importable_versions,
    report::About,
};

const MODES: &[&str] = &["in_person", "online", "hybrid"];

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("code", "Kürzel", ColumnKind::Text),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("type", "Angebotsart", ColumnKind::Reference("offer_type")).stored_as("offer_type_id"),
    Column::required("name", "Name", ColumnKind::Text),
    Column::optional("mode", "Form", ColumnKind::Code(MODES)),
    Column::optional("description", "Beschreibung", ColumnKind::Text),
    Column::optional("starts_on", "Beginn", ColumnKind::Date),
    Column::optional("ends_on", "Ende", ColumnKind::Date),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Offers;
    type Key = String;

    importable_versions!();

    fn key(model: &Model) -> String {
        model.code.clone()
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<String, Model> {
        &mut book.offers
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let code = row.required_text("code");
        let name = row.required_text("name");
        let sub_project = row.sub_project("sub_project", book);
        let offer_type_code = row.required_text("type");
        let offer_type = offer_type_code.as_ref().and_then(|code| book.offer_types.get(code).copied());
        if offer_type_code.is_some() && offer_type.is_none() {
            row.unknown("type");
        }
        let mode = row.text("mode").map(|mode| mode.to_lowercase());
        if mode.as_deref().is_some_and(|mode| !MODES.contains(&mode)) {
            row.broken("I-05", "mode");
        }
        let (starts_on, ends_on) = (row.date("starts_on"), row.date("ends_on"));
        if starts_on.zip(ends_on).is_some_and(|(starts_on, ends_on)| ends_on < starts_on) {
            row.broken("I-10", "ends_on");
        }
        Some(Model {
            version_id: VersionId::fresh(),
            id: OfferId::fresh(),
            code: code?,
            sub_project_id: sub_project?.id,
            offer_type_id: offer_type?,
            name: name?,
            mode,
            description: row.text("description"),
            starts_on,
            ends_on,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }
    fn is_behind(book: &Book, model: &Model, known: Option<&Model>) -> Option<EditionId> {
        let retyped = known.filter(|known| known.offer_type_id != model.offer_type_id)?;
        book.frozen.telling_of(About::SubProject(retyped.sub_project_id), None)
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        row.taken("code", book.offers.get(&model.code).map(|known| known.sub_project_id), book);
    }
}
