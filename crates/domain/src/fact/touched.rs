//! What a doing changed, and why: these subjects are counted again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cause, Recorded, Subject};
use crate::id::SubProjectId;

/// Subjects to count again, with the cause of every change.
#[derive(Clone, Debug)]
pub(crate) struct Touched {
    subjects: BTreeSet<Subject>,
    causes: BTreeMap<(Subject, SubProjectId), Cause>,
    otherwise: Cause,
}

impl Touched {
    /// Nothing yet. Facts that change without a cause of their own change because of `otherwise`.
    pub fn because_of(otherwise: Cause) -> Self {
        Self { subjects: BTreeSet::new(), causes: BTreeMap::new(), otherwise }
    }

    /// A record about a subject in a sub-project changed. Of several causes the strongest stays.
    fn note(&mut self, subject: Subject, sub_project: SubProjectId, cause: Cause) {
        self.subjects.insert(subject);
        let noted = self.causes.entry((subject, sub_project)).or_insert(cause);
        *noted = (*noted).max(cause);
    }

    /// A record changed.
    pub fn record(&mut self, record: &impl Recorded, cause: Cause) {
        for subject in record.subjects() {
            self.note(subject, record.sub_project(), cause);
        }
    }

    /// A subject whose own records did not change is to be counted again.
    pub fn again(&mut self, subject: Subject) {
        self.subjects.insert(subject);
    }

    /// Whom to count again.
    pub fn subjects(&self) -> &BTreeSet<Subject> {
        &self.subjects
    }

    /// Why facts about a subject in a sub-project change.
    pub fn cause(&self, subject: Subject, sub_project: SubProjectId) -> Cause {
        self.causes.get(&(subject, sub_project)).copied().unwrap_or(self.otherwise)
    }
}
