//! The current records that counting looks at, read for some subjects or for a range of an operation.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, prelude::Uuid};

use super::{
    Recorded, Subject, SubjectKind,
    range::{Range, person_or_consultation},
};
use crate::{
    Result, Versioned, consultation, follow_up,
    id::{OfferId, ParticipantId, SubProjectId},
    indicator_value, outcome, participation, qualification_plan,
    record_query::OfSubProject,
    rows::Rows,
    supported_entity, trainer, training,
};

/// Current records, in no order.
#[derive(Default)]
pub(crate) struct Records {
    pub participations: Vec<participation::Model>,
    pub outcomes: Vec<outcome::Model>,
    pub follow_ups: Vec<follow_up::Model>,
    pub consultations: Vec<consultation::Model>,
    pub plans: Vec<qualification_plan::Model>,
    pub entities: Vec<supported_entity::Model>,
    pub trainings: Vec<training::Model>,
    pub trainers: Vec<trainer::Model>,
    pub values: Vec<indicator_value::Model>,
    /// Sub-projects that are counted themselves.
    pub sub_projects: Vec<SubProjectId>,
}

/// The records about one person.
#[derive(Default)]
pub(super) struct Life<'a> {
    pub participations: Vec<&'a participation::Model>,
    pub outcomes: Vec<&'a outcome::Model>,
    pub follow_ups: Vec<&'a follow_up::Model>,
    pub consultations: Vec<&'a consultation::Model>,
    pub plans: Vec<&'a qualification_plan::Model>,
}

impl Records {
    /// The records of these subjects, and all records of the people among them.
    pub async fn about(db: &impl ConnectionTrait, subjects: &BTreeSet<Subject>) -> Result<Self> {
        let keys = |kind| -> Vec<Uuid> {
            subjects.iter().filter(|subject| subject.kind == kind).map(|subject| subject.id).collect()
        };
        let people = &keys(SubjectKind::Person);
        let mut consultations =
            rows::<consultation::Entity>(db, consultation::Column::ParticipantId, people).await?;
        let alone = keys(SubjectKind::Consultation);
        let alone = rows::<consultation::Entity>(db, consultation::Column::Id, &alone).await?;
        consultations.extend(alone.into_iter().filter(|row| row.participant_id.is_none()));
        Ok(Self {
            participations: rows::<participation::Entity>(db, participation::Column::ParticipantId, people)
                .await?,
            outcomes: rows::<outcome::Entity>(db, outcome::Column::ParticipantId, people).await?,
            follow_ups: rows::<follow_up::Entity>(db, follow_up::Column::ParticipantId, people).await?,
            consultations,
            plans: rows::<qualification_plan::Entity>(db, qualification_plan::Column::ParticipantId, people)
                .await?,
            entities: own::<supported_entity::Entity>(db, &keys(SubjectKind::Entity)).await?,
            trainings: own::<training::Entity>(db, &keys(SubjectKind::Training)).await?,
            trainers: own::<trainer::Entity>(db, &keys(SubjectKind::Trainer)).await?,
            values: own::<indicator_value::Entity>(db, &keys(SubjectKind::Value)).await?,
            sub_projects: keys(SubjectKind::SubProject).into_iter().map(SubProjectId).collect(),
        })
    }

    /// The records in a range.
    pub async fn within(db: &impl ConnectionTrait, range: &Range) -> Result<Self> {
        use participation::Column as P;
        let own_range = range.sub_projects.iter().copied().filter(|id| range.contains(id.0));
        Ok(Self {
            participations: range.of::<participation::Entity>(P::ParticipantId.into_expr()).all(db).await?,
            outcomes: range.of::<outcome::Entity>(outcome::Column::ParticipantId.into_expr()).all(db).await?,
            follow_ups: range
                .of::<follow_up::Entity>(follow_up::Column::ParticipantId.into_expr())
                .all(db)
                .await?,
            consultations: range.of::<consultation::Entity>(person_or_consultation()).all(db).await?,
            plans: range
                .of::<qualification_plan::Entity>(qualification_plan::Column::ParticipantId.into_expr())
                .all(db)
                .await?,
            entities: range
                .of::<supported_entity::Entity>(supported_entity::Column::Id.into_expr())
                .all(db)
                .await?,
            trainings: range.of::<training::Entity>(training::Column::Id.into_expr()).all(db).await?,
            trainers: range.of::<trainer::Entity>(trainer::Column::Id.into_expr()).all(db).await?,
            values: range
                .of::<indicator_value::Entity>(indicator_value::Column::Id.into_expr())
                .all(db)
                .await?,
            sub_projects: own_range.collect(),
        })
    }

    /// All records of sub-projects as subjects, with the people behind them.
    pub async fn subjects_in(
        db: &impl ConnectionTrait,
        sub_projects: &[SubProjectId],
    ) -> Result<BTreeSet<Subject>> {
        if sub_projects.is_empty() {
            return Ok(BTreeSet::new());
        }
        let all = Range { sub_projects: sub_projects.to_vec(), after: None, to: None };
        let records = Self::within(db, &all).await?;
        let mut subjects = BTreeSet::new();
        records.participations.iter().for_each(|row| subjects.extend(row.subjects()));
        records.outcomes.iter().for_each(|row| subjects.extend(row.subjects()));
        records.consultations.iter().for_each(|row| subjects.extend(row.subjects()));
        records.plans.iter().for_each(|row| subjects.extend(row.subjects()));
        records.entities.iter().for_each(|row| subjects.extend(row.subjects()));
        records.trainings.iter().for_each(|row| subjects.extend(row.subjects()));
        records.trainers.iter().for_each(|row| subjects.extend(row.subjects()));
        records.values.iter().for_each(|row| subjects.extend(row.subjects()));
        subjects.extend(sub_projects.iter().map(|id| Subject { kind: SubjectKind::SubProject, id: id.0 }));
        Ok(subjects)
    }

    /// The participations that took up these offers, as subjects, with the people behind them.
    pub async fn subjects_of_offers(
        db: &impl ConnectionTrait,
        offers: &[OfferId],
    ) -> Result<BTreeSet<Subject>> {
        let keys: Vec<Uuid> = offers.iter().map(|offer| offer.0).collect();
        let rows = rows::<participation::Entity>(db, participation::Column::OfferId, &keys).await?;
        Ok(rows.iter().flat_map(Recorded::subjects).collect())
    }

    /// The same by people.
    pub(super) fn lives(&self) -> BTreeMap<ParticipantId, Life<'_>> {
        let mut lives: BTreeMap<ParticipantId, Life<'_>> = BTreeMap::new();
        for row in &self.participations {
            lives.entry(row.participant_id).or_default().participations.push(row);
        }
        for row in &self.outcomes {
            lives.entry(row.participant_id).or_default().outcomes.push(row);
        }
        for row in &self.follow_ups {
            lives.entry(row.participant_id).or_default().follow_ups.push(row);
        }
        for row in &self.consultations {
            if let Some(person) = row.participant_id {
                lives.entry(person).or_default().consultations.push(row);
            }
        }
        for row in &self.plans {
            lives.entry(row.participant_id).or_default().plans.push(row);
        }
        lives
    }
}

async fn own<E: OfSubProject>(db: &impl ConnectionTrait, keys: &[Uuid]) -> Result<Vec<E::Model>> {
    rows::<E>(db, E::ID, keys).await
}

async fn rows<E: Versioned>(
    db: &impl ConnectionTrait,
    column: E::Column,
    keys: &[Uuid],
) -> Result<Vec<E::Model>> {
    Rows { select: E::current(), column, keys }.read(db).await
}
