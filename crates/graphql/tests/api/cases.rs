//! A case in each sub-project that left long ago: its education and its status upon leaving are unknown.

use chrono::NaiveDate;
use domain::{
    id::{FundingPeriodId, ParticipantId, ParticipationId, RequestId, SubProjectId, VersionId},
    participant, participation,
};
use sea_orm::{DatabaseConnection, IntoActiveModel};

use crate::world::{insert, noon};

/// The key of the finding that the education of the case of a sub-project is missing.
pub fn missing_education(number: usize) -> String {
    format!("V-01/TV-{number:02}/C-{number:02}/participation/2023-05-10/isced")
}

/// Fills the tables.
pub async fn fill(db: &DatabaseConnection, period: FundingPeriodId, sub_projects: &[SubProjectId]) {
    for (number, sub_project) in sub_projects.iter().enumerate() {
        let person = participant::Model {
            id: ParticipantId::fresh(),
            reference: format!("C-{number:02}"),
            created_at: noon(),
        };
        let stay = stay_of(person.id, (period, *sub_project));
        insert(db, person.into_active_model()).await;
        insert(db, stay.into_active_model()).await;
    }
}

fn stay_of(
    person: ParticipantId,
    (funding_period_id, sub_project_id): (FundingPeriodId, SubProjectId),
) -> participation::Model {
    participation::Model {
        version_id: VersionId::fresh(),
        id: ParticipationId::fresh(),
        funding_period_id,
        sub_project_id,
        participant_id: person,
        entered_on: day("2023-05-10"),
        left_on: Some(day("2023-08-31")),
        birth_date: Some(day("1983-02-01")),
        gender: Some("female".to_owned()),
        employment: Some("unemployed".to_owned()),
        unemployed_since: Some(day("2023-03-01")),
        in_education: None,
        isced: None,
        citizenships: None,
        foreign_background: None,
        disability: None,
        minority: None,
        housing_exclusion: None,
        degurba: None,
        advice_hours: None,
        registered_unemployed: None,
        minor_employment: None,
        offer_id: None,
        recorded_at: noon(),
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
