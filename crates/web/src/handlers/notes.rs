//! What people have noted on figures.

mod form;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Actor, Error, Result,
    figure::Breakdown,
    figure_note::{self, FigureNote},
    id::FigureNoteId,
    indicator::Catalogue,
};
use form::{Filled, Sent, in_words};
use serde::Deserialize;
use texts::{Arg, Language};
use uuid::Uuid;

use super::{filters::chosen, periods, units::UnitNames};
use crate::{
    form_token,
    pages::{
        error::Problem,
        layout::Section,
        notes::{Note, Notes},
    },
    received::{Form, Path, Query},
    visit::{Visit, encoded, html},
};

/// Whose notes are looked at.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    period: Option<String>,
}

/// The button that withdraws a note, with the period whose list it stands in.
#[derive(Debug, Deserialize)]
pub struct Pressed {
    csrf: String,
    period: String,
}

/// `GET /notes`.
pub async fn show(visit: Visit, Query(chosen): Query<Chosen>) -> Response {
    let result = page(&visit, chosen.period.as_deref(), Filled::default()).await;
    visit.answer(result).await
}

/// `POST /notes`.
pub async fn add(visit: Visit, Form(sent): Form<Sent>) -> Response {
    let result = write(&visit, sent).await;
    visit.answer(result).await
}

/// `POST /notes/{id}/withdraw`.
pub async fn withdraw(visit: Visit, Path(id): Path<String>, Form(pressed): Form<Pressed>) -> Response {
    let result = take_back(&visit, &id, pressed).await;
    visit.answer(result).await
}

async fn write(visit: &Visit, sent: Sent) -> Result<Response> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    if !form_token::fits(&visit.session, &sent.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    let errors = match sent.note(language) {
        Ok(note) => match figure_note::add(domain, viewer, note).await {
            Ok(_) => return Ok(Redirect::to(&address(&sent.period)).into_response()),
            Err(Error::Invalid(mistakes)) => {
                mistakes.iter().map(|mistake| in_words(mistake, language)).collect()
            }
            Err(error) => return Err(error),
        },
        Err(errors) => errors,
    };
    let period = sent.period.clone();
    let page = page(visit, Some(&period), Filled { sent: Some(sent), errors }).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn address(period: &str) -> String {
    format!("/notes?period={}", encoded(period))
}

async fn take_back(visit: &Visit, id: &str, pressed: Pressed) -> Result<Response> {
    if !form_token::fits(&visit.session, &pressed.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    let id = Uuid::parse_str(id).map(FigureNoteId).map_err(|_| Error::NotFound("figure_note"))?;
    let (period, _) = periods::reporting(visit, Some(&pressed.period)).await?;
    figure_note::withdraw(&visit.app.domain, &visit.caller.viewer, id).await?;
    Ok(Redirect::to(&address(&period.code)).into_response())
}

async fn page(visit: &Visit, period: Option<&str>, filled: Filled) -> Result<Response> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    let (period, all) = periods::reporting(visit, period).await?;
    let notes = figure_note::list(domain, viewer, (&period.code, None)).await?;
    let own = figure_note::withdrawable(domain, viewer).await?;
    let catalogue = Catalogue::of(&domain.db, &period, None).await?;
    let names = UnitNames::of(visit, &period).await?;
    let shown = |note: FigureNote| Note {
        id: note.id.to_string(),
        unit: unit(&note, language),
        unit_name: names.of_note(&note),
        indicator: match catalogue.by_code(&note.indicator) {
            Some(indicator) => format!("{} {}", note.indicator, indicator.name.r#in(language)),
            None => note.indicator,
        },
        gender: note
            .gender
            .map(|gender| texts::text(language, &format!("report-gender-{}", gender.as_str()))),
        text: note.text,
        by: Actor::in_words(&note.by, language),
        at: texts::moment(language, note.at),
        is_own: own.contains(&note.id),
    };
    html(&Notes {
        page: visit.page_at(Section::Reports, &address(&period.code)).await?,
        form: filled.form(visit, (&period, &catalogue)).await?,
        csrf: form_token::of(&visit.session).await?,
        periods: all.iter().map(|row| chosen(&row.code, &row.code, &period.code)).collect(),
        period: period.code.clone(),
        notes: notes.into_iter().map(shown).collect(),
    })
}

impl UnitNames {
    /// The name of the unit on whose figure a note is; none for the whole network, and where nothing has that code today.
    fn of_note(&self, note: &FigureNote) -> Option<String> {
        match note.level {
            Breakdown::Period => None,
            Breakdown::Network => self.networks.get(&note.code).cloned(),
            Breakdown::SubProject => self.sub_projects.get(&note.code).cloned(),
        }
    }
}

/// On whose figure the note is, in words.
fn unit(note: &FigureNote, language: Language) -> String {
    let of = |key: &str| texts::text_with(language, key, &[("code", Arg::Text(&note.code))]);
    match note.level {
        Breakdown::Period => texts::text(language, "web-unit-network"),
        Breakdown::Network => of("web-note-on-network"),
        Breakdown::SubProject => of("web-note-on-sub-project"),
    }
}
