//! What is known otherwise than by counting: drawn samples, informed estimates, and warnings that are waived.

use crate::columns::*;

crate::migration!("m12_samples",
    up: (
        vec![
            table("sample", vec![
                key("id"), reference("funding_period_id"), text("indicator"), day("cut_off"), moment("known_at"),
                text("seed"), text("frame_sha256"), number("population"), number("required_answers"), number("selected"),
                double("expected_answers"), moment("drawn_at"), text("drawn_by_name"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
            table("sample_stratum", vec![
                key("id"), reference("sample_id"), text("gender"), text("employment"), text("age_group"),
                text("education"), number("population"), number("selected"),
            ]).foreign_key(&mut foreign_key("sample_id", "sample")).take(),
            table("sample_member", vec![
                key("id"), reference("sample_id"), reference("sample_stratum_id"), reference("sub_project_id"),
                reference("participant_id"), number("rank"),
            ]).foreign_key(&mut foreign_key("sample_id", "sample"))
              .foreign_key(&mut foreign_key("sample_stratum_id", "sample_stratum")).take(),
            versioned("estimate", vec![
                reference("funding_period_id"), optional_reference("sub_project_id"),
                optional_reference("regional_network_id"), text("indicator"), optional_text("gender"),
                optional_double("share"), optional_number("count"), text("method"), optional_text("document"),
                day("valid_from"),
            ]),
            table("waiver", vec![
                key("id"), reference("funding_period_id"), optional_reference("sub_project_id"),
                optional_reference("regional_network_id"), text("rule"), text("subject"), text("reason"),
                text("waived_by_name"), moment("waived_at"), optional_text("revoked_by_name"),
                optional_moment("revoked_at"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
        ],
        vec![
            index("sample", &["funding_period_id"]),
            index("sample_stratum", &["sample_id"]),
            index("sample_member", &["sample_id"]),
            index("estimate", &["funding_period_id"]),
            index("waiver", &["funding_period_id"]),
        ],
    ),
    down: &["waiver", "estimate", "sample_member", "sample_stratum", "sample"]
);
