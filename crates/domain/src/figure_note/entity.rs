//! The table of notes on figures.

use sea_orm::entity::prelude::*;

use crate::id::{FigureNoteId, FundingPeriodId, RegionalNetworkId, SubProjectId};

/// What somebody noted on a figure. Rows are only added and withdrawn.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_note")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FigureNoteId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The regional network whose figure it is on; without this and a sub-project it is on the period's.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// The sub-project whose figure it is on.
    pub sub_project_id: Option<SubProjectId>,
    /// Code of the indicator.
    pub indicator: String,
    /// Gender column: `female`, `male` or `non_binary`; none means all together.
    pub gender: Option<String>,
    /// What is noted.
    pub text: String,
    /// Who noted it.
    pub written_by_name: String,
    /// When.
    pub written_at: DateTimeUtc,
    /// Who withdrew it.
    pub withdrawn_by_name: Option<String>,
    /// When; none while it stands.
    pub withdrawn_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The regional network or sub-project whose figure it is on; neither for the period's.
    pub(super) fn unit(&self) -> (Option<RegionalNetworkId>, Option<SubProjectId>) {
        (self.regional_network_id, self.sub_project_id)
    }
}
