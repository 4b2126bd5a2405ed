//! Who works in a period: regional networks and their districts, organisations, sub-projects, offers.

use crate::columns::*;

crate::migration!("m02_structure",
    up: (
        vec![
            versioned("organisation", vec![
                text("code"), text("name"), optional_text("kind"), optional_text("city"), optional_text("ags"),
                optional_text("website"), flag("invented"),
            ]),
            versioned("regional_network", vec![
                reference("funding_period_id"), text("code"), text("name"), optional_reference("coordinator_id"),
                text("colour"), text("source"),
            ]),
            versioned("network_district", vec![
                reference("funding_period_id"), reference("regional_network_id"), text("ags"), flag("verified"),
                optional_text("note"),
            ]),
            versioned("sub_project", vec![
                text("code"), text("name"), reference("funding_period_id"), optional_reference("organisation_id"),
                optional_reference("regional_network_id"), optional_reference("strand_id"), text("region_category"),
                optional_day("starts_on"), optional_day("ends_on"), optional_text("city"), optional_text("ags"),
                text("target_group"), optional_text("grant_reference"), flag("invented"), optional_text("note"),
            ]),
            versioned("offer", vec![
                text("code"), reference("sub_project_id"), reference("offer_type_id"), text("name"),
                optional_text("mode"), optional_text("description"), optional_day("starts_on"), optional_day("ends_on"),
            ]),
        ],
        vec![
            unique_current("organisation", &["code"]),
            unique_current("regional_network", &["funding_period_id", "code"]),
            unique_current("network_district", &["funding_period_id", "ags"]),
            unique_current("sub_project", &["code"]),
            index("sub_project", &["funding_period_id"]),
            unique_current("offer", &["code"]),
            index("offer", &["sub_project_id"]),
        ],
    ),
    down: &["offer", "sub_project", "network_district", "regional_network", "organisation"]
);
