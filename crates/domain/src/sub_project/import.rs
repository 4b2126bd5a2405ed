//! Sub-projects from files.

use std::collections::BTreeMap;

use super::{Entity, Model, RegionCategory};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, RowReader},
    id::{EditionId, SubProjectId, VersionId},
    importable_versions,
    report::About,
};

/// Voluntary indicators (Regulation (EU) 2021/1057, Annex I, point 1.2; before 2021 Regulation (EU) 1304/2013, Annex I,
/// point 1) that can be an eligibility condition, and those that count projects (point 2 there). A period takes those of
/// its own law.
const TARGET_GROUPS: &[&str] = &[
    "EECO12", "EECO13", "EECO14", "EECO15", "EECO16", "EECO17", "CO15", "CO16", "CO17", "CO18", "CO19",
    "CO20", "CO21", "CO22",
];

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("code", "Kürzel", ColumnKind::Text),
    Column::required("name", "Name", ColumnKind::Text),
    Column::required("period", "Förderperiode", ColumnKind::Reference("funding_period"))
        .stored_as("funding_period_id"),
    Column::required("organisation", "Träger", ColumnKind::Reference("organisation"))
        .stored_as("organisation_id"),
    Column::optional("network", "Regionales Netzwerk", ColumnKind::Reference("regional_network"))
        .stored_as("regional_network_id"),
    Column::optional("strand", "Handlungsschwerpunkt", ColumnKind::Reference("strand"))
        .stored_as("strand_id"),
    Column::optional(
        "region_category",
        "Regionenkategorie",
        ColumnKind::Code(&["MORE_DEVELOPED", "TRANSITION", "LESS_DEVELOPED"]),
    ),
    Column::optional("starts_on", "Beginn", ColumnKind::Date),
    Column::optional("ends_on", "Ende", ColumnKind::Date),
    Column::optional("city", "Ort", ColumnKind::Text),
    Column::optional("ags", "Kreisschlüssel (AGS)", ColumnKind::Ags),
    Column::optional("target_group", "Zielgruppe", ColumnKind::Codes(TARGET_GROUPS)),
    Column::optional("grant_reference", "Förderkennzeichen", ColumnKind::Text),
    Column::optional("valid_from", "Gilt ab", ColumnKind::Date),
];

impl Importable for Entity {
    const KIND: Kind = Kind::SubProjects;
    type Key = String;

    importable_versions!(changing);

    fn key(model: &Model) -> String {
        model.code.clone()
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<String, Model> {
        &mut book.sub_projects
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let code = row.required_text("code");
        let name = row.required_text("name");
        let period = row.period("period", book);
        let organisation_code = row.required_text("organisation");
        let organisation_id = organisation_code.as_deref().and_then(|code| book.organisation(code));
        if organisation_code.is_some() && organisation_id.is_none() {
            row.unknown("organisation");
        }
        let regional_network_id = row.within("network", period, &book.networks);
        let strand_id = row.within("strand", period, &book.strands);
        let region_category = row.text("region_category").map(|code| code.parse::<RegionCategory>());
        if matches!(region_category, Some(Err(_))) {
            row.broken("I-05", "region_category");
        }
        let target_group = row.one_of_each("target_group", TARGET_GROUPS);
        let ags = row.district("ags", book);
        let (starts_on, ends_on) = (row.date("starts_on"), row.date("ends_on"));
        if starts_on.zip(ends_on).is_some_and(|(starts_on, ends_on)| ends_on < starts_on) {
            row.broken("I-10", "ends_on");
        }
        let (code, name, funding_period_id) = (code?, name?, period?);
        let known = book.sub_projects.get(&code);
        Some(Model {
            version_id: VersionId::fresh(),
            id: SubProjectId::fresh(),
            name,
            funding_period_id,
            organisation_id,
            regional_network_id,
            strand_id,
            region_category: region_category.and_then(Result::ok).unwrap_or_default().as_str().to_owned(),
            starts_on,
            ends_on,
            city: row.text("city"),
            ags,
            target_group,
            grant_reference: row.text("grant_reference"),
            invented: known.is_some_and(|known| known.invented),
            note: known.and_then(|known| known.note.clone()),
            valid_from: row.date("valid_from").or(known.and_then(|known| known.valid_from)),
            valid_until: None,
            code,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn is_behind(book: &Book, model: &Model, known: Option<&Model>) -> Option<EditionId> {
        let of = |row: &Model| {
            let network = row.regional_network_id.map(About::Network);
            [network, row.strand_id.map(About::Strand), Some(About::Period(row.funding_period_id))]
        };
        let own = known.map(|known| About::SubProject(known.id));
        let units = known.map(of).into_iter().flatten().chain(of(model)).chain([own]).flatten();
        let from = model.valid_from.or(model.starts_on.filter(|_| known.is_none()));
        units.into_iter().find_map(|unit| book.frozen.telling_of(unit, from))
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let known = book.sub_projects.get(&model.code);
        if known.is_some_and(|known| known.funding_period_id != model.funding_period_id) {
            row.broken("I-09", "period");
        }
        if known.is_some_and(|known| model.valid_from < known.valid_from) {
            row.broken("I-30", "valid_from");
        }
        if known.is_some_and(|known| !book.scope.covers(known.id))
            || (known.is_none() && book.scope != crate::Scope::All)
        {
            row.broken("I-11", "code");
        }
    }
}
