//! Cookie sessions, kept by `domain::session`.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{Domain, Error, Result, id::AccountId, session};
use tower_sessions::{
    Expiry, Session, SessionManagerLayer, SessionStore,
    cookie::{
        SameSite,
        time::{Duration, OffsetDateTime},
    },
    session::{Id, Record},
    session_store,
};

use crate::state::App;

/// Name of the cookie.
const COOKIE: &str = "migranet_session";
/// A session ends so long after signing in.
const LIFE: Duration = Duration::hours(8);
/// Under this key a session holds whose it is.
const ACCOUNT: &str = "account";

/// Gives handlers the session of a request.
pub fn sessions(app: &App) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(Store(app.domain.clone()))
        .with_name(COOKIE)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(app.settings.https)
        .with_expiry(Expiry::OnInactivity(LIFE))
}

/// Whose session it is.
pub async fn account(session: &Session) -> Result<Option<AccountId>> {
    session.get(ACCOUNT).await.map_err(failed)
}

/// Makes a session somebody's, under a new secret: one that was planted before signing in is worth nothing after.
pub async fn sign_in(session: &Session, account: AccountId) -> Result<()> {
    session.cycle_id().await.map_err(failed)?;
    session.insert(ACCOUNT, account).await.map_err(failed)
}

/// Ends a session.
pub async fn sign_out(session: &Session) -> Result<()> {
    session.flush().await.map_err(failed)
}

/// A failure of a session as the domain tells of failures.
pub fn failed(error: tower_sessions::session::Error) -> Error {
    Error::Internal { what: "a session", source: Box::new(error) }
}

/// Keeps sessions in the database.
#[derive(Clone, Debug)]
pub struct Store(Domain);

impl Store {
    fn kept(&self, record: &Record) -> session_store::Result<session::Session> {
        let account_id = record.data.get(ACCOUNT).cloned().map(serde_json::from_value).transpose();
        let encode = |error: serde_json::Error| session_store::Error::Encode(error.to_string());
        Ok(session::Session {
            secret: record.id.to_string(),
            account_id: account_id.map_err(encode)?,
            data: serde_json::to_string(&record.data).map_err(encode)?,
            expires_at: DateTime::<Utc>::from_timestamp(record.expiry_date.unix_timestamp(), 0)
                .ok_or_else(|| session_store::Error::Encode("an end beyond all time".to_owned()))?,
        })
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        while !session::create(&self.0, &self.kept(record)?).await.map_err(backend)? {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        session::save(&self.0, &self.kept(record)?).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let Some(kept) = session::load(&self.0, &id.to_string()).await.map_err(backend)? else {
            return Ok(None);
        };
        let decode = |error: String| session_store::Error::Decode(error);
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_str(&kept.data).map_err(|error| decode(error.to_string()))?,
            expiry_date: OffsetDateTime::from_unix_timestamp(kept.expires_at.timestamp())
                .map_err(|error| decode(error.to_string()))?,
        }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        session::delete(&self.0, &id.to_string()).await.map_err(backend)
    }
}

fn backend(error: Error) -> session_store::Error {
    session_store::Error::Backend(error.to_string())
}
