//! Who may ask for a root field. Which rows they then see, `domain` decides.

use async_graphql::{Context, Guard};

use crate::{caller::Called, error::ApiError};

/// The guard of a root field; every root field names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, also without signing in.
    Public,
    /// Whoever may read records somewhere.
    Reader,
    /// Whoever may change records and ask for reports somewhere.
    Writer,
    /// Administrators and auditors.
    AuditReader,
    /// Administrators.
    Administrator,
}

impl Guard for Access {
    async fn check(&self, ctx: &Context<'_>) -> async_graphql::Result<()> {
        let viewer = &ctx.caller().viewer;
        let allowed = match self {
            Self::Public => Ok(()),
            Self::Reader => viewer.require_reader(),
            Self::Writer => viewer.require_writer(),
            Self::AuditReader => viewer.require_audit_reader(),
            Self::Administrator => viewer.require_administrator(),
        };
        allowed.map_err(|error| ApiError::from(error).into())
    }
}
