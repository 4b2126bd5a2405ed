//! What was done by itself for deadlines.

use crate::columns::*;

crate::migration!("m20_schedules",
    up: (
        vec![
            table("deadline_task", vec![
                key("id"), reference("funding_period_id"), day("cut_off"), text("task"), moment("begun_at"),
                optional_moment("done_at"), optional_reference("report_run_id"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period"))
              .foreign_key(&mut foreign_key("report_run_id", "report_run")).take(),
        ],
        vec![unique("deadline_task", &["funding_period_id", "cut_off", "task"])],
    ),
    down: &["deadline_task"]
);
