//! What facts say up to a cut-off, whatever they say of later days.

use chrono::NaiveDate;

use super::{Model, rules::Statement};

/// What a fact says of the days up to a cut-off.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Say {
    rulebook: String,
    gender: Option<String>,
    quantity: i32,
    counted: i64,
    left_out: i64,
    missing: i32,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
}

impl Say {
    /// What is said of the days up to a cut-off; nothing when it is about later ones alone.
    fn up_to(self, cut_off: NaiveDate) -> Option<Self> {
        let valid_until = self.valid_until.filter(|until| *until <= cut_off);
        (self.valid_from <= cut_off).then_some(Self { valid_until, ..self })
    }
}

/// What is said of something on two occasions.
#[derive(Debug)]
pub(crate) struct Told<T> {
    before: Vec<T>,
    after: Vec<T>,
}

/// One of the two occasions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occasion {
    Before,
    After,
}

impl<T> Default for Told<T> {
    fn default() -> Self {
        Self { before: Vec::new(), after: Vec::new() }
    }
}

impl<T: Ord> Told<T> {
    /// Something is said.
    pub fn say(&mut self, what: T, occasion: Occasion) {
        match occasion {
            Occasion::Before => self.before.push(what),
            Occasion::After => self.after.push(what),
        }
    }

    /// Whether the two say something else, in whatever order.
    pub fn differs(mut self) -> bool {
        self.before.sort_unstable();
        self.after.sort_unstable();
        self.before != self.after
    }
}

impl Statement {
    /// What it says of the days up to a cut-off.
    pub fn say(&self, cut_off: NaiveDate) -> Option<Say> {
        let say = Say {
            rulebook: self.rulebook.to_owned(),
            gender: self.gender.map(str::to_owned),
            quantity: self.quantity,
            counted: self.counted,
            left_out: self.left_out,
            missing: self.missing,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
        };
        say.up_to(cut_off)
    }
}

impl Model {
    /// What it says of the days up to a cut-off.
    pub(crate) fn say(self, cut_off: NaiveDate) -> Option<Say> {
        let Self { rulebook, gender, quantity, counted, left_out, missing, valid_from, valid_until, .. } =
            self;
        let say = Say { rulebook, gender, quantity, counted, left_out, missing, valid_from, valid_until };
        say.up_to(cut_off)
    }
}
