//! The table of report runs.

use sea_orm::entity::prelude::*;

use crate::id::{AccountId, FundingPeriodId, RegionalNetworkId, ReportRunId, StrandId, SubProjectId};

/// A requested workbook and what has become of it: the truth, of which the queue only carries the id.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_run")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReportRunId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The regional network, when the report is about one.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// The strand, when the report is about one.
    pub strand_id: Option<StrandId>,
    /// The sub-project, when the report is about one.
    pub sub_project_id: Option<SubProjectId>,
    /// Whether it makes all reports of the period at once, as one file.
    pub is_bundle: bool,
    /// What had happened by this day.
    pub cut_off: Date,
    /// As known at this moment; see `known_at_wanted`.
    pub known_at: DateTimeUtc,
    /// The form of the workbook: that of the program that built it, or was asked for it.
    pub template_version: String,
    /// `de` or `en`.
    pub language: String,
    /// State, a code of `report::State`.
    pub state: String,
    /// Stage of the running build, a code of `report::Stage`.
    pub stage: String,
    /// Work done in the stage.
    pub done: i64,
    /// Work of the stage; 0 while unknown.
    pub total: i64,
    /// Attempts so far; the fencing token of the running one.
    pub attempt: i32,
    /// When a waiting run may be taken up again.
    pub next_attempt_at: Option<DateTimeUtc>,
    /// Last sign of life of the running attempt.
    pub heartbeat_at: Option<DateTimeUtc>,
    /// Whose request; none for the local operator.
    pub requested_by: Option<AccountId>,
    /// Name printed on the cover.
    pub requested_by_name: String,
    /// When it was asked for.
    pub requested_at: DateTimeUtc,
    /// When the last attempt began.
    pub started_at: Option<DateTimeUtc>,
    /// When it was done or failed.
    pub finished_at: Option<DateTimeUtc>,
    /// Why it failed: a code whose text is `error-report-<code>`.
    pub failure: Option<String>,
    /// Where in the workbook, or how many of what there were too many of.
    pub failure_place: Option<String>,
    /// Key in the file store.
    pub file_key: Option<String>,
    /// Name of the download.
    pub file_name: Option<String>,
    /// Bytes.
    pub file_size: Option<i64>,
    /// SHA-256, hex. It stays when the file has gone.
    pub file_sha256: Option<String>,
    /// SHA-256 of the figures in the workbook, hex.
    pub data_sha256: Option<String>,
    /// What makes two requests the same, see `report::key`; none for runs of older versions.
    pub request_key: Option<String>,
    /// The moment of knowledge that was asked for; none means what is known when the build begins.
    pub known_at_wanted: Option<DateTimeUtc>,
    /// Name of what the running build is working on.
    pub at_work_on: Option<String>,
    /// Who cancelled it.
    pub cancelled_by_name: Option<String>,
    /// The failed or cancelled run that this one tries again.
    pub retry_of: Option<ReportRunId>,
    /// When the file's time of keeping was over and it was removed, or when somebody found it lost.
    pub file_removed_at: Option<DateTimeUtc>,
    /// Why it was removed, a code of `report::Removal`, or that it was lost.
    pub file_removed_for: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
