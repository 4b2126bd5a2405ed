//! The ledger of figures: facts, the counting profile they were made with, and how far each ledger has grown.

use crate::columns::*;

crate::migration!("m05_facts",
    up: (
        vec![
            table("counting_profile", vec![
                key("id"), reference("funding_period_id"), small_number("version"), text("long_term_unemployment"),
                text("operation"), optional_double("short_advice_hours"), moment("valid_from"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
            table("fact", vec![
                key("id"), reference("funding_period_id"), reference("sub_project_id"), optional_reference("participant_id"),
                optional_reference("supported_entity_id"), optional_text("gender"), number("counted"), number("left_out"),
                small_number("missing"), day("valid_from"), optional_day("valid_until"), moment("known_from"),
                optional_moment("known_until"),
            ]),
            table("ledger_head", vec![
                reference("sub_project_id").primary_key().take(), reference("funding_period_id"), number("revision"),
            ]),
        ],
        vec![
            unique("counting_profile", &["funding_period_id", "version"]),
            index("fact", &["participant_id"]),
            index("fact", &["sub_project_id"]),
            index("ledger_head", &["funding_period_id"]),
        ],
    ),
    down: &["ledger_head", "fact", "counting_profile"]
);
