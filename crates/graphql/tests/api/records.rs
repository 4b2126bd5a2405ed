//! A record of each kind in each sub-project.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    consultation,
    id::{
        ConsultationId, FundingPeriodId, ParticipantId, QualificationPlanId, RequestId, SubProjectId,
        TargetId, TrainerId, TrainingId, VersionId,
    },
    participant, qualification_plan, target, trainer, training,
};
use sea_orm::{DatabaseConnection, IntoActiveModel};
use uuid::Uuid;

use crate::world::{insert, noon};

/// The kinds, as ids name them.
pub const KINDS: [&str; 5] = ["consultation", "training", "qualification_plan", "trainer", "target"];

/// Where a record belongs.
struct Place {
    number: usize,
    period: FundingPeriodId,
    sub_project: SubProjectId,
    at: DateTime<Utc>,
    on: NaiveDate,
}

/// Fills the tables; the keys of each sub-project's records, in the order of [`KINDS`].
pub async fn fill(
    db: &DatabaseConnection,
    period: FundingPeriodId,
    sub_projects: &[SubProjectId],
) -> Vec<[Uuid; 5]> {
    let mut keys = Vec::new();
    for (number, sub_project) in sub_projects.iter().enumerate() {
        let place = Place { number, period, sub_project: *sub_project, at: noon(), on: noon().date_naive() };
        let person = participant::Model {
            id: ParticipantId::fresh(),
            reference: format!("TN-{number:02}"),
            created_at: noon(),
        };
        let consultation = consultation_of(&place, person.id);
        let training = training_of(&place);
        let plan = plan_of(&place, person.id);
        let trainer = trainer_of(&place);
        let target = target_of(&place);
        keys.push([consultation.id.0, training.id.0, plan.id.0, trainer.id.0, target.id.0]);
        insert(db, person.into_active_model()).await;
        insert(db, consultation.into_active_model()).await;
        insert(db, training.into_active_model()).await;
        insert(db, plan.into_active_model()).await;
        insert(db, trainer.into_active_model()).await;
        insert(db, target.into_active_model()).await;
    }
    keys
}

fn consultation_of(place: &Place, person: ParticipantId) -> consultation::Model {
    consultation::Model {
        version_id: VersionId::fresh(),
        id: ConsultationId::fresh(),
        funding_period_id: place.period,
        sub_project_id: place.sub_project,
        reference: format!("B-{:02}", place.number),
        held_on: place.on,
        contact: "follow_up".to_owned(),
        participant_id: Some(person),
        subject: Some("academic_only".to_owned()),
        channel: Some("in_person".to_owned()),
        referral: None,
        gender: Some("non_binary".to_owned()),
        age_band: None,
        nationality: Some("UA".to_owned()),
        country_of_qualification: None,
        qualification_level: Some("higher_education".to_owned()),
        reference_profession: None,
        residence_title: None,
        german_level: Some("A0".to_owned()),
        benefits: None,
        outcome: None,
        recorded_at: place.at,
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn training_of(place: &Place) -> training::Model {
    training::Model {
        version_id: VersionId::fresh(),
        id: TrainingId::fresh(),
        funding_period_id: place.period,
        sub_project_id: place.sub_project,
        reference: format!("S-{:02}", place.number),
        held_on: place.on,
        audience: "labour_administration".to_owned(),
        topic: None,
        format: None,
        hours: Some(1.5),
        attendances: Some(12),
        attendances_female: Some(7),
        attendances_male: None,
        attendances_non_binary: None,
        trainer: Some(format!("T-{:02}", place.number)),
        recorded_at: place.at,
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn plan_of(place: &Place, person: ParticipantId) -> qualification_plan::Model {
    qualification_plan::Model {
        version_id: VersionId::fresh(),
        id: QualificationPlanId::fresh(),
        funding_period_id: place.period,
        sub_project_id: place.sub_project,
        reference: format!("P-{:02}", place.number),
        participant_id: person,
        agreed_on: place.on,
        reference_profession: None,
        target: None,
        status: "abandoned".to_owned(),
        closed_on: Some(place.on),
        recorded_at: place.at,
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn trainer_of(place: &Place) -> trainer::Model {
    trainer::Model {
        version_id: VersionId::fresh(),
        id: TrainerId::fresh(),
        funding_period_id: place.period,
        sub_project_id: place.sub_project,
        code: format!("T-{:02}", place.number),
        topics: Some("Recht;Vielfalt".to_owned()),
        active_from: None,
        active_until: None,
        recorded_at: place.at,
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn target_of(place: &Place) -> target::Model {
    target::Model {
        version_id: VersionId::fresh(),
        id: TargetId::fresh(),
        funding_period_id: place.period,
        sub_project_id: Some(place.sub_project),
        regional_network_id: None,
        indicator: "EECO01".to_owned(),
        value: 100.0,
        region_category: Some("MORE_DEVELOPED".to_owned()),
        gender: Some("female".to_owned()),
        kind: "per_year".to_owned(),
        year: Some(2024),
        valid_from: None,
        document: None,
        recorded_at: place.at,
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}
