//! Waiting for what another process does: as short as possible, never for ever.

use std::time::Duration;

const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(60);

/// The first thing `look` sees; fails when it sees nothing for a minute.
pub async fn eventually<T, F: Future<Output = Option<T>>>(what: &str, mut look: impl FnMut() -> F) -> T {
    let mut looks = tokio::time::interval(BETWEEN_LOOKS);
    let seen = tokio::time::timeout(LONGEST, async {
        loop {
            looks.tick().await;
            if let Some(seen) = look().await {
                return seen;
            }
        }
    });
    seen.await.unwrap_or_else(|_| panic!("a minute passed without {what}"))
}
