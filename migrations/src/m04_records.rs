//! What project staff record, append-only: participations, outcomes, follow-ups, supported entities.

use crate::columns::*;

crate::migration!("m04_records",
    up: (
        vec![
            table("participant", vec![key("id"), text("reference"), moment("created_at")]),
            versioned("participation", vec![
                reference("funding_period_id"), reference("sub_project_id"), reference("participant_id"),
                day("entered_on"), optional_day("left_on"), optional_day("birth_date"), optional_text("gender"),
                optional_text("employment"), optional_day("unemployed_since"), optional_text("in_education"),
                optional_small_number("isced"), optional_text("citizenships"), optional_text("foreign_background"),
                optional_text("disability"), optional_text("minority"), optional_text("housing_exclusion"),
                optional_small_number("degurba"), optional_double("advice_hours"), optional_text("registered_unemployed"),
                optional_text("minor_employment"), optional_reference("offer_id"),
            ]),
            versioned("outcome", vec![
                reference("funding_period_id"), reference("sub_project_id"), reference("participant_id"),
                day("occurred_on"), text("kind"), optional_text("note"),
            ]),
            versioned("follow_up", vec![
                reference("funding_period_id"), reference("sub_project_id"), reference("participant_id"),
                day("surveyed_on"), optional_text("employment"), optional_text("improvements"), optional_text("result"),
            ]),
            versioned("supported_entity", vec![
                reference("funding_period_id"), reference("sub_project_id"), text("entity"), day("supported_on"),
                text("kind"), optional_text("name"),
            ]),
        ],
        vec![
            unique("participant", &["reference"]),
            unique_current("participation", &["participant_id", "sub_project_id", "entered_on"]),
            unique_current("outcome", &["participant_id", "sub_project_id", "occurred_on", "kind"]),
            unique_current("follow_up", &["participant_id", "sub_project_id", "surveyed_on"]),
            unique_current("supported_entity", &["sub_project_id", "entity"]),
        ],
    ),
    down: &["supported_entity", "follow_up", "outcome", "participation", "participant"]
);
