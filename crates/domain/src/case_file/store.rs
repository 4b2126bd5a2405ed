//! Reading case files.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use counting::{Operation, Profile};
use sea_orm::ConnectionTrait;

use super::CaseFile;
use crate::{
    Result, Versioned, follow_up,
    id::{ParticipantId, RegionalNetworkId, SubProjectId},
    outcome, participation,
    participation::stay,
    rows::Rows,
    sub_project,
};

/// Which case files are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// The sub-projects the cases belong to.
    pub sub_projects: &'a [sub_project::Model],
    /// How their period counts.
    pub profile: &'a Profile,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
}

/// What makes two stays parts of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    SubProject(SubProjectId),
    Network(RegionalNetworkId),
}

/// The case files of sub-projects, by person. Where the network is the operation, a file also holds what happened in
/// its other sub-projects.
pub(crate) async fn read(db: &impl ConnectionTrait, wanted: Wanted<'_>) -> Result<Vec<CaseFile>> {
    let operations = operations(db, &wanted).await?;
    let ids: Vec<SubProjectId> = operations.keys().copied().collect();
    let known_at = wanted.known_at;
    let stays = Rows {
        select: participation::Entity::known_at(known_at),
        column: participation::Column::SubProjectId,
        keys: &ids,
    };
    let outcomes = Rows {
        select: outcome::Entity::known_at(known_at),
        column: outcome::Column::SubProjectId,
        keys: &ids,
    };
    let follow_ups = Rows {
        select: follow_up::Entity::known_at(known_at),
        column: follow_up::Column::SubProjectId,
        keys: &ids,
    };
    let mut files: BTreeMap<(ParticipantId, Key), CaseFile> = BTreeMap::new();
    let mut stays = stays.read(db).await?;
    stays.retain(|row| wanted.profile.admits(&stay(row)));
    stays.sort_by_key(|row| row.entered_on);
    for row in stays {
        let Some(key) = operations.get(&row.sub_project_id) else { continue };
        let file = files.entry((row.participant_id, *key)).or_insert_with(|| CaseFile {
            person: row.participant_id,
            sub_project: row.sub_project_id,
            stays: Vec::new(),
            outcomes: Vec::new(),
            follow_ups: Vec::new(),
        });
        file.stays.push(row);
    }
    let of = |person, sub_project| operations.get(&sub_project).map(|key| (person, *key));
    for row in outcomes.read(db).await? {
        let file = of(row.participant_id, row.sub_project_id).and_then(|key| files.get_mut(&key));
        if let Some(file) = file {
            file.outcomes.push(row);
        }
    }
    for row in follow_ups.read(db).await? {
        let file = of(row.participant_id, row.sub_project_id).and_then(|key| files.get_mut(&key));
        if let Some(file) = file {
            file.follow_ups.push(row);
        }
    }
    let own: HashSet<SubProjectId> = wanted.sub_projects.iter().map(|row| row.id).collect();
    let mut files: Vec<CaseFile> =
        files.into_values().filter(|file| own.contains(&file.sub_project)).collect();
    for file in &mut files {
        file.outcomes.sort_by(|a, b| (a.occurred_on, &a.kind).cmp(&(b.occurred_on, &b.kind)));
        file.follow_ups.sort_by_key(|row| row.surveyed_on);
    }
    Ok(files)
}

/// The sub-projects whose records belong to the cases, with the operation of each.
async fn operations(db: &impl ConnectionTrait, wanted: &Wanted<'_>) -> Result<HashMap<SubProjectId, Key>> {
    let key = |row: &sub_project::Model| match (wanted.profile.operation, row.regional_network_id) {
        (Operation::Network, Some(network)) => Key::Network(network),
        _ => Key::SubProject(row.id),
    };
    let mut operations: HashMap<_, _> = wanted.sub_projects.iter().map(|row| (row.id, key(row))).collect();
    if wanted.profile.operation == Operation::Network {
        let networks: HashSet<_> =
            wanted.sub_projects.iter().filter_map(|row| row.regional_network_id).collect();
        let networks: Vec<_> = networks.into_iter().collect();
        let others = sub_project::store::of_networks(db, &networks, wanted.known_at).await?;
        operations.extend(others.iter().map(|row| (row.id, key(row))));
    }
    Ok(operations)
}
