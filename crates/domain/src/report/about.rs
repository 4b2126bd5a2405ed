//! What a report can be about.

use super::Model;
use crate::id::{FundingPeriodId, RegionalNetworkId, StrandId, SubProjectId};

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The whole network in a period.
    Period(FundingPeriodId),
    /// The whole network and every part of it, a workbook each.
    Bundle(FundingPeriodId),
    /// A regional network.
    Network(RegionalNetworkId),
    /// A strand of a period, across the regional networks: its sub-projects at the cut-off.
    Strand(StrandId),
    /// A sub-project.
    SubProject(SubProjectId),
}

impl About {
    /// What the columns of a row say: the sub-project, else the strand, else the regional network, else the period.
    pub(crate) fn of(
        period: FundingPeriodId,
        (network, strand, sub_project): (Option<RegionalNetworkId>, Option<StrandId>, Option<SubProjectId>),
    ) -> Self {
        match (sub_project, strand, network) {
            (Some(id), ..) => Self::SubProject(id),
            (None, Some(id), _) => Self::Strand(id),
            (None, None, Some(id)) => Self::Network(id),
            (None, None, None) => Self::Period(period),
        }
    }

    /// What tells reports with the same cut-off apart.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Period(id) => format!("period:{id}"),
            Self::Bundle(id) => format!("bundle:{id}"),
            Self::Network(id) => format!("network:{id}"),
            Self::Strand(id) => format!("strand:{id}"),
            Self::SubProject(id) => format!("sub_project:{id}"),
        }
    }

    /// The regional network, if it is about one.
    pub fn network(self) -> Option<RegionalNetworkId> {
        if let Self::Network(id) = self { Some(id) } else { None }
    }

    /// The strand, if it is about one.
    pub fn strand(self) -> Option<StrandId> {
        if let Self::Strand(id) = self { Some(id) } else { None }
    }

    /// The sub-project, if it is about one.
    pub fn sub_project(self) -> Option<SubProjectId> {
        if let Self::SubProject(id) = self { Some(id) } else { None }
    }
}

impl Model {
    /// What the run's report is about.
    pub fn about(&self) -> About {
        if self.is_bundle {
            return About::Bundle(self.funding_period_id);
        }
        About::of(self.funding_period_id, (self.regional_network_id, self.strand_id, self.sub_project_id))
    }
}
