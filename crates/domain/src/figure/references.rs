//! How the projects call those whom facts are about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use crate::{
    Result, db,
    fact::{Subject, SubjectKind},
    participant, participation, sub_project, supported_entity,
};

/// The references of subjects.
pub(super) struct References(HashMap<Uuid, String>);

impl References {
    /// Reads the references of these subjects, with one statement or two for each kind.
    pub async fn of(db: &impl ConnectionTrait, subjects: impl Iterator<Item = Subject>) -> Result<Self> {
        let mut by_kind: BTreeMap<SubjectKind, BTreeSet<Uuid>> = BTreeMap::new();
        for subject in subjects {
            by_kind.entry(subject.kind).or_default().insert(subject.id);
        }
        let mut references = HashMap::new();
        for (kind, keys) in by_kind {
            references.extend(read(db, kind, keys.into_iter().collect()).await?);
        }
        Ok(Self(references))
    }

    /// The reference of one; its key when it has no other.
    pub fn get(&self, subject: Subject) -> String {
        self.0.get(&subject.id).cloned().unwrap_or_else(|| subject.id.to_string())
    }
}

/// The references of one kind of subjects: the one place to extend for a new kind.
async fn read(
    db: &impl ConnectionTrait,
    kind: SubjectKind,
    keys: Vec<Uuid>,
) -> Result<HashMap<Uuid, String>> {
    match kind {
        SubjectKind::Person => people(db, &keys).await,
        SubjectKind::Entity => {
            use supported_entity::{Column, Entity};
            pairs::<Entity, String>(db, &keys, (Column::Id, Column::Entity)).await
        }
        SubjectKind::SubProject => {
            use sub_project::{Column, Entity};
            pairs::<Entity, String>(db, &keys, (Column::Id, Column::Code)).await
        }
        SubjectKind::Participation => {
            use participation::{Column, Entity};
            let behind = pairs::<Entity, Uuid>(db, &keys, (Column::Id, Column::ParticipantId)).await?;
            let names = people(db, &behind.values().copied().collect::<Vec<_>>()).await?;
            Ok(behind
                .into_iter()
                .filter_map(|(key, person)| Some((key, names.get(&person)?.clone())))
                .collect())
        }
        SubjectKind::Consultation
        | SubjectKind::Training
        | SubjectKind::QualificationPlan
        | SubjectKind::Trainer
        | SubjectKind::Value => Ok(HashMap::new()),
    }
}

async fn people(db: &impl ConnectionTrait, keys: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    use participant::{Column, Entity};
    pairs::<Entity, String>(db, keys, (Column::Id, Column::Reference)).await
}

/// A column of rows by their key.
async fn pairs<E, T>(
    db: &impl ConnectionTrait,
    keys: &[Uuid],
    (key, value): (E::Column, E::Column),
) -> Result<HashMap<Uuid, T>>
where
    E: EntityTrait,
    T: sea_orm::TryGetable,
{
    let mut all = HashMap::with_capacity(keys.len());
    for some in keys.chunks(db::KEYS_PER_STATEMENT) {
        let rows = E::find()
            .select_only()
            .columns([key, value])
            .filter(key.is_in(some.iter().copied()))
            .into_tuple::<(Uuid, T)>();
        all.extend(rows.all(db).await?);
    }
    Ok(all)
}
