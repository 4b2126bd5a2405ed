//! What every handler works with.

use domain::Domain;
use graphql::Api;
use worker::FileStore;

/// The server's parts; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The domain.
    pub domain: Domain,
    /// The API.
    pub api: Api,
    /// Where report files lie.
    pub files: FileStore,
    /// How it is served.
    pub settings: Settings,
}

/// How the server is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whether people reach it by HTTPS: cookies then travel by HTTPS only, and browsers are told to stay with it.
    pub https: bool,
}
