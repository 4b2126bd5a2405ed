//! The rules on records, over what is stored: also those that a correction of another record broke later. Pure.

use std::collections::HashMap;

use chrono::NaiveDate;
use counting::{
    Rulebook,
    plausibility::{self, Finding, Severity, check_follow_up, check_outcome, check_re_entry, check_stay},
};

use super::RecordKind;
use crate::{
    case_file::{CaseFile, Told},
    id::{ParticipantId, SubProjectId},
    outcome::outcome,
    participation, sub_project,
    worklist::is_status_unknown,
};

/// A broken rule, before anything is known of names.
#[derive(Clone, Debug)]
pub(super) struct Broken {
    pub person: ParticipantId,
    pub sub_project: SubProjectId,
    pub record: RecordKind,
    pub on: NaiveDate,
    pub found: Finding,
    pub value: String,
}

/// What records are checked against.
pub(super) struct Measure<'a> {
    /// The rulebook of the period.
    pub rulebook: &'a Rulebook,
    /// Later records are not checked.
    pub cut_off: NaiveDate,
    /// The sub-projects, for their duration.
    pub sub_projects: HashMap<SubProjectId, &'a sub_project::Model>,
}

/// The rules that the records of a case break.
pub(super) fn of_case(case: &CaseFile, measure: &Measure<'_>) -> Vec<Broken> {
    let told = case.told();
    let mut all = Vec::new();
    let stays = || case.stays.iter().zip(&told.stays).filter(|(row, _)| row.entered_on <= measure.cut_off);
    for (place, (row, stay)) in stays().enumerate() {
        let duration = measure.sub_projects.get(&row.sub_project_id);
        let duration = duration.and_then(|known| known.starts_on.zip(known.ends_on));
        let mut found = check_stay(stay, measure.rulebook, duration);
        found.retain(|found| place == 0 || found.rule.id != "V-01");
        for (earlier, (_, other)) in stays().take(place).enumerate() {
            let again = check_re_entry(other, stay);
            found.extend(again.into_iter().filter(|found| earlier == 0 || found.rule.id == "V-15"));
        }
        all.extend(found.into_iter().map(|found| Broken {
            person: case.person,
            sub_project: row.sub_project_id,
            record: RecordKind::Participation,
            on: row.entered_on,
            value: value(row, found.field),
            found,
        }));
    }
    for row in case.outcomes.iter().filter(|row| row.occurred_on <= measure.cut_off) {
        let found = outcome(row).map(|outcome| check_outcome(&outcome, &told.stays)).unwrap_or_default();
        all.extend(found.into_iter().map(|found| Broken {
            person: case.person,
            sub_project: row.sub_project_id,
            record: RecordKind::Outcome,
            on: row.occurred_on,
            value: row.occurred_on.to_string(),
            found,
        }));
    }
    let surveys = case.follow_ups.iter().zip(&told.follow_ups);
    for (row, survey) in surveys.filter(|(row, _)| row.surveyed_on <= measure.cut_off) {
        all.extend(check_follow_up(survey, &told.stays).into_iter().map(|found| Broken {
            person: case.person,
            sub_project: row.sub_project_id,
            record: RecordKind::FollowUp,
            on: row.surveyed_on,
            value: row.surveyed_on.to_string(),
            found,
        }));
    }
    all.extend(unknown_status(case, &told, measure));
    all
}

/// V-20: the status upon leaving is unknown, so that nothing can be a result.
fn unknown_status(case: &CaseFile, told: &Told, measure: &Measure<'_>) -> Option<Broken> {
    let rule = plausibility::rule("V-20")?;
    if !is_status_unknown(told, measure.cut_off) {
        return None;
    }
    let last = case.stays.iter().rfind(|row| row.entered_on <= measure.cut_off)?;
    Some(Broken {
        person: case.person,
        sub_project: last.sub_project_id,
        record: RecordKind::Participation,
        on: last.entered_on,
        value: last.left_on.map(|day| day.to_string()).unwrap_or_default(),
        found: Finding { rule, severity: Severity::Warning, field: "left_on" },
    })
}

/// What stands in a field, as far as showing it helps and reveals no more than that.
fn value(row: &participation::Model, field: &str) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match field {
        "entered_on" => row.entered_on.to_string(),
        "left_on" => day(row.left_on),
        "unemployed_since" => day(row.unemployed_since),
        // no gender entry, or one without a column: why the case does not count
        "gender" => row.gender.clone().unwrap_or_default(),
        "isced" => row.isced.map(|level| level.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}
