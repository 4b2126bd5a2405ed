//! Deadlines of reports, as far as they differ from what the law gives, and the dates before them.

use crate::columns::*;

crate::migration!("m20_deadlines",
    up: (
        vec![
            versioned("report_deadline", vec![reference("funding_period_id"), day("cut_off"), optional_day("due_on")])
                .foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
            versioned("report_lead_times", vec![
                reference("funding_period_id"), small_number("pre_check_days"), small_number("sub_project_days"),
                small_number("coordination_days"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
        ],
        vec![
            unique_current("report_deadline", &["funding_period_id", "cut_off"]),
            unique_current("report_lead_times", &["funding_period_id"]),
        ],
    ),
    down: &["report_lead_times", "report_deadline"]
);
