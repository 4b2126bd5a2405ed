//! Funding periods and what is valid in them: institutions, strands, offer types, working groups, districts.

use crate::columns::*;

crate::migration!("m01_network",
    up: (
        vec![
            table("funding_period", vec![
                key("id"), text("code"), text("name"), text("network_form"), text("sub_project_term"),
                optional_text("focus"), day("starts_on"), day("ends_on"), optional_text("rulebook"),
                optional_text("priority"), optional_text("specific_objective"), text("funder_line"),
                optional_text("note"), flag("verified"), text("source"),
            ]),
            table("institution", vec![key("id"), text("code"), text("kind"), text("source")]),
            table("institution_name", vec![
                key("id"), reference("institution_id"), text("name"), optional_day("valid_from"), optional_day("valid_to"),
            ]).foreign_key(&mut foreign_key("institution_id", "institution")).take(),
            table("period_institution", vec![
                key("id"), reference("funding_period_id"), reference("institution_id"), text("role"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period"))
              .foreign_key(&mut foreign_key("institution_id", "institution")).take(),
            table("strand", vec![
                key("id"), reference("funding_period_id"), text("code"), text("name"), optional_text("note"),
                flag("verified"), text("source"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
            table("strand_institution", vec![
                key("id"), reference("strand_id"), reference("institution_id"),
            ]).foreign_key(&mut foreign_key("strand_id", "strand"))
              .foreign_key(&mut foreign_key("institution_id", "institution")).take(),
            table("offer_type", vec![
                key("id"), text("code"), text("name_de"), text("name_en"), text("count_unit"), flag("verified"), text("source"),
            ]),
            table("period_offer_type", vec![
                key("id"), reference("funding_period_id"), reference("offer_type_id"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period"))
              .foreign_key(&mut foreign_key("offer_type_id", "offer_type")).take(),
            table("working_group", vec![
                key("id"), reference("funding_period_id"), text("code"), text("name"), optional_text("note"), text("source"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
            table("district", vec![
                key("id"), text("ags"), text("name"), text("kind"), text("government_region"), text("nuts2"), text("nuts3"),
                optional_double("area_km2"), number("population"), day("population_on"), text("outline"), text("source"),
            ]),
        ],
        vec![
            unique("funding_period", &["code"]),
            unique("institution", &["code"]),
            index("institution_name", &["institution_id"]),
            unique("period_institution", &["funding_period_id", "institution_id", "role"]),
            unique("strand", &["funding_period_id", "code"]),
            unique("strand_institution", &["strand_id", "institution_id"]),
            unique("offer_type", &["code"]),
            unique("period_offer_type", &["funding_period_id", "offer_type_id"]),
            unique("working_group", &["funding_period_id", "code"]),
            unique("district", &["ags"]),
        ],
    ),
    down: &[
        "district", "working_group", "period_offer_type", "offer_type", "strand_institution", "strand",
        "period_institution", "institution_name", "institution", "funding_period",
    ]
);
