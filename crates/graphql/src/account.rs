//! Who is signed in.

use async_graphql::{Context, Enum, Object};
use domain::Actor;

use crate::{access::Access, caller::Called};

/// A role of a grant (Rolle).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Role")]
pub enum Role {
    /// May do everything, everywhere.
    Administrator,
    /// Works for a regional network (Koordination).
    Coordinator,
    /// Works in a sub-project (Projektpersonal).
    ProjectStaff,
    /// Reads everything pseudonymously, for a time (Prüfung).
    Auditor,
}

/// The viewer of a request, when somebody is signed in.
pub struct Viewer(domain::Viewer);

/// Whoever is signed in.
#[Object]
impl Viewer {
    /// Name.
    async fn name(&self) -> &str {
        match &self.0.actor {
            Actor::Account { name, .. } => name,
            other => other.label(),
        }
    }

    /// Sign-in name.
    async fn email(&self) -> Option<&str> {
        match &self.0.actor {
            Actor::Account { email, .. } => Some(email),
            _ => None,
        }
    }

    /// The roles held today, in any scope.
    async fn roles(&self) -> Vec<Role> {
        self.0.roles().iter().map(|role| (*role).into()).collect()
    }
}

/// The part of the query root about accounts.
#[derive(Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// Whoever is signed in; null for anybody else.
    #[graphql(guard = "Access::Public")]
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Viewer> {
        let viewer = &ctx.caller().viewer;
        (!viewer.is_anonymous()).then(|| Viewer(viewer.clone()))
    }
}
