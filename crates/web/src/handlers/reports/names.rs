//! The names of what reports are about.

use std::collections::HashMap;

use domain::{
    Result, funding_period,
    id::{FundingPeriodId, RegionalNetworkId, StrandId, SubProjectId},
    regional_network,
    report::About,
    strand, sub_project,
};

use crate::{pages::reports::PeriodName, visit::Visit};

/// The names of some units and periods.
pub struct Names {
    periods: HashMap<FundingPeriodId, PeriodName>,
    networks: HashMap<RegionalNetworkId, String>,
    strands: HashMap<StrandId, String>,
    sub_projects: HashMap<SubProjectId, String>,
    bundle: String,
}

impl Names {
    /// Reads them, with as many statements for many units as for one.
    pub async fn of(visit: &Visit, units: &[(FundingPeriodId, About)]) -> Result<Self> {
        let db = &visit.app.domain.db;
        let periods: Vec<_> = units.iter().map(|(period, _)| *period).collect();
        let networks: Vec<_> = units.iter().filter_map(|(_, about)| about.network()).collect();
        let strands: Vec<_> = units.iter().filter_map(|(_, about)| about.strand()).collect();
        let sub_projects: Vec<_> = units.iter().filter_map(|(_, about)| about.sub_project()).collect();
        let periods = funding_period::store::by_ids(db, &periods).await?;
        let networks = regional_network::store::by_ids(db, &networks, None).await?;
        let strands = strand::store::by_ids(db, &strands).await?;
        let sub_projects = sub_project::store::by_ids(db, &sub_projects, None).await?;
        let period = |row: funding_period::Model| (row.id, PeriodName { code: row.code, name: row.name });
        Ok(Self {
            periods: periods.into_iter().map(period).collect(),
            networks: networks.into_iter().map(|row| (row.id, row.name)).collect(),
            strands: strands.into_iter().map(|row| (row.id, row.name)).collect(),
            sub_projects: sub_projects.into_iter().map(|row| (row.id, row.name)).collect(),
            bundle: texts::text(visit.caller.language, "web-unit-bundle"),
        })
    }

    /// The name of a unit; none for the whole network.
    pub fn unit(&self, about: About) -> Option<String> {
        let name = match about {
            About::Period(_) => None,
            About::Bundle(_) => Some(&self.bundle),
            About::Network(id) => self.networks.get(&id),
            About::Strand(id) => self.strands.get(&id),
            About::SubProject(id) => self.sub_projects.get(&id),
        };
        name.cloned()
    }

    /// Code and name of a period.
    pub fn period(&self, id: FundingPeriodId) -> PeriodName {
        self.periods.get(&id).cloned().unwrap_or_default()
    }
}
