//! What people note on figures.

use crate::columns::*;

crate::migration!("m21_figure_notes",
    up: (
        vec![
            table("figure_note", vec![
                key("id"), reference("funding_period_id"), optional_reference("regional_network_id"),
                optional_reference("sub_project_id"), text("indicator"), optional_text("gender"), text("text"),
                text("written_by_name"), moment("written_at"), optional_text("withdrawn_by_name"),
                optional_moment("withdrawn_at"),
            ]).foreign_key(&mut foreign_key("funding_period_id", "funding_period")).take(),
        ],
        vec![index("figure_note", &["funding_period_id"])],
    ),
    down: &["figure_note"]
);
