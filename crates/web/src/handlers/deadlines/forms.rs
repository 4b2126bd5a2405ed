//! The forms of administrators: read as they were sent, shown as they are or as they were sent.

use chrono::NaiveDate;
use domain::{
    Result, UserError,
    deadline::{self, Deadline, DeadlineEnding, DeadlineSetting, LeadTimes, LeadTimesSetting},
};
use serde::Deserialize;

use crate::{
    form_token,
    handlers::filters::chosen,
    pages::{
        deadlines::{EndFields, Forms, LeadFields, SetFields},
        reports::FieldError,
    },
    visit::Visit,
};

/// What every form carries.
#[derive(Clone, Debug, Deserialize)]
pub struct PeriodForm {
    pub csrf: String,
    pub period: String,
}

/// A deadline to set, or to end: then without a last day.
#[derive(Clone, Debug, Deserialize)]
pub struct SettingForm {
    #[serde(flatten)]
    pub of: PeriodForm,
    cut_off: String,
    #[serde(default)]
    due_on: String,
    reason: String,
}

impl SettingForm {
    /// The deadline to set, if its days can be read.
    pub fn setting(&self) -> std::result::Result<DeadlineSetting, Vec<UserError>> {
        match (day(&self.cut_off, "cutOff"), day(&self.due_on, "dueOn")) {
            (Ok(cut_off), Ok(due_on)) => {
                let (period, reason) = (self.of.period.clone(), self.reason.clone());
                Ok(DeadlineSetting { period, cut_off, due_on, reason })
            }
            (cut_off, due_on) => Err(cut_off.err().into_iter().chain(due_on.err()).collect()),
        }
    }

    /// The deadline to end, if its day can be read.
    pub fn ending(&self) -> std::result::Result<DeadlineEnding, UserError> {
        let cut_off = day(&self.cut_off, "cutOff")?;
        Ok(DeadlineEnding { period: self.of.period.clone(), cut_off, reason: self.reason.clone() })
    }
}

fn day(text: &str, field: &'static str) -> std::result::Result<NaiveDate, UserError> {
    text.parse().map_err(|_| UserError::new("not-a-day", field))
}

/// Days before the deadlines.
#[derive(Clone, Debug, Deserialize)]
pub struct LeadTimesForm {
    #[serde(flatten)]
    pub of: PeriodForm,
    pre_check: String,
    sub_projects: String,
    coordination: String,
    reason: String,
}

impl LeadTimesForm {
    /// The lead times to set; what is no number of days is refused with those that are too large.
    pub fn setting(&self) -> LeadTimesSetting {
        let days = [&self.pre_check, &self.sub_projects, &self.coordination];
        let lead_times = LeadTimes::of_days(days.map(|text| text.trim().parse().unwrap_or(-1)));
        LeadTimesSetting { period: self.of.period.clone(), lead_times, reason: self.reason.clone() }
    }
}

/// What the forms show.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// The cut-off of the deadline they are about; none when they are empty.
    pub cut_off: Option<String>,
    pub set: Option<SettingForm>,
    pub end: Option<SettingForm>,
    pub lead_times: Option<LeadTimesForm>,
    pub mistakes: Vec<UserError>,
    /// The form that was sent.
    pub of: &'static str,
}

impl Filled {
    /// Empty forms, or those about the deadline with a cut-off.
    pub fn new(cut_off: Option<String>) -> Self {
        Self { cut_off, ..Self::default() }
    }

    /// The forms for a period.
    pub async fn forms(self, visit: &Visit, (period, deadlines): (&str, &[Deadline])) -> Result<Forms> {
        let lead = deadline::lead_times(&visit.app.domain, &visit.caller.viewer, period).await?;
        let language = visit.caller.language;
        let wanted = self.cut_off.unwrap_or_default();
        let known = deadlines.iter().find(|deadline| deadline.cut_off.to_string() == wanted);
        let end = self.end.as_ref();
        let to_end = end.map_or(wanted.as_str(), |form| form.cut_off.as_str());
        let choice = |deadline: &Deadline| {
            chosen(&deadline.cut_off.to_string(), &texts::date(language, deadline.cut_off), to_end)
        };
        let error = |mistake: &UserError| FieldError {
            field: field(self.of, mistake.field),
            message: mistake.message(language),
        };
        Ok(Forms {
            csrf: form_token::of(&visit.session).await?,
            errors: self.mistakes.iter().map(error).collect(),
            end: EndFields {
                cut_offs: deadlines.iter().map(choice).collect(),
                reason: end.map(|form| form.reason.clone()).unwrap_or_default(),
            },
            set: match self.set {
                Some(form) => SetFields { cut_off: form.cut_off, due_on: form.due_on, reason: form.reason },
                None => SetFields {
                    cut_off: known.map(|deadline| deadline.cut_off.to_string()).unwrap_or_default(),
                    due_on: known.map(|deadline| deadline.due_on.to_string()).unwrap_or_default(),
                    reason: String::new(),
                },
            },
            lead: match self.lead_times {
                Some(form) => LeadFields {
                    pre_check: form.pre_check,
                    sub_projects: form.sub_projects,
                    coordination: form.coordination,
                    reason: form.reason,
                },
                None => LeadFields {
                    pre_check: lead.pre_check.to_string(),
                    sub_projects: lead.sub_projects.to_string(),
                    coordination: lead.coordination.to_string(),
                    reason: String::new(),
                },
            },
        })
    }
}

/// The field of a form that a mistake is about, by its id on the page.
fn field(form: &str, about: &str) -> &'static str {
    match (form, about) {
        ("set", "dueOn") => "set-due_on",
        ("set", "reason") => "set-reason",
        ("set", _) => "set-cut_off",
        ("end", "reason") => "end-reason",
        ("end", _) => "end-cut_off",
        ("lead", "reason") => "lead-reason",
        ("lead", _) => "lead-pre_check",
        _ => "check",
    }
}
