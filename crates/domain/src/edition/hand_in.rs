//! Who has handed in what is reported at a cut-off, and who has not (Abgabestand).

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use super::{Column, Model, State, store};
use crate::{
    Domain, Error, Result, Scope, Versioned, Viewer,
    deadline::{self, Deadline},
    figure::{Breakdown, Unit},
    funding_period, regional_network,
    report::About,
    sub_project,
};

/// A unit that is to hand in before a deadline.
#[derive(Clone, Debug)]
pub struct HandIn {
    /// The period, a regional network or a sub-project.
    pub unit: Unit,
    /// By when.
    pub by: NaiveDate,
    /// The newest edition of its report that was handed in; while none was, its draft.
    pub edition: Option<Model>,
    /// Whether a sub-project has begun and recorded nothing up to the cut-off.
    pub is_silent: bool,
}

impl HandIn {
    /// Whether it lies with those above, or is done.
    pub fn is_done(&self) -> bool {
        let state = self.edition.as_ref().and_then(|edition| edition.state().ok());
        matches!(state, Some(State::Submitted | State::Approved))
    }

    /// Whether it should have been handed in before a day and was not.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.by < today && !self.is_done()
    }
}

/// The units that are to hand in before the deadline with a cut-off, none meaning the next one: each regional network followed by
/// its sub-projects, by code, and at last the period. Of those, the units that the viewer may read whole.
///
/// # Errors
/// An unknown period is [`Error::NotFound`]; one without such a deadline is a mistake; those who read no records are refused.
pub async fn hand_ins(
    domain: &Domain,
    viewer: &Viewer,
    (period, cut_off): (&str, Option<NaiveDate>),
) -> Result<(Deadline, Vec<HandIn>)> {
    let deadlines = deadline::list(domain, viewer, period).await?;
    let deadline = deadline::chosen(&deadlines, (cut_off, domain.clock.today()))?.clone();
    let found = funding_period::store::by_code(&domain.db, period).await?;
    let period = found.ok_or(Error::NotFound("funding_period"))?;
    let units = units(domain, viewer, (&period, &deadline)).await?;
    Ok((deadline, units))
}

async fn units(
    domain: &Domain,
    viewer: &Viewer,
    (period, deadline): (&funding_period::Model, &Deadline),
) -> Result<Vec<HandIn>> {
    let (db, cut_off) = (&domain.db, deadline.cut_off);
    let mut editions: HashMap<String, Model> = HashMap::new();
    let of_the_cut_off = store::visible_to(viewer.reads())
        .filter(Column::FundingPeriodId.eq(period.id))
        .filter(Column::CutOff.eq(cut_off))
        .filter(Column::State.ne(State::Superseded.as_str()))
        .order_by_asc(Column::Number);
    let (drafts, handed_in): (Vec<Model>, Vec<Model>) =
        of_the_cut_off.all(db).await?.into_iter().partition(|edition| edition.state == State::Draft.as_str());
    for edition in drafts.into_iter().chain(handed_in) {
        editions.insert(edition.unit_key.clone(), edition);
    }
    let of_period = sub_project::Column::FundingPeriodId.eq(period.id);
    let members = sub_project::Entity::as_of(None, cut_off).filter(of_period);
    let mut members = members.order_by_asc(sub_project::Column::Code).all(db).await?;
    members.retain(|row| row.starts_on.is_none_or(|from| from <= cut_off));
    let silent = deadline::silent(db, (&members, cut_off)).await?;
    let networks: BTreeSet<_> = members.iter().filter_map(|row| row.regional_network_id).collect();
    let mut networks = regional_network::store::by_ids(db, &Vec::from_iter(networks), None).await?;
    networks.sort_by(|one, other| one.code.cmp(&other.code));

    let mut hand_in = |about: About, unit: Unit, (by, is_silent): (NaiveDate, bool)| HandIn {
        edition: editions.remove(&about.key()),
        unit,
        by,
        is_silent,
    };
    let mut all = Vec::new();
    for network in networks.iter().map(Some).chain([None]) {
        if let Some(row) = network.filter(|row| viewer.reads().covers_network(row.id)) {
            let (code, name) = (Some(row.code.clone()), row.name.clone());
            let unit = Unit { kind: Breakdown::Network, code, name };
            all.push(hand_in(About::Network(row.id), unit, (deadline.coordination_by, false)));
        }
        let own = members.iter().filter(|row| row.regional_network_id == network.map(|network| network.id));
        for row in own.filter(|row| viewer.reads().covers(row.id)) {
            let (code, name) = (Some(row.code.clone()), row.name.clone());
            let unit = Unit { kind: Breakdown::SubProject, code, name };
            let told = (deadline.sub_projects_by, silent.contains(&row.id));
            all.push(hand_in(About::SubProject(row.id), unit, told));
        }
    }
    if *viewer.reads() == Scope::All {
        let (code, name) = (Some(period.code.clone()), period.name.clone());
        let unit = Unit { kind: Breakdown::Period, code, name };
        all.push(hand_in(About::Period(period.id), unit, (deadline.due_on, false)));
    }
    Ok(all)
}
