//! Editions of reports: what was handed in, frozen, and what became of it.

use crate::columns::*;

crate::migration!("m17_editions",
    up: (
        vec![
            table("report_edition", vec![
                key("id"), reference("report_run_id"), reference("funding_period_id"),
                optional_reference("regional_network_id"), optional_reference("sub_project_id"), text("unit_key"),
                day("cut_off"), small_number("number"), text("state"), moment("known_at"), text("template_version"),
                text("rulebooks"), text("data_sha256"), text("file_sha256"),
            ]).foreign_key(&mut foreign_key("report_run_id", "report_run"))
              .foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
            table("report_edition_event", vec![
                key("id"), reference("report_edition_id"), text("state"), moment("at"), optional_reference("by_account_id"),
                text("by_name"), optional_text("reason"),
            ]).foreign_key(&mut foreign_key("report_edition_id", "report_edition")).take(),
            table("report_four_eyes", vec![
                reference("funding_period_id").primary_key().take(), flag("required"), moment("set_at"), text("set_by_name"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
        ],
        vec![
            unique("report_edition", &["unit_key", "cut_off", "number"]),
            index("report_edition", &["report_run_id"]),
            index("report_edition", &["funding_period_id", "cut_off"]),
            index("report_edition", &["file_sha256"]),
            index("report_edition_event", &["report_edition_id"]),
        ],
    ),
    down: &["report_four_eyes", "report_edition_event", "report_edition"]
);
