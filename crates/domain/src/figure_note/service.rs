//! Writing notes and withdrawing them.

use chrono::NaiveDate;
use counting::Gender;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use serde_json::json;

use super::{Column, Entity, FigureNote, KIND, Model, list, store};
use crate::{
    Domain, Error, Result, Scope, UserError, Viewer,
    audit::{self, Action, Entry},
    fact, free_text,
    id::{FigureNoteId, RegionalNetworkId, SubProjectId},
    indicator::Catalogue,
    reason,
    selection::{self, Asked, Selection},
};

/// The longest note, in characters.
const LONGEST: usize = 1000;

/// So many notes at most stand at one figure: together they fit into a cell's note, which holds 32,767 units of UTF-16.
const MOST: usize = 12;

/// A note to be written.
#[derive(Clone, Debug)]
pub struct NewNote {
    /// Code of the funding period.
    pub period: String,
    /// The regional network whose figure it is on, by code.
    pub network: Option<String>,
    /// The sub-project whose figure it is on, by code; without it and a network it is on the period's.
    pub sub_project: Option<String>,
    /// Code of the indicator.
    pub indicator: String,
    /// The gender column it is about; none means all together.
    pub gender: Option<Gender>,
    /// What is noted.
    pub text: String,
}

/// Writes a note on a figure, for those who may see the figure and are not there to audit it.
///
/// # Errors
/// [`Error::Forbidden`] for auditors and those who may change nothing, and for the figures of the whole period for those
/// who do not see all of it. All mistakes at once: unknown codes, a unit outside the viewer's rights among them, a text
/// without words, too long or with what nobody can see, a network and a sub-project at once, a figure with as many notes as its
/// cell holds.
pub async fn add(domain: &Domain, viewer: &Viewer, new: NewNote) -> Result<FigureNote> {
    viewer.require_writer()?;
    if new.network.is_none() && new.sub_project.is_none() && *viewer.writes() != Scope::All {
        return Err(Error::Forbidden);
    }
    let asked = Asked {
        period: &new.period,
        network: new.network.as_deref(),
        strand: None,
        sub_project: new.sub_project.as_deref(),
        // a note belongs to no cut-off
        cut_off: NaiveDate::MAX,
        known_at: None,
    };
    let selection = selection::select(domain, viewer, asked).await?;
    let mut mistakes = Vec::new();
    let text = free_text::kept(&new.text).into_owned();
    if reason::given(&text).is_none() || text.chars().count() > LONGEST {
        mistakes.push(UserError::new("note-text", "text"));
    }
    mistakes.extend(free_text::unseen(&text, "text"));
    if new.network.is_some() && new.sub_project.is_some() {
        mistakes.push(UserError::new("network-and-sub-project", "subProject"));
    }
    if Catalogue::of(&domain.db, &selection.period, None).await?.by_code(&new.indicator).is_none() {
        mistakes.push(UserError::new("indicator-unknown", "indicator").with_value(&new.indicator));
    }
    let (network, sub_project) = unit(&selection, &new);
    if !viewer.writes().covers_unit(network, sub_project) {
        let field = if new.sub_project.is_some() { "subProject" } else { "network" };
        mistakes.push(UserError::new("unit-not-writable", field));
    }
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let (tx, now) = fact::lock::begin(domain).await?;
    let row = Model {
        id: FigureNoteId::fresh(),
        funding_period_id: selection.period.id,
        regional_network_id: network,
        sub_project_id: sub_project,
        indicator: new.indicator,
        gender: new.gender.map(|gender| gender.as_str().to_owned()),
        text,
        written_by_name: viewer.actor.name().to_owned(),
        written_at: now,
        withdrawn_by_name: None,
        withdrawn_at: None,
    };
    let beside = store::of_period(&tx, (row.funding_period_id, None)).await?;
    let is_beside = |note: &&Model| (&note.indicator, note.unit()) == (&row.indicator, row.unit());
    if beside.iter().filter(is_beside).count() >= MOST {
        return Err(Error::invalid(UserError::new("note-too-many", "text").with_value(MOST)));
    }
    let entry = Entry {
        object_id: Some(row.id.to_string()),
        after: Some(json!({ "indicator": row.indicator, "gender": row.gender, "text": row.text })),
        ..Entry::new(Action::Create, KIND, "note on a figure")
    };
    Entity::insert(row.clone().into_active_model()).exec_without_returning(&tx).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    list::shown(domain, (vec![row], None)).await?.pop().ok_or(Error::NotFound(KIND))
}

/// The keys of the unit asked for, none of them for the period.
fn unit(selection: &Selection, new: &NewNote) -> (Option<RegionalNetworkId>, Option<SubProjectId>) {
    let sub_project = new.sub_project.as_ref().and(selection.sub_projects.first()).map(|row| row.id);
    let network = selection.network.as_ref().filter(|_| sub_project.is_none()).map(|row| row.id);
    (network, sub_project)
}

/// Withdraws a note: it is in no report on what is known from now on.
///
/// # Errors
/// [`Error::NotFound`] for a note on a figure the viewer may not see, or that was withdrawn; [`Error::Forbidden`] for those
/// who could not have written it.
pub async fn withdraw(domain: &Domain, viewer: &Viewer, id: FigureNoteId) -> Result<FigureNote> {
    let note = list::get(domain, viewer, id).await?;
    viewer.require_writer()?;
    let (tx, now) = fact::lock::begin(domain).await?;
    let own = store::visible_to(viewer.writes(), None).filter(Column::Id.eq(id)).one(&tx).await?;
    if own.is_none() {
        return Err(Error::Forbidden);
    }
    Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::value(now))
        .col_expr(Column::WithdrawnByName, Expr::value(viewer.actor.name()))
        .filter(Column::Id.eq(id))
        .exec(&tx)
        .await?;
    let entry = Entry {
        object_id: Some(id.to_string()),
        before: Some(json!({ "indicator": note.indicator, "text": note.text })),
        ..Entry::new(Action::Change, KIND, "note on a figure withdrawn")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(note)
}
