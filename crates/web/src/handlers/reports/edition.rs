//! The edition made of a run's workbook: what became of it, and the next step.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Actor, Error, Result, UserError,
    edition::{self, Changes, May, Model, State},
    report,
};
use serde::Deserialize;
use texts::{Arg, Language};

use super::{compare::named, form::unit_of, run, shown::Shown};
use crate::{
    form_token,
    pages::{
        error::Problem,
        layout::Section,
        reports::{Edition, EditionEvent, FieldError, Next, OtherEdition, Report, SameReport},
    },
    received::{Form, Path},
    visit::{Visit, html},
};

/// Id of the edition's heading.
pub const HEADING: &str = "edition-heading";

/// A button below the edition.
#[derive(Debug, Deserialize)]
pub struct Pressed {
    csrf: String,
    step: String,
    #[serde(default)]
    reason: String,
}

/// `POST /reports/{id}/edition`: the next step of the edition.
pub async fn step(visit: Visit, Path(id): Path<String>, Form(pressed): Form<Pressed>) -> Response {
    let result = take(&visit, &id, pressed).await;
    visit.answer(result).await
}

async fn take(visit: &Visit, id: &str, pressed: Pressed) -> Result<Response> {
    if !form_token::fits(&visit.session, &pressed.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let run = run(visit, id).await?;
    let reason = pressed.reason.clone();
    let known = edition::of_run(domain, viewer, run.id).await?;
    let outcome = match (pressed.step.as_str(), known) {
        ("draft", _) => edition::draft(domain, viewer, run.id).await,
        ("submit", Some(edition)) => {
            edition::submit(domain, viewer, (edition.id, Some(pressed.reason))).await
        }
        ("approve", Some(edition)) => {
            edition::approve(domain, viewer, (edition.id, Some(pressed.reason))).await
        }
        ("return", Some(edition)) => edition::give_back(domain, viewer, (edition.id, pressed.reason)).await,
        _ => Err(Error::NotFound("report_edition")),
    };
    match outcome {
        Ok(_) => Ok(Redirect::to(&format!("/reports/{}", run.id)).into_response()),
        Err(Error::Invalid(mistakes)) => {
            let errors = mistakes.iter().map(|mistake| in_place(mistake, visit.caller.language)).collect();
            let page = page(visit, run, Refused { errors, reason }).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error),
    }
}

/// A mistake, at the field of the form that it is about, or at the edition's heading.
pub fn in_place(mistake: &UserError, language: Language) -> FieldError {
    let field = match mistake.field {
        "answer" => "answer",
        "reason" | "remark" => "reason",
        _ => HEADING,
    };
    FieldError { field, message: mistake.message(language) }
}

/// What was wrong with what was asked for, and the reason that came with it.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    pub errors: Vec<FieldError>,
    pub reason: String,
}

/// The page of a run.
pub async fn page(visit: &Visit, run: report::Model, refused: Refused) -> Result<Response> {
    let edition = shown(visit, &run).await?;
    let remark = report::remark(&visit.app.domain, &run).await?;
    let remark = remark.map(|remark| remark.text(&run, visit.caller.language));
    let run = Shown::new(visit).await?.one(run).await?;
    let page = visit.page_at(Section::Reports, &format!("/reports/{}", run.id)).await?;
    html(&Report { page, run, remark, edition, errors: refused.errors, reason: refused.reason })
}

/// Whether a run is that of a returned edition: whoever asks for the report then gets the same again.
pub async fn is_returned(visit: &Visit, run: &report::Model) -> Result<bool> {
    let edition = edition::of_run(&visit.app.domain, &visit.caller.viewer, run.id).await?;
    Ok(edition.is_some_and(|edition| edition.state == State::Returned.as_str()))
}

async fn shown(visit: &Visit, run: &report::Model) -> Result<Option<Edition>> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let Some(edition) = edition::of_run(domain, viewer, run.id).await? else {
        let at_hand = run.file_key.is_some() && run.file_removed_at.is_none() && !run.is_bundle;
        return Ok((at_hand && viewer.require_writer().is_ok()).then(|| Edition {
            number: None,
            state: String::new(),
            badge: "info",
            events: Vec::new(),
            changes: None,
            anew: None,
            rebuild: None,
            steps: vec!["draft"],
            needs_other_eyes: false,
            next: None,
            others: Vec::new(),
        }));
    };
    let may = edition::may(domain, viewer, &edition).await?;
    let steps = [(may.submit, "submit"), (may.approve, "approve"), (may.give_back, "return")];
    let others = edition::comparable(domain, viewer, &edition).await?;
    let state = edition.state()?;
    let changes = match state {
        State::Superseded => None,
        _ => Some(edition::changes(domain, &edition).await?),
    };
    let changes = changes.filter(|changes| state.is_frozen() || changes.total() > 0);
    let other = |other: &Model| OtherEdition { id: other.id.to_string(), name: named(visit, other) };
    Ok(Some(Edition {
        number: Some(edition.number),
        state: in_words(visit, state),
        badge: badge(state),
        events: events(visit, &edition).await?,
        rebuild: (state.is_frozen() && run.file_removed_at.is_some()).then(|| {
            let args = [("edition", Arg::Text(&edition.id.to_string()))];
            texts::text_with(visit.caller.language, "web-edition-rebuild", &args)
        }),
        changes: changes.map(|changes| told(visit, changes)),
        anew: match (state, changes) {
            (State::Draft, Some(_)) => Some(same(visit, run).await?),
            _ => None,
        },
        steps: steps.into_iter().filter(|(may, _)| *may).map(|(_, step)| step).collect(),
        needs_other_eyes: may.give_back && !may.approve,
        next: match state {
            State::Returned => Some(next(visit, run, (&edition, may, &others)).await?),
            _ => None,
        },
        others: others.iter().map(other).collect(),
    }))
}

/// What comes after an edition that was returned.
async fn next(
    visit: &Visit,
    run: &report::Model,
    (edition, may, others): (&Model, May, &[Model]),
) -> Result<Next> {
    let answers = |other: &&Model| other.cut_off == edition.cut_off && other.number > edition.number;
    if let Some(answer) = others.iter().filter(answers).min_by_key(|other| other.number) {
        let words = in_short(visit.caller.language, answer);
        return Ok(Next::Answer { run: answer.report_run_id.to_string(), words });
    }
    if !may.answer {
        return Ok(Next::Wait);
    }
    Ok(Next::AskAgain(same(visit, run).await?))
}

/// The report of a run, to be asked for again.
async fn same(visit: &Visit, run: &report::Model) -> Result<SameReport> {
    let subject = report::subject(&visit.app.domain, run).await?;
    Ok(SameReport {
        unit: unit_of(&subject),
        period: subject.period.code,
        cut_off: run.cut_off.to_string(),
        language: run.language.clone(),
    })
}

async fn events(visit: &Visit, edition: &Model) -> Result<Vec<EditionEvent>> {
    let language = visit.caller.language;
    let events = edition::events(&visit.app.domain, &visit.caller.viewer, &[edition.id]).await?;
    let shown = events.into_iter().map(|event| EditionEvent {
        state: texts::text(language, &format!("web-edition-state-{}", event.state)),
        at: texts::moment(language, event.at),
        by: Actor::in_words(&event.by_name, language),
        reason: event.reason,
    });
    Ok(shown.collect())
}

/// What changed behind an edition, in words.
pub fn told(visit: &Visit, changes: Changes) -> String {
    let language = visit.caller.language;
    let counted = |key: &str, count: u64| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let number = texts::integer(language, count);
        let args = [("count", Arg::Count(count)), ("number", Arg::Text(&number))];
        texts::text_with(language, key, &args)
    };
    let parts = changes.by_kind().into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> =
        parts.map(|(kind, count)| counted(&format!("web-edition-changes-{kind}"), count)).collect();
    let all = counted("web-edition-changes", changes.total());
    let told = if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) };
    match changes.corrections {
        0 => told,
        corrections => format!("{told}; {}", counted("web-edition-corrections", corrections)),
    }
}

fn in_words(visit: &Visit, state: State) -> String {
    texts::text(visit.caller.language, &format!("web-edition-state-{}", state.as_str()))
}

/// Number and state in a few words.
pub fn in_short(language: Language, edition: &Model) -> String {
    let number = edition.number.to_string();
    let args = [("number", Arg::Text(&number)), ("state", Arg::Text(&edition.state))];
    texts::text_with(language, "web-edition-in-state", &args)
}

/// How a state is marked: a word of the design system's badges.
pub fn badge(state: State) -> &'static str {
    match state {
        State::Draft | State::Submitted => "info",
        State::Approved => "success",
        State::Returned | State::Superseded => "warning",
    }
}
