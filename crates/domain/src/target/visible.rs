//! Who may see a target, and who may set it: those whose scope holds the whole of its unit.

use sea_orm::{ColumnTrait, Condition};

use super::{Column, Model};
use crate::Scope;

/// Whether a scope holds the sub-project, the regional network or the whole period that a target is for.
pub(crate) fn covers(scope: &Scope, target: &Model) -> bool {
    match (target.sub_project_id, target.regional_network_id) {
        (Some(sub_project), _) => scope.covers(sub_project),
        (None, Some(network)) => scope.covers_network(network),
        (None, None) => *scope == Scope::All,
    }
}

/// The same as a condition.
pub(crate) fn condition(scope: &Scope) -> Condition {
    match scope {
        Scope::All => Condition::all(),
        Scope::Only { networks, sub_projects } => {
            let of_networks = Condition::all()
                .add(Column::SubProjectId.is_null())
                .add(Column::RegionalNetworkId.is_in(networks.iter().copied()));
            Condition::any().add(Column::SubProjectId.is_in(sub_projects.iter().copied())).add(of_networks)
        }
    }
}
