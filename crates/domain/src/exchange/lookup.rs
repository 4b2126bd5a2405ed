//! What a row refers to: people, periods, sub-projects and other records of the book.

use std::collections::HashMap;

use super::{Book, RowReader, Severity};
use crate::{
    id::{FundingPeriodId, ParticipantId, SubProjectId},
    sub_project,
};

/// The longest pseudonymous reference, in characters.
const LONGEST_REFERENCE: usize = 100;
/// The source of rule V-34: participants only in selected operations.
const SELECTED_OPERATIONS: &str = "Regulation (EU) 2021/1060, Art. 42";

impl RowReader<'_> {
    /// A reference that must be there.
    pub fn reference(&mut self, name: &'static str) -> Option<String> {
        let reference = self.required_text(name)?;
        if reference.chars().count() > LONGEST_REFERENCE {
            self.note("I-12", Severity::Error, name, None);
            return None;
        }
        Some(reference)
    }

    /// The person behind a reference that must be there.
    pub fn participant(&mut self, name: &'static str, book: &mut Book) -> Option<ParticipantId> {
        Some(book.participants.key(&self.reference(name)?))
    }

    /// The person behind a reference; none when empty.
    pub fn optional_participant(&mut self, name: &'static str, book: &mut Book) -> Option<ParticipantId> {
        self.text(name)?;
        self.participant(name, book)
    }

    /// The funding period of a code that must be there.
    pub fn period(&mut self, name: &'static str, book: &Book) -> Option<FundingPeriodId> {
        let code = self.required_text(name)?;
        let id = book.periods.get(&code).map(|row| row.id);
        if id.is_none() {
            self.unknown(name);
        }
        id
    }

    /// The key of a code that is unique within a period; none when empty.
    pub fn within<Id: Copy>(
        &mut self,
        name: &'static str,
        period: Option<FundingPeriodId>,
        known: &HashMap<(FundingPeriodId, String), Id>,
    ) -> Option<Id> {
        let code = self.text(name)?;
        let id = known.get(&(period?, code)).copied();
        if id.is_none() {
            self.unknown(name);
        }
        id
    }

    /// The sub-project of a code that must be there and may be written to, by rule V-34.
    pub fn sub_project<'b>(&mut self, name: &'static str, book: &'b Book) -> Option<&'b sub_project::Model> {
        self.required_text(name)?;
        self.optional_sub_project(name, book)
    }

    /// The sub-project of a code, if it may be written to, by rule V-34; none when empty.
    pub fn optional_sub_project<'b>(
        &mut self,
        name: &'static str,
        book: &'b Book,
    ) -> Option<&'b sub_project::Model> {
        let code = self.text(name)?;
        let row = book.writable(&code);
        if row.is_none() {
            self.note("V-34", Severity::Error, name, Some(SELECTED_OPERATIONS));
        }
        row
    }

    /// The key of a district; none when empty.
    pub fn district(&mut self, name: &'static str, book: &Book) -> Option<String> {
        let ags = self.text(name)?;
        if !book.districts.contains(&ags) {
            self.note("I-13", Severity::Warning, name, None);
        }
        Some(ags)
    }

    /// Notes that a code names nothing known.
    pub fn unknown(&mut self, name: &'static str) {
        self.note("I-06", Severity::Error, name, None);
    }

    /// Notes that a reference belongs to a record of another sub-project: by rule I-46, or by I-14 where nobody may know
    /// more.
    pub fn stays_in(
        &mut self,
        name: &'static str,
        (known, own): (Option<SubProjectId>, SubProjectId),
        book: &Book,
    ) {
        self.taken(name, known, book);
        let other = known.filter(|known| *known != own && book.scope.covers(*known));
        if let Some(other) = other.and_then(|id| book.sub_projects.values().find(|row| row.id == id)) {
            self.broken("I-46", name);
            self.allowing(other.code.clone());
        }
    }

    /// Notes that a reference belongs to a record about somebody else, by rule I-47.
    pub fn same_person(
        &mut self,
        name: &'static str,
        (known, own): (Option<ParticipantId>, Option<ParticipantId>),
    ) {
        if known.zip(own).is_some_and(|(known, own)| known != own) {
            self.remark("I-47", name);
        }
    }

    /// Notes that a reference or code is taken by a record of a sub-project that may not be written to.
    pub fn taken(&mut self, name: &'static str, by: Option<SubProjectId>, book: &Book) {
        if by.is_some_and(|sub_project| !book.scope.covers(sub_project)) {
            self.broken("I-14", name);
        }
    }
}
