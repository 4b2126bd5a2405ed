//! How the projects call those whom facts are about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, Select, prelude::Uuid,
};

use crate::{
    Result, consultation, db,
    fact::{Subject, SubjectKind},
    indicator_value, outcome, participant, participation, qualification_plan, sub_project, supported_entity,
    trainer, training,
};

/// The references of subjects.
pub(crate) struct References(HashMap<Uuid, String>);

impl References {
    /// Reads the references of these subjects, some hundred with each statement.
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
            pairs(db, &keys, (Entity::find(), Column::Id, Column::$column)).await
        }};
    }
    /// The references of the people behind rows of a concept.
    macro_rules! person {
        ($concept:ident) => {{
            use $concept::{Column, Entity};
            let person = Entity::belongs_to(participant::Entity)
                .from(Column::ParticipantId)
                .to(participant::Column::Id)
                .into();
            let behind = Entity::find().join(JoinType::InnerJoin, person);
            pairs(db, &keys, (behind, Column::Id, participant::Column::Reference)).await
        }};
    }
    match kind {
        SubjectKind::Person => column!(participant, Reference),
        SubjectKind::Entity => column!(supported_entity, Entity),
        SubjectKind::SubProject => column!(sub_project, Code),
        SubjectKind::Consultation => column!(consultation, Reference),
        SubjectKind::Training => column!(training, Reference),
        SubjectKind::QualificationPlan => column!(qualification_plan, Reference),
        SubjectKind::Trainer => column!(trainer, Code),
        SubjectKind::Participation => person!(participation),
        SubjectKind::Outcome => person!(outcome),
        SubjectKind::Value => {
            let days: HashMap<Uuid, NaiveDate> = column!(indicator_value, Day)?;
            Ok(days.into_iter().map(|(key, day)| (key, day.to_string())).collect())
        }
    }
}

/// A column of rows by their key.
async fn pairs<E, T>(
    db: &impl ConnectionTrait,
    keys: &[Uuid],
    (rows, key, value): (Select<E>, E::Column, impl ColumnTrait),
) -> Result<HashMap<Uuid, T>>
where
    E: EntityTrait,
    T: sea_orm::TryGetable,
{
    let mut all = HashMap::with_capacity(keys.len());
    let rows = rows.select_only().column(key).column(value);
    for some in keys.chunks(db::KEYS_PER_STATEMENT) {
        let rows = rows.clone().filter(key.is_in(some.iter().copied())).into_tuple::<(Uuid, T)>();
        all.extend(rows.all(db).await?);
    }
    Ok(all)
}
