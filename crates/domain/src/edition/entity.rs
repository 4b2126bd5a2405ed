//! The table of editions.

use sea_orm::entity::prelude::*;

use crate::id::{EditionId, FundingPeriodId, RegionalNetworkId, ReportRunId, StrandId, SubProjectId};

/// An edition of a report. But for its state, nothing of it ever changes.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_edition")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EditionId,
    /// The run that made its workbook.
    pub report_run_id: ReportRunId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The regional network, when the report is about one.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// The strand, when the report is about one.
    pub strand_id: Option<StrandId>,
    /// The sub-project, when the report is about one.
    pub sub_project_id: Option<SubProjectId>,
    /// The unit in a word: editions with the same unit and cut-off are editions of one report.
    pub unit_key: String,
    /// What had happened by this day.
    pub cut_off: Date,
    /// From 1, among the editions of the report.
    pub number: i32,
    /// State, a code of `edition::State`.
    pub state: String,
    /// As known at this moment.
    pub known_at: DateTimeUtc,
    /// The form of the workbook.
    pub template_version: String,
    /// The rules that counted, as JSON: rulebook of the law, version of the counting profile, versions of the
    /// programme's indicators.
    pub rulebooks: String,
    /// SHA-256 of the figures, hex.
    pub data_sha256: String,
    /// SHA-256 of the workbook, hex.
    pub file_sha256: String,
}

impl ActiveModelBehavior for ActiveModel {}
