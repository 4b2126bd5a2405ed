//! Who withdrew a version, and why.

use crate::columns::*;

crate::migration!("m24_withdrawals",
    up: (
        vec![
            table("withdrawal", vec![
                reference("version_id").primary_key().take(), reference("withdrawn_by"), text("reason"),
            ]),
        ],
        vec![],
    ),
    down: &["withdrawal"]
);
