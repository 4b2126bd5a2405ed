//! The table of indicators of the programme.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, IndicatorId, RequestId, VersionId};

/// A version of the definition of an indicator of the programme.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "indicator_definition")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The indicator.
    pub id: IndicatorId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Code, unique in the period.
    pub code: String,
    /// Its place in the sets of facts, 0 to 63; allotted once, never given away again.
    pub bit: i32,
    /// Counts up with every change, from 1.
    pub version: i32,
    /// German name.
    pub name_de: String,
    /// English name.
    pub name_en: String,
    /// What is counted, in German.
    pub definition_de: String,
    /// What is counted, in English.
    pub definition_en: String,
    /// Where it looks, a code of `counting::programme::Source`.
    pub source: String,
    /// What it counts there, a code of `counting::programme::Count`.
    pub count: String,
    /// What a record must fulfil: JSON, a list of `{"field", "anyOf"}`.
    pub conditions: String,
    /// `output` or `result`.
    pub measures: String,
    /// Whether it is about `participants` or the `operation`.
    pub about: String,
    /// Codes of the strands it applies to, separated by `;`; empty means all.
    pub strands: String,
    /// The act or the document that asks for it.
    pub legal_source: String,
    /// The first day of what it counts.
    pub valid_from: Date,
    /// Whether it is no longer reported.
    pub retired: bool,
    /// When the version became known.
    pub recorded_at: DateTimeUtc,
    /// The doing that wrote it; the audit log says whose.
    pub recorded_by: RequestId,
    /// Why it replaced the one before.
    pub reason: Option<String>,
    /// When a later version replaced it; the current one has none.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

crate::versioned!(Entity, Column);
