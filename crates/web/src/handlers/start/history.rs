//! Every funding period with its institutions, under their names of that time.

use std::collections::HashMap;

use domain::{
    Result, funding_period,
    id::{FundingPeriodId, InstitutionId},
    institution::{self, name_entity, role_entity},
};

use texts::Language;

use super::{network_form, years};
use crate::{pages::start::HistoryEntry, visit::Visit};

/// The history, in the order of the periods.
pub async fn told(visit: &Visit, periods: &[funding_period::Model]) -> Result<Vec<HistoryEntry>> {
    let domain = &visit.app.domain;
    let ids: Vec<FundingPeriodId> = periods.iter().map(|period| period.id).collect();
    let roles = institution::store::roles_in(&domain.db, &ids).await?;
    let institutions: Vec<InstitutionId> = roles.iter().map(|role| role.institution_id).collect();
    let mut names: HashMap<InstitutionId, Vec<name_entity::Model>> = HashMap::new();
    for name in institution::store::names_of(&domain.db, &institutions).await? {
        names.entry(name.institution_id).or_default().push(name);
    }
    let cast = Cast { roles, names, language: visit.caller.language };
    Ok(periods.iter().map(|period| cast.entry(period)).collect())
}

/// Who did what, and what they were called.
struct Cast {
    language: Language,
    roles: Vec<role_entity::Model>,
    names: HashMap<InstitutionId, Vec<name_entity::Model>>,
}

impl Cast {
    fn entry(&self, period: &funding_period::Model) -> HistoryEntry {
        HistoryEntry {
            years: years(period.starts_on, period.ends_on),
            name: period.name.clone(),
            network_form: network_form(self.language, period),
            focus: period.focus.clone(),
            funders: self.named(period, "funder"),
            administrators: self.named(period, "administrator"),
            partners: self.named(period, "partner"),
        }
    }

    fn named(&self, period: &funding_period::Model, role: &str) -> Vec<String> {
        let in_role = self.roles.iter().filter(|row| row.funding_period_id == period.id && row.role == role);
        let mut names: Vec<String> = in_role
            .filter_map(|row| self.names.get(&row.institution_id))
            .filter_map(|names| institution::name_on(names, period.starts_on))
            .map(|name| name.name.clone())
            .collect();
        names.sort();
        names
    }
}
