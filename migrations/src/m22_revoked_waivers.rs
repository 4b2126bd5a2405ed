//! Why a waiver was taken back.

use crate::columns::optional_text;

crate::migration!("m22_revoked_waivers", adds: optional_text("revoked_for"), to: "waiver");
