//! What a run's workbook is about. For the worker: unscoped, the run itself says what may be read.

use counting::{ACTIVITIES, Profile, Rulebook};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Model;
use crate::{
    Domain, Error, Result, Versioned, counting_profile, funding_period, indicator::Catalogue,
    regional_network, strand, sub_project,
};

/// What a report is about, looked up: the words of the cover and the codes to ask for figures by.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The period.
    pub period: funding_period::Model,
    /// The rulebook of the law; in a period without one, that of the network's activities.
    pub rulebook: &'static Rulebook,
    /// Every indicator of the period.
    pub catalogue: Catalogue,
    /// The counting profile in force at the run's known-at.
    pub profile: Profile,
    /// Code of the regional network the report is about, if it is about one.
    pub network: Option<String>,
    /// Code of the strand the report is about, if it is about one.
    pub strand: Option<String>,
    /// Code of the sub-project the report is about, if it is about one.
    pub sub_project: Option<String>,
    /// The unit's name: that of the sub-project, the strand, the regional network, or the network in the period.
    pub unit: String,
}

impl Subject {
    /// Code of the unit; none for the whole network.
    pub fn code(&self) -> Option<&str> {
        self.sub_project.as_deref().or(self.strand.as_deref()).or(self.network.as_deref())
    }
}

/// Looks up what the run is about, with the names and codes of its known-at.
///
/// # Errors
/// [`Error::Inconsistent`] when the run names something there is not.
pub async fn subject(domain: &Domain, run: &Model) -> Result<Subject> {
    let period = funding_period::Entity::find_by_id(run.funding_period_id)
        .one(&domain.db)
        .await?
        .ok_or(missing("funding_period_id"))?;
    let rulebook = period.rulebook.as_deref().and_then(counting::rulebook).unwrap_or(&ACTIVITIES);
    let mut subject = Subject {
        unit: period.name.clone(),
        catalogue: Catalogue::of(&domain.db, &period, Some(run.known_at)).await?,
        period,
        rulebook,
        profile: counting_profile::store::profile_of(&domain.db, run.funding_period_id, Some(run.known_at))
            .await?,
        network: None,
        strand: None,
        sub_project: None,
    };
    if let Some(id) = run.regional_network_id {
        let network = regional_network::Entity::as_of(Some(run.known_at), run.cut_off)
            .filter(regional_network::Column::Id.eq(id))
            .one(&domain.db)
            .await?
            .ok_or(missing("regional_network_id"))?;
        subject.unit = network.name;
        subject.network = Some(network.code);
    }
    if let Some(id) = run.strand_id {
        let strand = strand::store::by_ids(&domain.db, &[id]).await?.pop().ok_or(missing("strand_id"))?;
        subject.unit = strand.name;
        subject.strand = Some(strand.code);
    }
    if let Some(id) = run.sub_project_id {
        let sub_project = sub_project::Entity::as_of(Some(run.known_at), run.cut_off)
            .filter(sub_project::Column::Id.eq(id))
            .one(&domain.db)
            .await?
            .ok_or(missing("sub_project_id"))?;
        subject.unit = sub_project.name;
        subject.sub_project = Some(sub_project.code);
    }
    Ok(subject)
}

fn missing(column: &'static str) -> Error {
    Error::Inconsistent { table: "report_run", column }
}
