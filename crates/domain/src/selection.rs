//! Which sub-projects of a period a question is about: of those asked for, the ones its viewer may read.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder};

use crate::{
    Domain, Error, Result, UserError, Versioned, Viewer, funding_period, id::FundingPeriodId, recount,
    regional_network, strand, sub_project, sub_project::LawDays,
};

/// A question about a period, by codes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    /// Code of the period.
    pub period: &'a str,
    /// Only this regional network and what belongs to it at the cut-off.
    pub network: Option<&'a str>,
    /// Only the sub-projects that belong to this strand at the cut-off.
    pub strand: Option<&'a str>,
    /// Only this sub-project.
    pub sub_project: Option<&'a str>,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
}

/// What the codes of a question stand for.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    /// The moment that its answer is about; none means all that is known now.
    pub known_at: Option<DateTime<Utc>>,
    /// The period; it has a rulebook.
    pub period: funding_period::Model,
    /// The regional network asked for.
    pub network: Option<regional_network::Model>,
    /// The networks of the period.
    pub networks: Vec<regional_network::Model>,
    /// The sub-projects asked for that the viewer may read, by code, as they are at the cut-off.
    pub sub_projects: Vec<sub_project::Model>,
}

/// Looks the codes of a question up.
///
/// # Errors
/// Unknown codes, a period without rulebook, a cut-off before the period and a known-at in the future, all at once as
/// [`Error::Invalid`]; a unit the viewer may not read is the same as an unknown one. Those who read nothing are refused.
pub(crate) async fn select(domain: &Domain, viewer: &Viewer, asked: Asked<'_>) -> Result<Selection> {
    viewer.require_reader()?;
    let unknown_period = || UserError::new("period-unknown", "period").with_value(asked.period);
    let period = funding_period::store::by_code(&domain.db, asked.period).await?;
    let period = period.ok_or_else(|| Error::invalid(unknown_period()))?;
    let mut mistakes = Vec::new();
    if period.rulebook.is_none() {
        mistakes.push(UserError::new("period-without-rulebook", "period").with_value(asked.period));
    }
    if asked.cut_off < period.starts_on {
        mistakes.push(UserError::new("cut-off-before-period", "cutOff").with_value(asked.cut_off));
    }
    if let Some(at) = asked.known_at.filter(|at| *at > domain.clock.now()) {
        mistakes.push(UserError::new("known-at-in-future", "knownAt").with_value(at.to_rfc3339()));
        return Err(Error::Invalid(mistakes));
    }
    let known_at = recount::moment(domain, period.id, asked.known_at).await?;
    let networks = regional_network::store::of_periods(&domain.db, &[period.id], known_at).await?;
    let network = asked.network.and_then(|code| {
        let found = networks.iter().find(|row| row.code == code);
        let found = found.filter(|row| viewer.reads().covers_network(row.id));
        if found.is_none() {
            mistakes.push(UserError::new("network-unknown", "network").with_value(code));
        }
        found.cloned()
    });
    let mut sub_projects = sub_project::Entity::as_of(known_at, asked.cut_off)
        .filter(sub_project::Column::FundingPeriodId.eq(period.id))
        .order_by_asc(sub_project::Column::Code)
        .all(&domain.db)
        .await?;
    sub_projects.retain(|row| viewer.reads().covers(row.id));
    if let Some(network) = &network {
        sub_projects.retain(|row| row.regional_network_id == Some(network.id));
    }
    if let Some(code) = asked.strand {
        match strand::store::by_code(&domain.db, (period.id, code)).await? {
            Some(strand) => {
                let then = (known_at, asked.cut_off);
                let members = sub_project::store::of_strand(&domain.db, strand.id, then).await?;
                sub_projects.retain(|row| members.contains(&row.id));
            }
            None => mistakes.push(UserError::new("strand-unknown", "strand").with_value(code)),
        }
    }
    if let Some(code) = asked.sub_project {
        sub_projects.retain(|row| row.code == code);
        if sub_projects.is_empty() {
            mistakes.push(UserError::new("sub-project-unknown", "subProject").with_value(code));
        }
    }
    if mistakes.is_empty() {
        Ok(Selection { known_at, period, network, networks, sub_projects })
    } else {
        Err(Error::Invalid(explained(&domain.db, (period.id, asked.known_at), mistakes).await?))
    }
}

/// The mistakes of a question about a period; when nothing of it had been recorded by the moment asked for, that alone,
/// as no code was known then.
pub(crate) async fn explained(
    db: &impl ConnectionTrait,
    (period, known_at): (FundingPeriodId, Option<DateTime<Utc>>),
    mistakes: Vec<UserError>,
) -> Result<Vec<UserError>> {
    let Some(at) = known_at else { return Ok(mistakes) };
    let networks = regional_network::store::of_periods(db, &[period], known_at).await?;
    let sub_projects = sub_project::Entity::known_at(known_at)
        .filter(sub_project::Column::FundingPeriodId.eq(period))
        .one(db)
        .await?;
    let nothing_known = networks.is_empty() && sub_projects.is_none();
    let nothing = || UserError::new("nothing-known-yet", "knownAt").with_value(at.to_rfc3339());
    Ok(if nothing_known { vec![nothing()] } else { mistakes })
}

/// Those of the sub-projects that owed the indicators of the law on some day up to a cut-off.
pub(crate) fn owing_law(
    sub_projects: &[sub_project::Model],
    (law_days, cut_off): (&LawDays, NaiveDate),
) -> Vec<sub_project::Model> {
    sub_projects.iter().filter(|row| law_days.up_to(row.id, cut_off)).cloned().collect()
}
