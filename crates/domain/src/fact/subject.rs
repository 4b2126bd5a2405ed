//! Whom or what a fact is about, and why facts come and go.

use sea_orm::prelude::Uuid;

use crate::id::ParticipantId;

/// Whom or what a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its key.
    pub id: Uuid,
}

/// The kinds of things that are counted.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum SubjectKind {
    /// A person, once per operation.
    Person,
    /// A supported entity.
    Entity,
    /// A contact of a consultation.
    Consultation,
    /// A training event.
    Training,
    /// A qualification plan.
    QualificationPlan,
    /// A trainer of the pool.
    Trainer,
    /// An entry into a measure.
    Participation,
    /// Something that became of a participant.
    Outcome,
    /// A sub-project itself.
    SubProject,
    /// A value entered by hand.
    Value,
}

impl SubjectKind {
    /// The code stored with a fact.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Subject {
    /// A person.
    pub fn person(id: ParticipantId) -> Self {
        Self { kind: SubjectKind::Person, id: id.0 }
    }
}

/// Why a fact came to be known, or ceased to be. The order is that of precedence when several hold at once.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Cause {
    /// The structure of the network changed: the case belongs elsewhere.
    Structure,
    /// A record that was not known before.
    New,
    /// A record was withdrawn.
    Deletion,
    /// A record was corrected.
    Correction,
    /// A new version of a rulebook or of an indicator's definition.
    Rules,
    /// A new version of the counting profile.
    Profile,
}

impl Cause {
    /// The code stored with a fact.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
