//! Who asks, and what they may see and do. Every read of records starts here.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, Condition};

use crate::{
    Error, Result,
    id::{AccountId, RegionalNetworkId, RequestId, SubProjectId},
};

/// A role of a grant.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// May do everything, everywhere.
    Administrator,
    /// Works for a regional network of a period.
    Coordinator,
    /// Works in a sub-project.
    ProjectStaff,
    /// Reads everything pseudonymously, for a time.
    Auditor,
}

impl Role {
    /// The code stored and typed: `administrator`, `coordinator`, `project_staff`, `auditor`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

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
            Self::LocalOperator => "local operator",
            Self::Worker => "worker",
            Self::Account { email, .. } => email,
        }
    }
}

/// A set of sub-projects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them, also those to come.
    All,
    /// Only these, and with them the regional networks named.
    Only {
        /// Whole regional networks.
        networks: BTreeSet<RegionalNetworkId>,
        /// Sub-projects, those of the networks included.
        sub_projects: BTreeSet<SubProjectId>,
    },
}

impl Scope {
    /// No sub-project at all.
    pub fn nothing() -> Self {
        Self::Only { networks: BTreeSet::new(), sub_projects: BTreeSet::new() }
    }

    /// Whether nothing is in it.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Only { sub_projects, networks } if sub_projects.is_empty() && networks.is_empty())
    }

    /// Whether the sub-project is in it.
    pub fn covers(&self, sub_project: SubProjectId) -> bool {
        match self {
            Self::All => true,
            Self::Only { sub_projects, .. } => sub_projects.contains(&sub_project),
        }
    }

    /// Whether the whole regional network is in it.
    pub fn covers_network(&self, network: RegionalNetworkId) -> bool {
        match self {
            Self::All => true,
            Self::Only { networks, .. } => networks.contains(&network),
        }
    }

    /// The condition that `column`, a sub-project's key, is in it.
    pub fn condition(&self, column: impl ColumnTrait) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::Only { sub_projects, .. } => {
                Condition::all().add(column.is_in(sub_projects.iter().copied()))
            }
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
}
