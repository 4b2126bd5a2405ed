//! The audit log: append-only, each entry sealed with the hash of the one before.

use crate::columns::*;

crate::migration!("m07_audit",
    up: (
        vec![
            table("audit_entry", vec![
                number("position").primary_key().take(), moment("at"), text("actor"), text("purpose"), text("action"),
                text("object_kind"), optional_text("object_id"), optional_text("before"), optional_text("after"),
                number("record_count"), reference("request_id"), text("previous_hash"), text("hash"),
            ]),
            table("audit_head", vec![
                small_number("id").primary_key().take(), number("position"), text("hash"),
            ]),
        ],
        vec![
            index("audit_entry", &["object_kind", "object_id"]),
        ],
    ),
    down: &["audit_head", "audit_entry"]
);
