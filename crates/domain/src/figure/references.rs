//! How the projects call those whom facts are about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use crate::{
    Result, consultation, db,
    fact::{Subject, SubjectKind},
    indicator_value, outcome, participant, participation, qualification_plan, sub_project, supported_entity,
    trainer, training,
};

/// The references of subjects.
pub(crate) struct References(HashMap<Uuid, String>);

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
    /// A column of rows of a concept by their key.
    macro_rules! column {
        ($concept:ident, $column:ident) => {{
            use $concept::{Column, Entity};
            pairs::<Entity, _>(db, &keys, (Column::Id, Column::$column)).await
        }};
    }
    match kind {
        SubjectKind::Person => people(db, &keys).await,
        SubjectKind::Entity => column!(supported_entity, Entity),
        SubjectKind::SubProject => column!(sub_project, Code),
        SubjectKind::Consultation => column!(consultation, Reference),
        SubjectKind::Training => column!(training, Reference),
        SubjectKind::QualificationPlan => column!(qualification_plan, Reference),
        SubjectKind::Trainer => column!(trainer, Code),
        SubjectKind::Participation => behind(db, column!(participation, ParticipantId)?).await,
        SubjectKind::Outcome => behind(db, column!(outcome, ParticipantId)?).await,
        SubjectKind::Value => {
            let days: HashMap<Uuid, NaiveDate> = column!(indicator_value, Day)?;
            Ok(days.into_iter().map(|(key, day)| (key, day.to_string())).collect())
        }
    }
}

/// The references of the people behind records.
async fn behind(db: &impl ConnectionTrait, records: HashMap<Uuid, Uuid>) -> Result<HashMap<Uuid, String>> {
    let names = people(db, &records.values().copied().collect::<Vec<_>>()).await?;
    Ok(records.into_iter().filter_map(|(key, person)| Some((key, names.get(&person)?.clone()))).collect())
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
