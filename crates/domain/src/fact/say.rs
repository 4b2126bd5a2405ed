//! What facts say at a cut-off, whatever the days around it.

use chrono::NaiveDate;

use super::{Model, rules::Statement};

/// What a fact says at a cut-off that it holds for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Say {
    rulebook: String,
    gender: Option<String>,
    quantity: i32,
    counted: i64,
    left_out: i64,
    missing: i32,
}

impl Statement {
    /// What it says at a cut-off; nothing when it does not hold then.
    pub fn say(&self, cut_off: NaiveDate) -> Option<Say> {
        let holds = self.valid_from <= cut_off && self.valid_until.is_none_or(|until| until > cut_off);
        holds.then(|| Say {
            rulebook: self.rulebook.to_owned(),
            gender: self.gender.map(str::to_owned),
            quantity: self.quantity,
            counted: self.counted,
            left_out: self.left_out,
            missing: self.missing,
        })
    }
}

impl From<Model> for Say {
    fn from(fact: Model) -> Self {
        let Model { rulebook, gender, quantity, counted, left_out, missing, .. } = fact;
        Self { rulebook, gender, quantity, counted, left_out, missing }
    }
}
