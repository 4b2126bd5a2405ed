//! What was still missing some days before a deadline.

use crate::columns::*;

crate::migration!("m20_pre_checks",
    up: (
        vec![
            table("pre_check", vec![
                key("id"), reference("funding_period_id"), day("cut_off"), day("looked_at"), moment("checked_at"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
            table("pre_check_result", vec![
                key("id"), reference("pre_check_id"), reference("sub_project_id"), number("incomplete"),
                number("exit_outcome_due"), number("exit_status_unknown"), number("follow_up_due"), text("missing"),
            ]).foreign_key(&mut foreign_key("pre_check_id", "pre_check")).take(),
        ],
        vec![index("pre_check", &["funding_period_id", "cut_off"]), index("pre_check_result", &["pre_check_id"])],
    ),
    down: &["pre_check_result", "pre_check"]
);
