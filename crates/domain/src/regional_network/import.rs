//! The districts of regional networks from files: how a period's map is edited.

use std::collections::BTreeMap;

use super::district_entity::{Entity, Model};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, RowReader},
    id::{FundingPeriodId, NetworkDistrictId, VersionId},
    importable_versions,
};

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("period", "Förderperiode", ColumnKind::Reference("funding_period"))
        .stored_as("funding_period_id"),
    Column::required("ags", "Kreisschlüssel (AGS)", ColumnKind::Ags),
    Column::required("network", "Netzwerk", ColumnKind::Reference("regional_network"))
        .stored_as("regional_network_id"),
    Column::optional("verified", "Bestätigt", ColumnKind::Answer),
    Column::optional("note", "Anmerkung", ColumnKind::Text),
];

impl Importable for Entity {
    const KIND: Kind = Kind::NetworkDistricts;
    type Key = (FundingPeriodId, String);

    importable_versions!();

    fn key(model: &Model) -> Self::Key {
        (model.funding_period_id, model.ags.clone())
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<Self::Key, Model> {
        &mut book.network_districts
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let period = row.period("period", book);
        let ags = row.required_text("ags").and_then(|_| row.district("ags", book));
        let network = row.required_text("network");
        let verified = row.answer("verified") == Some(counting::Answer::Yes);
        let note = row.text("note");
        let (funding_period_id, ags, network) = (period?, ags?, network?);
        let Some(regional_network_id) = book.networks.get(&(funding_period_id, network)).copied() else {
            row.unknown("network");
            return None;
        };
        Some(Model {
            version_id: VersionId::fresh(),
            id: NetworkDistrictId::fresh(),
            funding_period_id,
            regional_network_id,
            ags,
            verified,
            note,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let known = book.network_districts.get(&Self::key(model)).map(|known| known.regional_network_id);
        let moved_between = [Some(model.regional_network_id), known];
        if moved_between.into_iter().flatten().any(|network| !book.scope.covers_network(network)) {
            row.broken("I-11", "network");
        }
    }
}
