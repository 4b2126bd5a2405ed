//! What changes when facts are counted again. Pure.

use std::collections::HashMap;

use super::rules::Statement;
use crate::id::FactId;

/// What the ledger lacks and what it should no longer say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Holds, but is not in the ledger.
    pub added: Vec<Statement>,
    /// Is in the ledger, but does not hold, or not twice.
    pub closed: Vec<(Statement, FactId)>,
}

impl Difference {
    /// Compares the open facts with what holds now.
    pub fn between(open: Vec<(Statement, FactId)>, holding: Vec<Statement>) -> Self {
        let mut difference = Self::default();
        let mut known: HashMap<Statement, FactId> = HashMap::with_capacity(open.len());
        for (statement, fact) in open {
            if let Some(twin) = known.insert(statement.clone(), fact) {
                difference.closed.push((statement, twin));
            }
        }
        for statement in holding {
            if known.remove(&statement).is_none() {
                difference.added.push(statement);
            }
        }
        difference.closed.extend(known);
        difference
    }

    /// How many facts come or go.
    pub fn len(&self) -> usize {
        self.added.len() + self.closed.len()
    }
}
