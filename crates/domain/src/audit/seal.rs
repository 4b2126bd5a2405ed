//! The seal of an entry: SHA-256 over the entry before and everything this one says.

use sha2::{Digest, Sha256};

use super::Model;

/// Hash of the empty chain.
pub const START: &str = "";

/// The hash that seals `entry`. Each part is written with its length, so that no two entries read alike.
pub fn seal(entry: &Model) -> String {
    let mut hash = Sha256::new();
    let position = entry.position.to_string();
    let at = entry.at.timestamp_micros().to_string();
    let count = entry.record_count.to_string();
    let request = entry.request_id.to_string();
    for part in [
        Some(&entry.previous_hash),
        Some(&position),
        Some(&at),
        Some(&entry.actor),
        Some(&entry.purpose),
        Some(&entry.action),
        Some(&entry.object_kind),
        entry.object_id.as_ref(),
        entry.before.as_ref(),
        entry.after.as_ref(),
        Some(&count),
        Some(&request),
    ] {
        match part {
            Some(text) => {
                hash.update((text.len() as u64 + 1).to_be_bytes());
                hash.update(text.as_bytes());
            }
            None => hash.update(0u64.to_be_bytes()),
        }
    }
    hex::encode(hash.finalize())
}
