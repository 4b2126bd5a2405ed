//! What grants give together.

use std::collections::BTreeSet;

use crate::{
    Role, Scope,
    id::{RegionalNetworkId, SubProjectId},
};

/// A valid grant with one sub-project that belongs to its network; a network with many comes as many.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// The role.
    pub role: Role,
    /// Scope of a coordinator.
    pub network: Option<RegionalNetworkId>,
    /// A sub-project that belongs to the network today.
    pub member: Option<SubProjectId>,
    /// Scope of project staff.
    pub sub_project: Option<SubProjectId>,
}

/// What somebody may see and change today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    /// The roles held, in any scope.
    pub roles: BTreeSet<Role>,
    /// Whose records they may see.
    pub read: Scope,
    /// Whose records they may change.
    pub write: Scope,
}

/// Adds up grants. An administrator sees and changes everything; an auditor sees everything and changes nothing;
/// coordinators and project staff see and change what their grants name.
pub fn rights(given: &[Given]) -> Rights {
    let roles: BTreeSet<Role> = given.iter().map(|one| one.role).collect();
    let coordinated = || given.iter().filter(|one| one.role == Role::Coordinator);
    let staffed = given.iter().filter(|one| one.role == Role::ProjectStaff);
    let named = Scope::Only {
        networks: coordinated().filter_map(|one| one.network).collect(),
        sub_projects: coordinated()
            .filter_map(|one| one.member)
            .chain(staffed.filter_map(|one| one.sub_project))
            .collect(),
    };
    let (read, write) = match () {
        () if roles.contains(&Role::Administrator) => (Scope::All, Scope::All),
        () if roles.contains(&Role::Auditor) => (Scope::All, named),
        () => (named.clone(), named),
    };
    Rights { roles, read, write }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Given, rights};
    use crate::{
        Role, Scope,
        id::{RegionalNetworkId, SubProjectId},
    };

    fn given(role: Role) -> Given {
        Given { role, network: None, member: None, sub_project: None }
    }

    #[test]
    fn grants_add_up() {
        let network = RegionalNetworkId::fresh();
        let [first, second, other] = [SubProjectId::fresh(), SubProjectId::fresh(), SubProjectId::fresh()];
        let of_network =
            |member| Given { network: Some(network), member: Some(member), ..given(Role::Coordinator) };
        let staff = Given { sub_project: Some(other), ..given(Role::ProjectStaff) };
        let only = |networks: &[_], sub_projects: &[_]| Scope::Only {
            networks: networks.iter().copied().collect(),
            sub_projects: sub_projects.iter().copied().collect(),
        };
        for (grants, read, write) in [
            (vec![], Scope::nothing(), Scope::nothing()),
            (vec![given(Role::Administrator)], Scope::All, Scope::All),
            (vec![given(Role::Administrator), given(Role::Auditor)], Scope::All, Scope::All),
            (vec![given(Role::Auditor)], Scope::All, Scope::nothing()),
            (vec![given(Role::Auditor), staff], Scope::All, only(&[], &[other])),
            (vec![staff], only(&[], &[other]), only(&[], &[other])),
            (
                vec![of_network(first), of_network(second), staff],
                only(&[network], &[first, second, other]),
                only(&[network], &[first, second, other]),
            ),
            (
                vec![Given { network: Some(network), ..given(Role::Coordinator) }],
                only(&[network], &[]),
                only(&[network], &[]),
            ),
        ] {
            let sum = rights(&grants);
            let roles: BTreeSet<_> = grants.iter().map(|grant| grant.role).collect();
            assert_eq!((sum.roles, sum.read, sum.write), (roles, read, write), "{grants:?}");
        }
    }

    #[test]
    fn a_role_gives_nothing_through_the_scope_of_another() {
        let stray = Given { sub_project: Some(SubProjectId::fresh()), ..given(Role::Coordinator) };
        assert_eq!(rights(&[stray]).read, Scope::nothing());
    }
}
