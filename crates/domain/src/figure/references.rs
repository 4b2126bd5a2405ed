//! How the projects call those whom facts are about.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select,
    prelude::{Expr, Uuid},
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
    /// Reads the references of these subjects. What was withdrawn keeps its own.
    pub async fn of(
        db: &impl ConnectionTrait,
        subjects: impl Iterator<Item = Subject> + Clone,
    ) -> Result<Self> {
        let mut references = Self(HashMap::new());
        for kind in <SubjectKind as strum::VariantArray>::VARIANTS {
            let mut keys: Vec<Uuid> =
                subjects.clone().filter(|subject| subject.kind == *kind).map(|subject| subject.id).collect();
            keys.sort_unstable();
            keys.dedup();
            for some in keys.chunks(db::KEYS_PER_STATEMENT) {
                references.read(db, (*kind, some)).await?;
            }
        }
        Ok(references)
    }

    async fn read(&mut self, db: &impl ConnectionTrait, (kind, keys): (SubjectKind, &[Uuid])) -> Result<()> {
        /// Key and reference of the rows of a table with these keys.
        macro_rules! named {
            ($concept:ident by $reference:ident) => {
                pairs::<$concept::Entity>(
                    $concept::Column::Id.is_in(keys.iter().copied()),
                    ($concept::Column::Id.into_expr(), $concept::Column::$reference.into_expr()),
                )
                .into_tuple()
                .all(db)
                .await?
            };
        }
        let pairs: Vec<(Uuid, String)> = match kind {
            SubjectKind::Person => named!(participant by Reference),
            SubjectKind::Entity => named!(supported_entity by Entity),
            SubjectKind::Consultation => named!(consultation by Reference),
            SubjectKind::Training => named!(training by Reference),
            SubjectKind::QualificationPlan => named!(qualification_plan by Reference),
            SubjectKind::Trainer => named!(trainer by Code),
            SubjectKind::SubProject => named!(sub_project by Code),
            SubjectKind::Participation => {
                let rows = participation::Entity::find()
                    .filter(participation::Column::Id.is_in(keys.iter().copied()))
                    .select_only()
                    .columns([participation::Column::Id, participation::Column::ParticipantId]);
                self.of_people(db, rows.into_tuple().all(db).await?).await?
            }
            SubjectKind::Outcome => {
                let rows = outcome::Entity::find()
                    .filter(outcome::Column::Id.is_in(keys.iter().copied()))
                    .select_only()
                    .columns([outcome::Column::Id, outcome::Column::ParticipantId]);
                self.of_people(db, rows.into_tuple().all(db).await?).await?
            }
            SubjectKind::Value => {
                let rows = indicator_value::Entity::find()
                    .filter(indicator_value::Column::Id.is_in(keys.iter().copied()));
                let rows = rows.all(db).await?.into_iter();
                rows.map(|row| (row.id.0, format!("{}", row.day))).collect()
            }
        };
        self.0.extend(pairs);
        Ok(())
    }

    /// The references of the people behind records.
    async fn of_people(
        &self,
        db: &impl ConnectionTrait,
        rows: Vec<(Uuid, Uuid)>,
    ) -> Result<Vec<(Uuid, String)>> {
        let people: Vec<Uuid> = rows.iter().map(|(_, person)| *person).collect();
        let mut known: HashMap<Uuid, String> = HashMap::new();
        for some in people.chunks(db::KEYS_PER_STATEMENT) {
            let select = pairs::<participant::Entity>(
                participant::Column::Id.is_in(some.iter().copied()),
                (participant::Column::Id.into_expr(), participant::Column::Reference.into_expr()),
            );
            let pairs: Vec<(Uuid, String)> = select.into_tuple().all(db).await?;
            known.extend(pairs);
        }
        Ok(rows.into_iter().filter_map(|(id, person)| Some((id, known.get(&person)?.clone()))).collect())
    }

    /// The reference of one.
    pub fn get(&self, subject: Subject) -> Option<&String> {
        self.0.get(&subject.id)
    }
}

fn pairs<E: EntityTrait>(condition: Expr, (key, reference): (Expr, Expr)) -> Select<E> {
    E::find().filter(condition).select_only().expr_as(key, "key").expr_as(reference, "reference").distinct()
}
