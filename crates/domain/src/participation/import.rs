//! Participations from files.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use chrono::NaiveDate;
use counting::plausibility::{check_re_entry, check_stay};

use super::{Entity, Model, entity, stay};
use crate::{
    exchange::{Book, Column, ColumnKind, Importable, Kind, Remembered, RowReader, Withdrawable},
    id::{ParticipantId, ParticipationId, SubProjectId, VersionId},
    importable_versions, withdrawable_of_sub_project,
};

/// Nobody is advised for more hours.
const MOST_ADVICE: u32 = 10_000;

/// The columns.
pub const COLUMNS: &[Column] = &[
    Column::required("participant", "Teilnehmer-Kennung", ColumnKind::Text).stored_as("participant_id"),
    Column::required("sub_project", "Teilvorhaben", ColumnKind::Reference("sub_project"))
        .stored_as("sub_project_id"),
    Column::required("entered_on", "Eintritt", ColumnKind::Date),
    Column::optional("left_on", "Austritt", ColumnKind::Date),
    Column::optional("birth_date", "Geburtsdatum", ColumnKind::Date),
    Column::optional(
        "gender",
        "Geschlecht",
        ColumnKind::Code(&["female", "male", "non_binary", "not_stated"]),
    ),
    Column::optional(
        "employment",
        "Erwerbsstatus",
        ColumnKind::Code(&["unemployed", "inactive", "employed"]),
    ),
    Column::optional("unemployed_since", "Arbeitslos seit", ColumnKind::Date),
    Column::optional("in_education", "In Bildung", ColumnKind::Answer),
    Column::optional(
        "isced",
        "Bildungsstand (ISCED)",
        ColumnKind::Code(&["0", "1", "2", "3", "4", "5", "6", "7", "8"]),
    ),
    Column::optional("citizenships", "Staatsangehörigkeiten", ColumnKind::Countries),
    Column::optional("foreign_background", "Ausländische Herkunft", ColumnKind::Answer),
    Column::optional("disability", "Behinderung", ColumnKind::Answer),
    Column::optional("minority", "Minderheit", ColumnKind::Answer),
    Column::optional("housing_exclusion", "Wohnungsausgrenzung", ColumnKind::Answer),
    Column::optional("degurba", "Verstädterungsgrad (DEGURBA)", ColumnKind::Code(&["1", "2", "3"])),
    Column::optional("advice_hours", "Beratungsstunden", ColumnKind::Decimal),
    Column::optional("registered_unemployed", "Arbeitslos gemeldet", ColumnKind::Answer),
    Column::optional("minor_employment", "Geringfügig beschäftigt", ColumnKind::Answer),
    Column::optional("offer", "Angebot", ColumnKind::Reference("offer")).stored_as("offer_id"),
];

impl Importable for Entity {
    const KIND: Kind = Kind::Participations;
    type Key = (ParticipantId, SubProjectId, NaiveDate);

    importable_versions!();

    fn key(model: &Model) -> Self::Key {
        (model.participant_id, model.sub_project_id, model.entered_on)
    }

    fn rows(book: &mut Book) -> &mut BTreeMap<Self::Key, Model> {
        &mut book.participations
    }

    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Model> {
        let participant = row.participant("participant", book);
        let sub_project = row.sub_project("sub_project", book).map(|row| (row.id, row.funding_period_id));
        let entered_on = row.required_date("entered_on");
        let offer_code = row.text("offer");
        let offer = offer_code.as_ref().and_then(|code| book.offers.get(code));
        let (offer_id, offered_by) = (offer.map(|offer| offer.id), offer.map(|offer| offer.sub_project_id));
        if offer_code.is_some() && (offered_by.is_none() || offered_by != sub_project.map(|(id, _)| id)) {
            row.unknown("offer");
        }
        let code = |code: Option<&'static str>| code.map(str::to_owned);
        let answer = |answer: Option<counting::Answer>| answer.map(|answer| answer.as_str().to_owned());
        let countries: Vec<counting::Country> = row.codes("citizenships", "V-18");
        // in whatever order they are told: it is the same to be of two countries
        let citizenships: BTreeSet<&str> = countries.iter().map(|country| country.as_str()).collect();
        let citizenships = Vec::from_iter(citizenships).join(";");
        let left_on = row.date("left_on");
        let birth_date = row.date("birth_date");
        let gender = code(row.code("gender", "V-09").map(counting::Gender::as_str));
        let employment = code(row.code("employment", "I-05").map(counting::Employment::as_str));
        let unemployed_since = row.date("unemployed_since");
        let in_education = answer(row.answer("in_education"));
        let isced = row.level("isced", 0..=8);
        let foreign_background = answer(row.answer("foreign_background"));
        let disability = answer(row.answer("disability"));
        let minority = answer(row.answer("minority"));
        let housing_exclusion = answer(row.answer("housing_exclusion"));
        let degurba = row.level("degurba", 1..=3);
        let advice_hours = row.amount("advice_hours", MOST_ADVICE);
        let registered_unemployed = answer(row.answer("registered_unemployed"));
        let minor_employment = answer(row.answer("minor_employment"));
        let (sub_project_id, funding_period_id) = sub_project?;
        Some(Model {
            version_id: VersionId::fresh(),
            id: ParticipationId::fresh(),
            funding_period_id,
            sub_project_id,
            participant_id: participant?,
            entered_on: entered_on?,
            left_on,
            birth_date,
            gender,
            employment,
            unemployed_since,
            in_education,
            isced,
            citizenships: (!citizenships.is_empty()).then_some(citizenships),
            foreign_background,
            disability,
            minority,
            housing_exclusion,
            degurba,
            advice_hours,
            registered_unemployed,
            minor_employment,
            offer_id,
            recorded_at: book.now,
            recorded_by: book.doing,
            reason: None,
            superseded_at: None,
        })
    }

    fn check(model: &Model, row: &mut RowReader<'_>, book: &Book) {
        let this = stay(model);
        let stays = book.stays(model.participant_id, model.sub_project_id);
        let is_first = stays.iter().all(|other| other.entered_on >= model.entered_on);
        let found = check_stay(
            &this,
            book.rulebook(model.funding_period_id),
            book.operation_period(model.sub_project_id),
        );
        // what a re-entry lacks keeps nobody out: the first entry's characteristics count
        row.found(found.into_iter().filter(|found| is_first || found.rule.id != "V-01").collect());
        let other = stays.into_iter().find(|other| other.entered_on != model.entered_on).map(stay);
        row.found(match other {
            Some(first) if first.entered_on < this.entered_on => check_re_entry(&first, &this),
            Some(again) => check_re_entry(&this, &again),
            None => Vec::new(),
        });
    }
}

impl Remembered for Entity {
    const NAMED_BY: (&'static str, entity::Column) = ("participant", entity::Column::ParticipantId);

    fn first_day(model: &Model) -> Option<NaiveDate> {
        Some(model.entered_on)
    }

    fn up_to(model: &mut Model, day: NaiveDate) {
        model.left_on = model.left_on.filter(|left| *left <= day);
    }

    fn told_with(model: &Model) -> RangeInclusive<Self::Key> {
        let on = |day| (model.participant_id, model.sub_project_id, day);
        on(NaiveDate::MIN)..=on(NaiveDate::MAX)
    }
}

impl Withdrawable for Entity {
    withdrawable_of_sub_project!();

    fn named(row: &mut RowReader<'_>, book: &mut Book) -> Option<Self::Key> {
        let participant = row.participant("participant", book);
        let sub_project = row.sub_project("sub_project", book).map(|row| row.id);
        let entered_on = row.required_date("entered_on");
        Some((participant?, sub_project?, entered_on?))
    }
}
