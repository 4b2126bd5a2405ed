//! Consultations from files.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use counting::{
    Gender,
    programme::{Channel, Contact, GermanLevel, QualificationLevel, Subject},
};

use super::{Entity, Model, entity};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{ConsultationId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};

const CONTACTS: &[&str] = &Contact::CODES;
/// What a consultation can be about.
pub const SUBJECTS: &[&str] = &Subject::CODES;
/// How a consultation can take place.
pub const CHANNELS: &[&str] = &Channel::CODES;
/// Levels of a qualification from abroad.
pub const QUALIFICATION_LEVELS: &[&str] = &QualificationLevel::CODES;
const GENDERS: &[&str] = &Gender::CODES;
const GERMAN_LEVELS: &[&str] = &GermanLevel::CODES;

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("ref", "Kennung", ColumnKind::Text).stored_as("reference"),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("held_on", "Datum", ColumnKind::Date),
    Column::required("contact", "Kontakt", ColumnKind::Code(CONTACTS)),
    Column::optional("participant", "Teilnehmer-Kennung", ColumnKind::Text).stored_as("participant_id"),
    Column::optional("subject", "Anliegen", ColumnKind::Code(SUBJECTS)),
    Column::optional("channel", "Kanal", ColumnKind::Code(CHANNELS)),
    Column::optional("referral", "Zugangsweg", ColumnKind::Text),
    Column::optional("gender", "Geschlecht", ColumnKind::Code(GENDERS)),
    Column::optional("age_band", "Altersgruppe", ColumnKind::Text),
    Column::optional("nationality", "Staatsangehörigkeit", ColumnKind::Country),
    Column::optional("country_of_qualification", "Land der Qualifikation", ColumnKind::Country),
    Column::optional("qualification_level", "Art der Qualifikation", ColumnKind::Code(QUALIFICATION_LEVELS)),
    Column::optional("reference_profession", "Referenzberuf", ColumnKind::Text),
    Column::optional("residence_title", "Aufenthaltstitel", ColumnKind::Text),
    Column::optional("german_level", "Deutschniveau", ColumnKind::Code(GERMAN_LEVELS)),
    Column::optional("benefits", "Leistungsbezug", ColumnKind::Text),
    Column::optional("outcome", "Ergebnis", ColumnKind::Text),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Consultations;
    type Key = String;

    importable_versions!();

    fn key(model: &Model) -> String {
        model.reference.clone()
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<String, Model> {
        &mut book.consultations
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let reference = row.reference("ref");
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let held_on = row.required_date("held_on");
        let contact = row.required_one_of("contact", CONTACTS);
        let participant_id = row.optional_participant("participant", book);
        let subject = row.one_of("subject", SUBJECTS);
        let channel = row.one_of("channel", CHANNELS);
        let gender: Option<Gender> = row.code("gender", "V-09");
        let nationality = row.country("nationality");
        let country_of_qualification = row.country("country_of_qualification");
        let qualification_level = row.one_of("qualification_level", QUALIFICATION_LEVELS);
        let german_level = row.one_of("german_level", GERMAN_LEVELS);
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: ConsultationId::fresh(),
            funding_period_id,
            sub_project_id,
            reference: reference?,
            held_on: held_on?,
            contact: contact?,
            participant_id,
            subject,
            channel,
            referral: row.text("referral"),
            gender: gender.map(|gender| gender.as_str().to_owned()),
            age_band: row.text("age_band"),
            nationality,
            country_of_qualification,
            qualification_level,
            reference_profession: row.text("reference_profession"),
            residence_title: row.text("residence_title"),
            german_level,
            benefits: row.text("benefits"),
            outcome: row.text("outcome"),
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let known = book.consultations.get(&model.reference);
        row.stays_in("ref", (known.map(|known| known.sub_project_id), model.sub_project_id), book);
        row.same_person("ref", (known.and_then(|known| known.participant_id), model.participant_id));
        row.within_duration("held_on", model.held_on, book.operation_period(model.sub_project_id));
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("ref", entity::Column::Reference);

    fn first_day(model: &Model) -> Option<NaiveDate> {
        Some(model.held_on)
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, _book: &mut Book) -> Option<String> {
        row.reference("ref")
    }
}
