//! Who asks, and what a request carries for its resolvers.

use async_graphql::Context;
use domain::{Actor, Domain, Viewer};
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

impl Caller {
    /// What somebody is called whose name was kept: the program's own doings have names in every language.
    pub fn name_of(&self, kept: &str) -> String {
        Actor::in_words(kept, self.language)
    }
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
