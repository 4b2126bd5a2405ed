//! Passwords: hashed with Argon2id, compared at constant cost.

use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::{sync::Semaphore, task};

use crate::{Error, Result};

/// At most so many at once: each takes 19 MiB and a processor for as long as it runs.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// The hash of a password, with its salt and parameters, as a PHC string.
pub async fn hash(password: String) -> Result<String> {
    hard_work(move || hash_now(&password)).await
}

/// Whether the password fits the stored hash. Without a stored hash it never does, but the answer takes the same
/// work, so that the time tells nobody which accounts exist.
pub async fn fits(password: String, stored: Option<String>) -> Result<bool> {
    hard_work(move || match stored {
        Some(stored) => match Argon2::default().verify_password(password.as_bytes(), stored.as_str()) {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
            Err(_) => Err(Error::Inconsistent { table: "account", column: "password_hash" }),
        },
        None => hash_now(&password).map(|_| false),
    })
    .await
}

fn hash_now(password: &str) -> Result<String> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string())
        .map_err(|error| Error::Internal { what: "hashing a password", source: error.into() })
}

async fn hard_work<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _permit = AT_ONCE.acquire().await.expect("nobody closes the semaphore");
    task::spawn_blocking(work)
        .await
        .map_err(|error| Error::Internal { what: "hashing a password", source: error.into() })?
}
