//! Consultations.

use async_graphql::{Context, Enum, ID, Object};
use domain::consultation::{self, Model};

use crate::{
    caller::Called,
    error::Result,
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::KnownAt,
    record::{self, Gender, list_of_records},
    scalar::Date,
    stored,
    sub_project::SubProject,
};

/// Whether a contact was the first (Erst- oder Folgekontakt).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Contact {
    /// The first contact (Erstkontakt).
    First,
    /// A further contact (Folgekontakt).
    FollowUp,
}

/// What a consultation was about (Anliegen).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum ConsultationSubject {
    /// Recognition of a qualification from abroad (Anerkennung).
    Recognition,
    /// Qualification (Qualifizierung).
    Qualification,
    /// Both.
    Both,
    /// A school or academic qualification only.
    AcademicOnly,
    /// No formal qualification.
    NoFormalQualification,
    /// Work and social law (Faire Integration).
    FairIntegration,
    /// Something else.
    Other,
}

/// How a consultation took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum ConsultationChannel {
    /// In person (Präsenz).
    InPerson,
    /// By phone.
    Phone,
    /// By e-mail.
    Email,
    /// By video.
    Video,
}

/// Level of the qualification from abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum QualificationLevel {
    /// Vocational (Ausbildung).
    Vocational,
    /// Higher education (Hochschule).
    HigherEducation,
    /// None.
    None,
}

/// Command of German, by the Common European Framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
pub enum GermanLevel {
    /// None.
    A0,
    /// Beginner.
    A1,
    /// Elementary.
    A2,
    /// Intermediate.
    B1,
    /// Upper intermediate.
    B2,
    /// Advanced.
    C1,
    /// Proficient.
    C2,
}

/// A consultation and the moment it is shown as of.
#[derive(Clone)]
pub struct Consultation {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// A consultation (Beratung): one contact, with or without a participant behind it.
#[Object]
impl Consultation {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Consultation, self.row.id.0)
    }

    /// Its reference.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// The sub-project it belongs to (Teilvorhaben).
    async fn sub_project(&self, ctx: &Context<'_>) -> Result<SubProject> {
        record::sub_project_of(ctx, (self.row.sub_project_id, self.known_at)).await
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        record::funding_period_of(ctx, (self.row.funding_period_id, self.known_at)).await
    }

    /// The day it took place.
    async fn held_on(&self) -> Date {
        Date(self.row.held_on)
    }

    /// First or further contact.
    async fn contact(&self) -> Result<Contact> {
        stored::code(&self.row.contact, ("consultation", "contact"))
    }

    /// The participant's pseudonymous reference, when the person is one.
    async fn participant(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(key) = self.row.participant_id else { return Ok(None) };
        ctx.loaders().find(key).await
    }

    /// What it was about.
    async fn subject(&self) -> Result<Option<ConsultationSubject>> {
        self.row.subject.as_deref().map(|code| stored::code(code, ("consultation", "subject"))).transpose()
    }

    /// How it took place.
    async fn channel(&self) -> Result<Option<ConsultationChannel>> {
        self.row.channel.as_deref().map(|code| stored::code(code, ("consultation", "channel"))).transpose()
    }

    /// Who sent the person (Zugangsweg).
    async fn referral(&self) -> Option<&str> {
        self.row.referral.as_deref()
    }

    /// Gender.
    async fn gender(&self) -> Result<Option<Gender>> {
        self.row.gender.as_deref().map(|code| stored::code(code, ("consultation", "gender"))).transpose()
    }

    /// Age band (Altersgruppe).
    async fn age_band(&self) -> Option<&str> {
        self.row.age_band.as_deref()
    }

    /// Nationality, ISO alpha-2; `XX` is stateless or undetermined.
    async fn nationality(&self) -> Option<&str> {
        self.row.nationality.as_deref()
    }

    /// Country the qualification comes from, ISO alpha-2.
    async fn country_of_qualification(&self) -> Option<&str> {
        self.row.country_of_qualification.as_deref()
    }

    /// Level of the qualification.
    async fn qualification_level(&self) -> Result<Option<QualificationLevel>> {
        self.row
            .qualification_level
            .as_deref()
            .map(|code| stored::code(code, ("consultation", "qualification_level")))
            .transpose()
    }

    /// German profession the qualification is compared with (Referenzberuf).
    async fn reference_profession(&self) -> Option<&str> {
        self.row.reference_profession.as_deref()
    }

    /// Residence title (Aufenthaltstitel).
    async fn residence_title(&self) -> Option<&str> {
        self.row.residence_title.as_deref()
    }

    /// Command of German.
    async fn german_level(&self) -> Result<Option<GermanLevel>> {
        self.row
            .german_level
            .as_deref()
            .map(|code| stored::code(code, ("consultation", "german_level")))
            .transpose()
    }

    /// Benefits received (Leistungsbezug).
    async fn benefits(&self) -> Option<&str> {
        self.row.benefits.as_deref()
    }

    /// What came of it.
    async fn outcome(&self) -> Option<&str> {
        self.row.outcome.as_deref()
    }
}

list_of_records! {
    /// The part of the query root about consultations.
    ConsultationQuery
    /// Consultations that the caller may see, by reference. Reading them is audited.
    consultations: Consultation of consultation::Entity
}
