//! Regional networks and sub-projects as choices of a form: `network:CODE` and `sub_project:CODE`.

use std::collections::HashMap;

use domain::{
    Result, Scope, funding_period, regional_network,
    sub_project::{self, Query},
};

use super::filters::chosen;
use crate::{pages::reports::ChoiceGroup, visit::Visit};

/// Value of the choice "the whole network".
pub const WHOLE: &str = "whole";

/// What may be chosen in a period.
pub struct Units {
    pub networks: ChoiceGroup,
    pub sub_projects: ChoiceGroup,
}

impl Units {
    /// The units of a period that a scope covers whole, the chosen one marked.
    pub async fn of(
        visit: &Visit,
        period: &funding_period::Model,
        (scope, unit): (&Scope, &str),
    ) -> Result<Self> {
        let db = &visit.app.domain.db;
        let text = |key| texts::text(visit.caller.language, key);
        let networks = regional_network::store::of_periods(db, &[period.id], None).await?;
        let query = Query { period: Some(period.id), ..Query::default() };
        let sub_projects = sub_project::store::all(db, &query).await?;
        let networks = networks.iter().filter(|row| scope.covers_network(row.id));
        let sub_projects = sub_projects.iter().filter(|row| scope.covers(row.id));
        let choice = |level: &str, code: &str, name: &str| chosen(&format!("{level}:{code}"), name, unit);
        Ok(Self {
            networks: ChoiceGroup {
                label: text("web-unit-regional-network"),
                choices: networks.map(|row| choice("network", &row.code, &row.name)).collect(),
            },
            sub_projects: ChoiceGroup {
                label: text("web-unit-sub-project"),
                choices: sub_projects.map(|row| choice("sub_project", &row.code, &row.name)).collect(),
            },
        })
    }
}

/// The names of a period's units by their codes, whoever looks at them: names are public.
pub struct UnitNames {
    pub networks: HashMap<String, String>,
    pub sub_projects: HashMap<String, String>,
}

impl UnitNames {
    /// Reads them.
    pub async fn of(visit: &Visit, period: &funding_period::Model) -> Result<Self> {
        let db = &visit.app.domain.db;
        let networks = regional_network::store::of_periods(db, &[period.id], None).await?;
        let query = Query { period: Some(period.id), ..Query::default() };
        let sub_projects = sub_project::store::all(db, &query).await?;
        Ok(Self {
            networks: networks.into_iter().map(|row| (row.code, row.name)).collect(),
            sub_projects: sub_projects.into_iter().map(|row| (row.code, row.name)).collect(),
        })
    }
}

/// The groups in which there is anything to choose.
pub fn present(groups: impl IntoIterator<Item = ChoiceGroup>) -> Vec<ChoiceGroup> {
    groups.into_iter().filter(|group| !group.choices.is_empty()).collect()
}

/// The code of a chosen unit of a level; none when it is of another.
pub fn code(unit: &str, level: &str) -> Option<String> {
    let (of, code) = unit.split_once(':')?;
    (of == level).then(|| code.to_owned())
}
