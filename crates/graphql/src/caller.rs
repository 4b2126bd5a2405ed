//! Who asks, and what a request carries for its resolvers.

use async_graphql::Context;
use domain::{Domain, Viewer};
use texts::Language;

use crate::loader::Loaders;

/// Who asks, of which domain, in which language.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The domain.
    pub domain: Domain,
    /// Who, with the rights of today.
    pub viewer: Viewer,
    /// The language of messages.
    pub language: Language,
}

/// What resolvers find in their context.
pub trait Called {
    /// Who asks.
    fn caller(&self) -> &Caller;
    /// The loaders of this request.
    fn loaders(&self) -> &Loaders;
}

impl Called for Context<'_> {
    fn caller(&self) -> &Caller {
        self.data_unchecked()
    }

    fn loaders(&self) -> &Loaders {
        self.data_unchecked()
    }
}
