//! What was known of generated records, and since when.

use sea_orm::Set;
use strum::VariantArray;

use super::people::Times;
use crate::{
    fact::{self, Cause, Difference, Evidence, Operations, Records, Statement, store},
    id::FactId,
    indicator::RulebookKind,
    participation,
};

/// The records of one sub-project by when they became known. Nobody is in two lots but those whose records were corrected.
#[derive(Default)]
pub(super) struct Knowledge {
    /// Known from the beginning.
    pub first: Records,
    /// Recorded late.
    pub late: Records,
    /// Known from the beginning as they were not, until they were corrected.
    pub wrong: Records,
    /// The same, corrected.
    pub corrected: Records,
    /// The versions that were corrected.
    pub superseded: Vec<participation::Model>,
}

impl Knowledge {
    /// The facts that writing these records one after the other would have left in the ledger.
    pub fn facts(&self, times: Times, operations: &Operations) -> Vec<fact::ActiveModel> {
        let count = |records| Evidence { records, operations, kinds: RulebookKind::VARIANTS }.statements();
        let first = store::Moment { at: times.first, cause: Cause::New };
        let late = store::Moment { at: times.late, cause: Cause::New };
        let correction = store::Moment { at: times.late, cause: Cause::Correction };
        let numbered = |statement| (statement, FactId::fresh());
        let wrong: Vec<(Statement, FactId)> = count(&self.wrong).into_iter().map(numbered).collect();
        let corrected = Difference::between(wrong.clone(), count(&self.corrected));
        let closed: std::collections::HashSet<FactId> = corrected.closed.iter().map(|(_, id)| *id).collect();

        let facts = |statements: Vec<Statement>, moment| {
            statements.into_iter().map(move |statement| store::fact(statement, moment))
        };
        let replaced = wrong.into_iter().map(|(statement, id)| {
            let fact = store::fact(statement, first);
            if !closed.contains(&id) {
                return fact;
            }
            let end_cause = Some(correction.cause.as_str().to_owned());
            fact::ActiveModel { known_until: Set(Some(correction.at)), end_cause: Set(end_cause), ..fact }
        });
        facts(count(&self.first), first)
            .chain(facts(count(&self.late), late))
            .chain(replaced)
            .chain(facts(corrected.added, correction))
            .collect()
    }
}
