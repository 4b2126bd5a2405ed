//! Who has to mend the cases of a sub-project.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Domain, Result, Role,
    access_grant::{Column, Entity},
    account, db,
    id::SubProjectId,
    organisation,
    selection::Selection,
};

/// Who has to mend a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    /// Names of the accounts that work in the sub-project today, in order.
    pub staff: Vec<String>,
    /// The coordinating organisation of its regional network, asked where nobody works in the sub-project.
    pub office: Option<String>,
}

impl Responsible {
    /// Those to turn to: the staff, else the office; empty where the administration has to see to it.
    pub fn names(&self) -> Vec<&str> {
        match self.staff.is_empty() {
            false => self.staff.iter().map(String::as_str).collect(),
            true => self.office.iter().map(String::as_str).collect(),
        }
    }
}

/// Who is responsible for each of these sub-projects of a selection.
pub(super) async fn of(
    domain: &Domain,
    selection: &Selection,
    wanted: &BTreeSet<SubProjectId>,
) -> Result<HashMap<SubProjectId, Arc<Responsible>>> {
    let mut all: HashMap<SubProjectId, Responsible> = HashMap::new();
    for (sub_project, name) in staff(domain, wanted).await? {
        all.entry(sub_project).or_default().staff.push(name);
    }
    let networks: HashMap<_, _> =
        selection.networks.iter().filter_map(|row| Some((row.id, row.coordinator_id?))).collect();
    let coordinators: Vec<_> = networks.values().copied().collect();
    let names: HashMap<_, _> = organisation::store::by_ids(&domain.db, &coordinators, None)
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    for row in selection.sub_projects.iter().filter(|row| wanted.contains(&row.id)) {
        let coordinator = row.regional_network_id.and_then(|network| networks.get(&network));
        all.entry(row.id).or_default().office = coordinator.and_then(|id| names.get(id)).cloned();
    }
    Ok(all.into_iter().map(|(id, responsible)| (id, Arc::new(responsible))).collect())
}

/// The accounts with a right as project staff today, by name.
async fn staff(domain: &Domain, wanted: &BTreeSet<SubProjectId>) -> Result<Vec<(SubProjectId, String)>> {
    let today = domain.clock.today();
    let account = Entity::belongs_to(account::Entity).from(Column::AccountId).to(account::Column::Id).into();
    let select = Entity::find()
        .join(JoinType::InnerJoin, account)
        .select_only()
        .column(Column::SubProjectId)
        .column(account::Column::Name)
        .filter(Column::Role.eq(Role::ProjectStaff.as_str()))
        .filter(Column::ValidFrom.lte(today))
        .filter(Condition::any().add(Column::ValidTo.is_null()).add(Column::ValidTo.gte(today)))
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Name);
    let keys: Vec<SubProjectId> = wanted.iter().copied().collect();
    let mut staff = Vec::new();
    for some in keys.chunks(db::KEYS_PER_STATEMENT) {
        let of_these = select.clone().filter(Column::SubProjectId.is_in(some.iter().copied()));
        staff.extend(of_these.into_tuple().all(&domain.db).await?);
    }
    Ok(staff)
}
