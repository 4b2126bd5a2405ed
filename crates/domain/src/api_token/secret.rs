//! The secret behind a token: shown once, kept as a hash.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// How every token begins, so that scanners find one that leaked.
pub const PREFIX: &str = "mgn_";

/// A new secret: [`PREFIX`] and 32 random bytes in base64url.
pub fn fresh() -> Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| Error::Internal {
        what: "drawing random bytes",
        source: error.to_string().into(),
    })?;
    Ok(format!("{PREFIX}{}", BASE64_URL_SAFE_NO_PAD.encode(bytes)))
}

/// What is kept of a secret. It is random enough that one round of SHA-256 cannot be turned back.
pub fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret))
}

#[cfg(test)]
mod tests {
    use super::{PREFIX, fresh, hash};

    #[test]
    fn secrets_are_long_and_differ() {
        let [one, other] = [fresh().expect("random bytes"), fresh().expect("random bytes")];
        assert!(one.starts_with(PREFIX));
        assert_eq!(one.len(), PREFIX.len() + 43);
        assert_ne!(one, other);
        assert_ne!(hash(&one), hash(&other));
        assert_eq!(hash(&one).len(), 64);
    }
}
