//! Tokens of forms: a form is only taken from the session it was made for.

use domain::Result;
use tower_sessions::{Session, session::Id};

use crate::session_store::failed;

/// Under this key a session holds its token.
const TOKEN: &str = "form";

/// The token of a session's forms; a session without one gets one.
pub async fn of(session: &Session) -> Result<String> {
    if let Some(token) = session.get(TOKEN).await.map_err(failed)? {
        return Ok(token);
    }
    let token = Id::default().to_string();
    session.insert(TOKEN, &token).await.map_err(failed)?;
    Ok(token)
}

/// Whether a form carried the token of the session it came with.
pub async fn fits(session: &Session, token: &str) -> Result<bool> {
    let expected: Option<String> = session.get(TOKEN).await.map_err(failed)?;
    Ok(expected.is_some_and(|expected| expected == token))
}
