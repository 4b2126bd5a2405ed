//! Which subjects a record tells of.

use super::{Subject, SubjectKind};
use crate::{
    consultation, follow_up,
    id::{ParticipantId, SubProjectId},
    indicator_value, outcome, participation, qualification_plan, sub_project, supported_entity, trainer,
    training,
};

/// A record that facts are made of.
pub(crate) trait Recorded {
    /// Itself, if it is counted on its own, and the person behind it.
    fn subjects(&self) -> impl Iterator<Item = Subject>;

    /// Where it belongs.
    fn sub_project(&self) -> SubProjectId;
}

/// Names what a table's rows are as subjects, and the person behind them.
macro_rules! recorded {
    ($($concept:ident $(is $kind:ident)? $(of $person:expr)?;)+) => {$(
        impl Recorded for $concept::Model {
            fn subjects(&self) -> impl Iterator<Item = Subject> {
                let own: Option<Subject> = None $(.or(Some(Subject { kind: SubjectKind::$kind, id: self.id.0 })))?;
                let person: Option<ParticipantId> = None $(.or($person(self)))?;
                own.into_iter().chain(person.map(Subject::person))
            }

            fn sub_project(&self) -> SubProjectId {
                self.sub_project_id
            }
        }
    )+};
}

recorded! {
    participation is Participation of |row: &participation::Model| Some(row.participant_id);
    outcome is Outcome of |row: &outcome::Model| Some(row.participant_id);
    follow_up of |row: &follow_up::Model| Some(row.participant_id);
    consultation is Consultation of |row: &consultation::Model| row.participant_id;
    qualification_plan is QualificationPlan of |row: &qualification_plan::Model| Some(row.participant_id);
    supported_entity is Entity;
    training is Training;
    trainer is Trainer;
    indicator_value is Value;
}

impl Recorded for sub_project::Model {
    fn subjects(&self) -> impl Iterator<Item = Subject> {
        [Subject { kind: SubjectKind::SubProject, id: self.id.0 }].into_iter()
    }

    fn sub_project(&self) -> SubProjectId {
        self.id
    }
}
