//! Targets from files.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Entity, Model};
use crate::{
    Scope,
    edition::Part,
    exchange::{Book, Column, ColumnKind, Importable, Kind, RowReader, Withdrawable},
    id::{EditionId, FundingPeriodId, RegionalNetworkId, SubProjectId, TargetId, VersionId},
    importable_versions,
};

const REGION_CATEGORIES: &[&str] = &["MORE_DEVELOPED", "TRANSITION", "LESS_DEVELOPED"];
const GENDERS: &[&str] = &["female", "male", "non_binary"];
const CUMULATIVE: &str = "cumulative";
const PER_YEAR: &str = "per_year";
const MILESTONE: &str = "milestone";
const REFERENCE: &str = "reference";
const KINDS: &[&str] = &[CUMULATIVE, PER_YEAR, "stock", MILESTONE, REFERENCE, "planned"];

/// No target is larger; what is above is a slip of the keyboard.
const LARGEST: u32 = 1_000_000_000;

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("period", "Förderperiode", ColumnKind::Reference("funding_period"))
        .stored_as("funding_period_id"),
    Column::required("indicator", "Indikator", ColumnKind::Text),
    Column::required("value", "Zielwert", ColumnKind::Decimal),
    Column::optional("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::optional("network", "Regionales Netzwerk", ColumnKind::Reference("regional_network"))
        .stored_as("regional_network_id"),
    Column::optional("region_category", "Regionenkategorie", ColumnKind::Code(REGION_CATEGORIES)),
    Column::optional("gender", "Geschlecht", ColumnKind::Code(GENDERS)),
    Column::optional("kind", "Art", ColumnKind::Code(KINDS)),
    Column::optional("year", "Jahr", ColumnKind::Year),
    Column::optional("valid_from", "Gültig ab", ColumnKind::Date),
    Column::optional("document", "Dokument", ColumnKind::Text),
];

/// The columns that make two rows the same target: all but the value.
pub const KEY: &[&str] = &[
    "period",
    "indicator",
    "sub_project",
    "network",
    "region_category",
    "gender",
    "kind",
    "year",
    "valid_from",
    "document",
];

/// Everything about a target but its value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    period: FundingPeriodId,
    indicator: String,
    sub_project: Option<SubProjectId>,
    network: Option<RegionalNetworkId>,
    region_category: Option<String>,
    gender: Option<String>,
    kind: String,
    year: Option<i32>,
    valid_from: Option<NaiveDate>,
    document: Option<String>,
}

impl Key {
    /// The target that a row names; none when it names a unit that is not known.
    fn read(row: &mut RowReader<'_>, book: &Book) -> Option<Self> {
        let period = row.period("period", book);
        let indicator = row.required_text("indicator");
        let sub_project = row.optional_sub_project("sub_project", book).map(|row| row.id);
        let network = row.within("network", period, &book.networks);
        let region_category = row.one_of("region_category", REGION_CATEGORIES);
        let gender = row.one_of("gender", GENDERS);
        let kind = row.one_of("kind", KINDS);
        let year = row.level("year", 2000..=2100);
        let valid_from = row.date("valid_from");
        let document = row.text("document");
        let named = ["sub_project", "network"].map(|name| row.text(name).is_some());
        if named != [sub_project.is_some(), network.is_some()] {
            return None;
        }
        Some(Self {
            period: period?,
            indicator: indicator?,
            sub_project,
            network,
            region_category,
            gender,
            kind: kind.unwrap_or_else(|| CUMULATIVE.to_owned()),
            year,
            valid_from,
            document,
        })
    }
}

impl Importable for Entity {
    const KIND: Kind = Kind::Targets;
    type Key = Key;

    importable_versions!();

    fn key(model: &Model) -> Key {
        Key {
            period: model.funding_period_id,
            indicator: model.indicator.clone(),
            sub_project: model.sub_project_id,
            network: model.regional_network_id,
            region_category: model.region_category.clone(),
            gender: model.gender.clone(),
            kind: model.kind.clone(),
            year: model.year,
            valid_from: model.valid_from,
            document: model.document.clone(),
        }
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<Key, Model> {
        &mut book.targets
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let key = Key::read(row, book);
        let value = row.required_amount("value", LARGEST);
        let key = key?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: TargetId::fresh(),
            funding_period_id: key.period,
            sub_project_id: key.sub_project,
            regional_network_id: key.network,
            indicator: key.indicator,
            value: value?,
            region_category: key.region_category,
            gender: key.gender,
            kind: key.kind,
            year: key.year,
            valid_from: key.valid_from,
            document: key.document,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn is_behind(book: &Book, model: &Model, _known: Option<&Model>) -> Option<EditionId> {
        let part = Part {
            period: model.funding_period_id,
            network: model.regional_network_id,
            sub_project: model.sub_project_id,
        };
        book.frozen.telling_of_part(part, model.holds_from())
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        if book.has_genders(model.funding_period_id, &model.indicator).is_none() {
            row.broken("I-20", "indicator");
        }
        if model.year.is_some() != (model.kind == PER_YEAR) {
            row.broken("I-19", "year");
        }
        let law = book.rulebook(model.funding_period_id);
        let is_result = law.by_code(&model.indicator).map(counting::Indicator::is_result);
        if (is_result == Some(true) && model.kind == MILESTONE)
            || (is_result == Some(false) && model.kind == REFERENCE)
        {
            row.broken("I-49", "kind");
        }
        let years = book.years(model.funding_period_id);
        if let Some((years, _)) = years.zip(model.year).filter(|(years, year)| !years.contains(year)) {
            row.broken("I-41", "year");
            row.allowing(format!("{} – {}", years.start(), years.end()));
        }
        if model.gender.is_some()
            && book.has_genders(model.funding_period_id, &model.indicator) == Some(false)
        {
            row.broken("I-43", "gender");
        }
        if let Some(other) = book.targets.values().find(|other| competes(model, other)) {
            row.remark("I-44", "region_category");
            row.allowing(other.region_category.clone().unwrap_or_default());
        }
        let sub_project =
            model.sub_project_id.and_then(|id| book.sub_projects.values().find(|row| row.id == id));
        if sub_project.is_some_and(|row| row.funding_period_id != model.funding_period_id) {
            row.broken("I-21", "sub_project");
        }
        if law.by_code(&model.indicator).is_some() && sub_project.is_some_and(|row| !book.owes_law(row)) {
            row.broken("I-45", "indicator");
        }
        let network = sub_project.map(|row| row.regional_network_id);
        if model.regional_network_id.is_some() && network.is_some_and(|own| own != model.regional_network_id)
        {
            row.broken("I-21", "network");
        }
        if !book.scope.covers_unit(model.regional_network_id, model.sub_project_id) {
            row.broken("I-22", if model.regional_network_id.is_some() { "network" } else { "period" });
        }
    }
}

/// Whether two targets are for the same, one in a category of region and one in all of them.
fn competes(model: &Model, other: &Model) -> bool {
    let wherever =
        |row: &Model| Key { region_category: None, valid_from: None, document: None, ..Entity::key(row) };
    model.region_category.is_some() != other.region_category.is_some() && wherever(model) == wherever(other)
}

impl Withdrawable for Entity {
    fn named(row: &mut RowReader<'_>, book: &mut Book) -> Option<Key> {
        Key::read(row, book)
    }

    fn is_writable(model: &Model, scope: &Scope) -> bool {
        scope.covers_unit(model.regional_network_id, model.sub_project_id)
    }
}
