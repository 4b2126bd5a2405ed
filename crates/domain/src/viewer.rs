//! Who asks, and what they may see and do. Every read of records starts here.

mod role;
mod scope;

use std::collections::BTreeSet;

pub use role::Role;
pub use scope::Scope;
use texts::Language;

use crate::{
    Error, Result,
    id::{AccountId, RequestId},
};

const LOCAL_OPERATOR: &str = "local operator";
const WORKER: &str = "worker";

/// Who is behind a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody is signed in.
    Anonymous,
    /// Whoever runs the binary on the machine.
    LocalOperator,
    /// The background worker.
    Worker,
    /// A signed-in account.
    Account {
        /// Its key.
        id: AccountId,
        /// Its sign-in name, which the audit log shows.
        email: String,
        /// Its name, which reports show.
        name: String,
    },
}

impl Actor {
    /// How the audit log names the actor.
    pub fn label(&self) -> &str {
        match self {
            Self::Anonymous => "anonymous",
            Self::LocalOperator => LOCAL_OPERATOR,
            Self::Worker => WORKER,
            Self::Account { email, .. } => email,
        }
    }

    /// How people of a language are told of somebody by the name that was kept.
    pub fn in_words(name: &str, language: Language) -> String {
        match name {
            LOCAL_OPERATOR => texts::text(language, "report-requested-locally"),
            WORKER => texts::text(language, "report-requested-by-itself"),
            name => name.to_owned(),
        }
    }

    /// The name of the actor, to be kept.
    pub fn name(&self) -> &str {
        match self {
            Self::Account { name, .. } => name,
            other => other.label(),
        }
    }
}

/// Who asks, with the rights of today.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who.
    pub actor: Actor,
    /// The request, command or job in which they ask.
    pub request_id: RequestId,
    roles: BTreeSet<Role>,
    read: Scope,
    write: Scope,
}

impl Viewer {
    /// Nobody in particular: network data and public figures only.
    pub fn public() -> Self {
        Self {
            actor: Actor::Anonymous,
            request_id: RequestId::fresh(),
            roles: BTreeSet::new(),
            read: Scope::nothing(),
            write: Scope::nothing(),
        }
    }

    /// Whoever runs the binary: may do everything, and is audited as such.
    pub fn local_operator() -> Self {
        Self { actor: Actor::LocalOperator, ..Self::all_powerful() }
    }

    /// The background worker, which reads everything a report needs.
    pub fn worker() -> Self {
        Self { actor: Actor::Worker, ..Self::all_powerful() }
    }

    fn all_powerful() -> Self {
        Self {
            actor: Actor::LocalOperator,
            request_id: RequestId::fresh(),
            roles: BTreeSet::from([Role::Administrator]),
            read: Scope::All,
            write: Scope::All,
        }
    }

    /// A signed-in account with the scopes its valid grants give.
    pub fn account(actor: Actor, roles: BTreeSet<Role>, read: Scope, write: Scope) -> Self {
        Self { actor, request_id: RequestId::fresh(), roles, read, write }
    }

    /// The account's key, when one is signed in.
    pub fn account_id(&self) -> Option<AccountId> {
        match self.actor {
            Actor::Account { id, .. } => Some(id),
            _ => None,
        }
    }

    /// The roles held today, in any scope.
    pub fn roles(&self) -> &BTreeSet<Role> {
        &self.roles
    }

    /// The sub-projects whose records they may see, pseudonymously.
    pub fn reads(&self) -> &Scope {
        &self.read
    }

    /// The sub-projects whose records they may change and report on.
    pub fn writes(&self) -> &Scope {
        &self.write
    }

    /// Whether nobody is signed in.
    pub fn is_anonymous(&self) -> bool {
        self.actor == Actor::Anonymous
    }

    /// Whether they may do everything.
    pub fn is_administrator(&self) -> bool {
        self.roles.contains(&Role::Administrator)
    }

    /// Refuses those who are not signed in, and those signed in without any right.
    pub fn require_reader(&self) -> Result<()> {
        match () {
            () if self.is_anonymous() => Err(Error::Unauthenticated),
            () if self.read.is_nothing() => Err(Error::Forbidden),
            () => Ok(()),
        }
    }

    /// Refuses those who may not change anything anywhere.
    pub fn require_writer(&self) -> Result<()> {
        match () {
            () if self.is_anonymous() => Err(Error::Unauthenticated),
            () if self.write.is_nothing() => Err(Error::Forbidden),
            () => Ok(()),
        }
    }

    /// Refuses everybody but administrators.
    pub fn require_administrator(&self) -> Result<()> {
        match () {
            () if self.is_anonymous() => Err(Error::Unauthenticated),
            () if self.is_administrator() => Ok(()),
            () => Err(Error::Forbidden),
        }
    }
    /// Refuses everybody but administrators and auditors: the readers of the audit log.
    pub fn require_audit_reader(&self) -> Result<()> {
        match () {
            () if self.is_anonymous() => Err(Error::Unauthenticated),
            () if self.is_administrator() || self.roles.contains(&Role::Auditor) => Ok(()),
            () => Err(Error::Forbidden),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Actor, Role, Scope, Viewer};
    use crate::{Error, Result, id::AccountId};

    fn holding(roles: &[Role], read: Scope, write: Scope) -> Viewer {
        let actor =
            Actor::Account { id: AccountId::fresh(), email: "a@example.org".into(), name: "A".into() };
        Viewer::account(actor, roles.iter().copied().collect(), read, write)
    }

    fn verdict(result: Result<()>) -> &'static str {
        match result {
            Ok(()) => "allowed",
            Err(Error::Unauthenticated) => "unauthenticated",
            Err(Error::Forbidden) => "forbidden",
            Err(_) => "failed",
        }
    }

    #[test]
    fn each_role_may_do_what_its_grants_say() {
        let own = Scope::Only {
            networks: BTreeSet::new(),
            sub_projects: BTreeSet::from([crate::id::SubProjectId::fresh()]),
        };
        let nothing = Scope::nothing;
        for (viewer, read, write, administrate, audit) in [
            (Viewer::public(), "unauthenticated", "unauthenticated", "unauthenticated", "unauthenticated"),
            (Viewer::local_operator(), "allowed", "allowed", "allowed", "allowed"),
            (
                holding(&[Role::Administrator], Scope::All, Scope::All),
                "allowed",
                "allowed",
                "allowed",
                "allowed",
            ),
            (
                holding(&[Role::Auditor], Scope::All, nothing()),
                "allowed",
                "forbidden",
                "forbidden",
                "allowed",
            ),
            (
                holding(&[Role::ProjectStaff], own.clone(), own),
                "allowed",
                "allowed",
                "forbidden",
                "forbidden",
            ),
            (holding(&[], nothing(), nothing()), "forbidden", "forbidden", "forbidden", "forbidden"),
        ] {
            let seen = [
                verdict(viewer.require_reader()),
                verdict(viewer.require_writer()),
                verdict(viewer.require_administrator()),
                verdict(viewer.require_audit_reader()),
            ];
            assert_eq!(seen, [read, write, administrate, audit], "{viewer:?}");
        }
    }
}
