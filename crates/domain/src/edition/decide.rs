//! Handing an edition in, and deciding about it one level up.

use std::slice;

use sea_orm::{DatabaseTransaction, EntityTrait};
use serde_json::json;

use super::{Entity, KIND, Model, State, above::above, event_entity, four_eyes::barred, read, store};
use crate::{
    Domain, Error, LONGEST_REASON, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    db, fact, free_text,
    id::{EditionEventId, EditionId},
    reason,
};

/// Hands a draft in, or a returned edition again with an answer: from now on it is frozen.
///
/// # Errors
/// [`Error::NotFound`] for an edition the viewer may not see, [`Error::Forbidden`] for those who may not report on its
/// unit. As mistakes: neither a draft nor the report's last edition returned, no answer to why it was, another edition of the report that waits for a decision, one that was approved or returned
/// and knows more, a moment of knowledge to which a change being written may still belong.
pub async fn submit(
    domain: &Domain,
    viewer: &Viewer,
    (id, answer): (EditionId, Option<String>),
) -> Result<Model> {
    let edition = read::get(domain, viewer, id).await?;
    viewer.require_writer()?;
    if !viewer.writes().covers_unit(edition.regional_network_id, edition.sub_project_id) {
        return Err(Error::Forbidden);
    }
    require_step(&edition, State::Submitted)?;
    let is_returned = edition.state()? == State::Returned;
    let too_long = if is_returned { "edition-answer-too-long" } else { "edition-remark-too-long" };
    let answer = said(answer, (too_long, "answer"))?;
    let answers = answer.as_deref().and_then(reason::given).is_some();
    if is_returned && !answers {
        return Err(Error::invalid(UserError::new("edition-answer", "answer")));
    }
    fact::lock::require_settled(&domain.db, edition.known_at).await?;
    let tx = fact::lock::begin(domain).await?.0;
    if !store::siblings(&tx, &edition, &[State::Submitted]).await?.is_empty() {
        return Err(Error::invalid(UserError::new("edition-undecided", "id")));
    }
    if let Some(newer) = store::newer(&tx, &edition).await? {
        return Err(Error::invalid(UserError::new("edition-answered", "id").with_value(newer)));
    }
    older(&tx, &edition).await?;
    go(tx, (domain, viewer), (edition, State::Submitted, answer)).await
}

/// Accepts a submitted edition, one level above its unit: that of a sub-project by the coordination of its regional
/// network, all others, those of strands among them, by the administration. The edition approved before is superseded.
///
/// # Errors
/// [`Error::NotFound`] for an edition the viewer may not see, [`Error::Forbidden`] for those who do not stand above its
/// unit. As mistakes: no submitted edition, one that was approved or returned and knows more, and the same person who submitted
/// it where four eyes are required.
pub async fn approve(
    domain: &Domain,
    viewer: &Viewer,
    (id, remark): (EditionId, Option<String>),
) -> Result<Model> {
    let edition = to_decide(domain, viewer, (id, State::Approved)).await?;
    if barred(domain, viewer, slice::from_ref(&edition)).await?.contains(&id) {
        return Err(Error::invalid(UserError::new("edition-four-eyes", "id")));
    }
    let remark = said(remark, ("edition-remark-too-long", "remark"))?;
    let tx = db::begin(&domain.db).await?;
    for older in older(&tx, &edition).await? {
        store::move_on(&tx, &older, State::Superseded).await?;
        noted(&tx, (domain, viewer), (&older, State::Superseded, None)).await?;
    }
    go(tx, (domain, viewer), (edition, State::Approved, remark)).await
}

/// Sends a submitted edition back with a reason; the next edition of the report answers it.
///
/// # Errors
/// Those of [`approve`]; a reason without words or too long is a mistake.
pub async fn give_back(domain: &Domain, viewer: &Viewer, (id, reason): (EditionId, String)) -> Result<Model> {
    let edition = to_decide(domain, viewer, (id, State::Returned)).await?;
    if let Some(mistake) = reason::mistake_by("edition-reason", &reason) {
        return Err(Error::invalid(mistake));
    }
    let reason = free_text::kept(&reason).into_owned();
    let tx = db::begin(&domain.db).await?;
    go(tx, (domain, viewer), (edition, State::Returned, Some(reason))).await
}

/// The editions of a report that another one takes the place of: those that were approved or returned.
///
/// # Errors
/// When one of them knows more, as a mistake: what was entered since then would no longer be held fast.
async fn older(tx: &DatabaseTransaction, edition: &Model) -> Result<Vec<Model>> {
    let older = store::siblings(tx, edition, &[State::Approved, State::Returned]).await?;
    match older.iter().find(|older| older.known_at > edition.known_at) {
        Some(more) => Err(Error::invalid(UserError::new("edition-outdated", "id").with_value(more.number))),
        None => Ok(older),
    }
}

/// What somebody answers or remarks, if anything; too long a text has a code of its own.
fn said(text: Option<String>, (too_long, field): (&'static str, &'static str)) -> Result<Option<String>> {
    let Some(text) = text.as_deref().map(free_text::kept).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let is_too_long = text.chars().count() > LONGEST_REASON;
    let is_too_long = is_too_long.then(|| UserError::new(too_long, field).with_value(LONGEST_REASON));
    match free_text::unseen(&text, field).or(is_too_long) {
        Some(mistake) => Err(Error::invalid(mistake)),
        None => Ok(Some(text.into_owned())),
    }
}

/// An edition that the viewer may decide about and that may reach a state.
async fn to_decide(domain: &Domain, viewer: &Viewer, (id, next): (EditionId, State)) -> Result<Model> {
    let edition = read::get(domain, viewer, id).await?;
    viewer.require_writer()?;
    if !above(domain, viewer, slice::from_ref(&edition)).await?.contains(&id) {
        return Err(Error::Forbidden);
    }
    require_step(&edition, next)?;
    Ok(edition)
}

/// Refuses a step that does not lead on from where the edition stands.
fn require_step(edition: &Model, next: State) -> Result<()> {
    if edition.state()?.may_become(next) {
        return Ok(());
    }
    Err(Error::invalid(UserError::new("edition-state", "id").with_value(&edition.state)))
}

/// That somebody else was faster: what became of the edition since it was read.
async fn meanwhile(tx: &DatabaseTransaction, edition: &Model) -> Result<UserError> {
    let now = Entity::find_by_id(edition.id).one(tx).await?.ok_or(Error::NotFound(KIND))?;
    Ok(UserError::new("edition-moved-on", "id").with_value(now.state))
}

/// Moves an edition on and says so in the log.
async fn go(
    tx: DatabaseTransaction,
    (domain, viewer): (&Domain, &Viewer),
    (edition, next, reason): (Model, State, Option<String>),
) -> Result<Model> {
    if !store::move_on(&tx, &edition, next).await? {
        return Err(Error::invalid(meanwhile(&tx, &edition).await?));
    }
    let entry = Entry {
        object_id: Some(edition.id.to_string()),
        before: Some(json!({ "state": edition.state })),
        after: Some(json!({ "state": next.as_str(), "reason": reason, "fileSha256": edition.file_sha256 })),
        ..Entry::new(Action::Change, KIND, "edition of a report")
    };
    noted(&tx, (domain, viewer), (&edition, next, reason)).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(Model { state: next.as_str().to_owned(), ..edition })
}

/// Notes that an edition reached a state.
pub(super) async fn noted(
    tx: &DatabaseTransaction,
    (domain, viewer): (&Domain, &Viewer),
    (edition, state, reason): (&Model, State, Option<String>),
) -> Result<()> {
    let event = event_entity::Model {
        id: EditionEventId::fresh(),
        report_edition_id: edition.id,
        state: state.as_str().to_owned(),
        at: domain.clock.now(),
        by_account_id: viewer.account_id(),
        by_name: viewer.actor.name().to_owned(),
        reason,
    };
    store::note(tx, event).await
}
