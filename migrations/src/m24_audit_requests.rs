//! The audit log by request: whose doing wrote a version.

use crate::columns::*;

crate::migration!("m24_audit_requests", indexes: vec![index("audit_entry", &["request_id"])]);
