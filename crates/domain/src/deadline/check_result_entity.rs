//! The table of pre-checks' results.

use sea_orm::entity::prelude::*;

use crate::id::{PreCheckId, PreCheckResultId, SubProjectId};

/// What a pre-check found in a sub-project.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pre_check_result")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PreCheckResultId,
    /// The check.
    pub pre_check_id: PreCheckId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// Cases left out of figures for missing data.
    pub incomplete: i64,
    /// Cases of which nothing is known since they left; the 28 days run.
    pub exit_outcome_due: i64,
    /// Cases whose status on day 28 after leaving is unknown.
    pub exit_status_unknown: i64,
    /// Cases whose survey is due.
    pub follow_up_due: i64,
    /// Incomplete cases by what they lack, as JSON: codes of `counting::MissingField` and numbers.
    pub missing: String,
    /// Whether nothing at all is recorded, although it had begun.
    pub is_silent: bool,
}

impl ActiveModelBehavior for ActiveModel {}
