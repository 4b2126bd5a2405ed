//! Report runs: the truth about each requested workbook; the queue only carries their ids.

use crate::columns::*;

crate::migration!("m06_reports",
    up: (
        vec![
            table("report_run", vec![
                key("id"), reference("funding_period_id"), optional_reference("regional_network_id"),
                optional_reference("sub_project_id"), day("cut_off"), moment("known_at"), text("language"),
                text("state"), text("stage"), number("done"), number("total"), small_number("attempt"),
                optional_moment("next_attempt_at"), optional_moment("heartbeat_at"), optional_reference("requested_by"),
                text("requested_by_name"), moment("requested_at"), optional_moment("started_at"),
                optional_moment("finished_at"), optional_text("failure"), optional_text("file_key"),
                optional_text("file_name"), optional_number("file_size"), optional_text("file_sha256"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
        ],
        vec![
            index("report_run", &["state"]),
            index("report_run", &["requested_at"]),
        ],
    ),
    down: &["report_run"]
);
