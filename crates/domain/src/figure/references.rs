//! How the projects call those whom facts are about.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, prelude::Uuid};

use super::store;
use crate::{
    Result,
    fact::{Subject, SubjectKind},
    id::{ParticipantId, SupportedEntityId},
};

/// The references of subjects.
pub(super) struct References(HashMap<Uuid, String>);

impl References {
    /// Reads the references of these subjects.
    pub async fn of(
        db: &impl ConnectionTrait,
        subjects: impl Iterator<Item = Subject> + Clone,
    ) -> Result<Self> {
        let keys = |kind| {
            let mut keys: Vec<Uuid> =
                subjects.clone().filter(|subject| subject.kind == kind).map(|subject| subject.id).collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        let people: Vec<_> = keys(SubjectKind::Person).into_iter().map(ParticipantId).collect();
        let entities: Vec<_> = keys(SubjectKind::Entity).into_iter().map(SupportedEntityId).collect();
        let mut references = HashMap::new();
        references.extend(store::references(db, &people).await?.into_iter().map(|(id, name)| (id.0, name)));
        let entities = store::entity_references(db, &entities).await?;
        references.extend(entities.into_iter().map(|(id, name)| (id.0, name)));
        Ok(Self(references))
    }

    /// The reference of one.
    pub fn get(&self, subject: Subject) -> Option<&String> {
        self.0.get(&subject.id)
    }
}
