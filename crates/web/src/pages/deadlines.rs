//! The page of a period's deadlines.

use askama::Template;

use super::{
    deadline::Check,
    hand_ins::HandIns,
    layout::Page,
    reports::{Choice, FieldError},
};

/// The deadlines of a period, `GET /deadlines?period={code}`, and the answer to a form that has mistakes.
#[derive(Clone, Debug, Template)]
#[template(path = "deadlines.html")]
pub struct Deadlines {
    /// The frame.
    pub page: Page,
    /// Funding periods; choosing one reloads the page.
    pub periods: Vec<Choice>,
    /// Code of the chosen period.
    pub period: String,
    /// The deadlines, the earliest first.
    pub rows: Vec<Row>,
    /// The deadlines that were ended.
    pub ended: Vec<Ended>,
    /// What is known before the next deadline; none once the last has passed.
    pub next: Option<Next>,
    /// Who has handed in before the deadline asked for or the next one; none where the viewer may read no unit whole.
    pub hand_ins: Option<HandIns>,
    /// The forms of administrators; none for others.
    pub forms: Option<Forms>,
}

/// A deadline with the dates before it, as people write them.
#[derive(Clone, Debug)]
pub struct Row {
    /// The cut-off as addresses and forms name it, `YYYY-MM-DD`.
    pub key: String,
    /// What had happened by this day is to be reported.
    pub cut_off: String,
    /// On this day it is checked what is still missing.
    pub pre_check_on: String,
    /// By this day sub-projects hand in.
    pub sub_projects_by: String,
    /// By this day coordinations hand in.
    pub coordination_by: String,
    /// By this day the network hands in to the funder.
    pub due_on: String,
    /// Days until then, in words; none when it has passed.
    pub left: Option<String>,
    /// Whether it is the one that comes next.
    pub is_next: bool,
    /// Why it is not as the law gives it; none where it is.
    pub reason: Option<String>,
}

/// A deadline that does not hold.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Its cut-off.
    pub cut_off: String,
    /// Why.
    pub reason: String,
}

/// What is known before the next deadline.
#[derive(Clone, Debug)]
pub struct Next {
    /// Its cut-off.
    pub cut_off: String,
    /// On this day it is checked by itself.
    pub pre_check_on: String,
    /// What the last check found; none while there was none.
    pub check: Option<Check>,
}

/// The forms, as they are or as they were sent.
#[derive(Clone, Debug)]
pub struct Forms {
    /// Token of the forms.
    pub csrf: String,
    /// `POST /deadlines/set`.
    pub set: SetFields,
    /// `POST /deadlines/end`.
    pub end: EndFields,
    /// `POST /deadlines/lead-times`.
    pub lead: LeadFields,
    /// What has to be put right, all at once.
    pub errors: Vec<FieldError>,
}

impl Forms {
    /// What has to be put right in the field with an id.
    pub fn error(&self, id: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == id).map(|error| error.message.as_str())
    }
}

/// Adds a deadline, or changes its last day. Days are `YYYY-MM-DD`.
#[derive(Clone, Debug)]
pub struct SetFields {
    /// The cut-off.
    pub cut_off: String,
    /// The last day.
    pub due_on: String,
    /// Why.
    pub reason: String,
}

/// Ends a deadline.
#[derive(Clone, Debug)]
pub struct EndFields {
    /// The cut-offs of those that hold.
    pub cut_offs: Vec<Choice>,
    /// Why.
    pub reason: String,
}

/// Changes how many days before a deadline the network is to have what.
#[derive(Clone, Debug)]
pub struct LeadFields {
    /// Days from the pre-check to the deadline.
    pub pre_check: String,
    /// Days from the day by which sub-projects hand in.
    pub sub_projects: String,
    /// Days from the day by which coordinations hand in.
    pub coordination: String,
    /// Why.
    pub reason: String,
}
