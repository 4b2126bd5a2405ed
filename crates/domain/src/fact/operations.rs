//! What counting needs to know of each sub-project.

use std::collections::HashMap;

use counting::{IndicatorSet, Operation, Profile, Rulebook};

use crate::{
    exchange::Book,
    id::{FundingPeriodId, RegionalNetworkId, SubProjectId},
};

/// How a funding period counts.
pub(crate) struct Rules {
    /// The rulebook its figures follow.
    pub rulebook: &'static Rulebook,
    /// The choices where the law leaves some.
    pub profile: Profile,
}

/// What makes two stays parts of the same operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum OperationKey {
    /// The sub-project is the operation.
    SubProject(SubProjectId),
    /// The regional network is.
    Network(RegionalNetworkId),
}

/// The sub-projects and the rules of their periods.
pub(crate) struct Operations {
    sub_projects: HashMap<SubProjectId, SubProjectOfPeriod>,
    rules: HashMap<FundingPeriodId, Rules>,
}

struct SubProjectOfPeriod {
    period: FundingPeriodId,
    network: Option<RegionalNetworkId>,
    target_group: IndicatorSet,
    owes_law: bool,
}

impl Operations {
    /// The sub-projects of the book under the rules of their periods. Periods without a rulebook count nothing.
    pub fn new(book: &Book, profiles: HashMap<FundingPeriodId, Profile>) -> Self {
        let rules: HashMap<_, _> = book
            .periods
            .values()
            .filter_map(|period| {
                let rulebook = counting::rulebook(period.rulebook.as_deref()?)?;
                let profile = profiles.get(&period.id).cloned().unwrap_or_default();
                Some((period.id, Rules { rulebook, profile }))
            })
            .collect();
        let sub_projects = book.sub_projects.values().map(|row| {
            let rulebook = rules.get(&row.funding_period_id).map(|rules| rules.rulebook);
            let codes = row.target_group.split(';').filter_map(|code| rulebook?.by_code(code));
            let target_group = codes.map(|indicator| indicator.bit).collect();
            let network = row.regional_network_id;
            let owes_law = row.strand_id.is_none_or(|strand| book.co_financed_strands.contains(&strand));
            (row.id, SubProjectOfPeriod { period: row.funding_period_id, network, target_group, owes_law })
        });
        Self { sub_projects: sub_projects.collect(), rules }
    }

    /// How a sub-project counts by law; none when its period has no rulebook, or its strand is not co-financed by the
    /// European Social Fund and so owes none of its indicators.
    pub fn law(&self, sub_project: SubProjectId) -> Option<&Rules> {
        let known = self.sub_projects.get(&sub_project).filter(|known| known.owes_law)?;
        self.rules.get(&known.period)
    }

    /// The operation that a sub-project's stays belong to.
    pub fn key(&self, sub_project: SubProjectId) -> Option<OperationKey> {
        let known = self.sub_projects.get(&sub_project)?;
        let rules = self.rules.get(&known.period)?;
        Some(match (rules.profile.operation, known.network) {
            (Operation::Network, Some(network)) => OperationKey::Network(network),
            _ => OperationKey::SubProject(sub_project),
        })
    }

    /// The indicators whose feature is an eligibility condition of the sub-project.
    pub fn target_group(&self, sub_project: SubProjectId) -> IndicatorSet {
        self.sub_projects.get(&sub_project).map(|known| known.target_group).unwrap_or_default()
    }
}
