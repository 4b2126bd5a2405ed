//! Which records somebody may see or change.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, Condition};

use crate::id::{RegionalNetworkId, SubProjectId};

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

    /// Whether the whole of a unit is in it: the sub-project, else the regional network, else everything.
    pub fn covers_unit(&self, network: Option<RegionalNetworkId>, sub_project: Option<SubProjectId>) -> bool {
        match (network, sub_project) {
            (_, Some(sub_project)) => self.covers(sub_project),
            (Some(network), None) => self.covers_network(network),
            (None, None) => *self == Self::All,
        }
    }

    /// The same as a condition on the columns that name the unit of a row.
    pub fn unit_condition<C: ColumnTrait>(&self, network: C, sub_project: C) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::Only { networks, sub_projects } => {
                let of_networks =
                    Condition::all().add(sub_project.is_null()).add(network.is_in(networks.iter().copied()));
                Condition::any().add(sub_project.is_in(sub_projects.iter().copied())).add(of_networks)
            }
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Scope;
    use crate::id::{RegionalNetworkId, SubProjectId};

    #[test]
    fn a_scope_covers_what_was_named_and_nothing_else() {
        let (own, other) = (SubProjectId::fresh(), SubProjectId::fresh());
        let (network, elsewhere) = (RegionalNetworkId::fresh(), RegionalNetworkId::fresh());
        let some = Scope::Only { networks: BTreeSet::from([network]), sub_projects: BTreeSet::from([own]) };
        for (scope, covers) in [
            (Scope::All, [true, true, true, true]),
            (some, [true, false, true, false]),
            (Scope::nothing(), [false, false, false, false]),
        ] {
            let seen = [
                scope.covers(own),
                scope.covers(other),
                scope.covers_network(network),
                scope.covers_network(elsewhere),
            ];
            assert_eq!(seen, covers, "{scope:?}");
            let units = [
                scope.covers_unit(Some(elsewhere), Some(own)),
                scope.covers_unit(Some(network), Some(other)),
                scope.covers_unit(Some(network), None),
                scope.covers_unit(Some(elsewhere), None),
            ];
            assert_eq!(units, covers, "{scope:?}");
            assert_eq!(scope.covers_unit(None, None), scope == Scope::All, "{scope:?}");
        }
    }

    #[test]
    fn an_empty_network_is_still_something() {
        let networks = BTreeSet::from([RegionalNetworkId::fresh()]);
        assert!(!Scope::Only { networks, sub_projects: BTreeSet::new() }.is_nothing());
        assert!(Scope::nothing().is_nothing());
        assert!(!Scope::All.is_nothing());
    }
}
