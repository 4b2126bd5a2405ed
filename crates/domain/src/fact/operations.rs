//! What counting needs to know of each sub-project.

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use counting::{IndicatorSet, Operation, Profile, Rulebook, programme::Definition};
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::{
    Result, Versioned, counting_profile, funding_period,
    id::{FundingPeriodId, OfferId, RegionalNetworkId, SubProjectId},
    indicator, offer, offer_type, strand, sub_project,
};

/// What makes two stays parts of the same operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum OperationKey {
    /// The sub-project is the operation.
    SubProject(SubProjectId),
    /// The regional network is.
    Network(RegionalNetworkId),
}

/// How a funding period counts.
pub(crate) struct Rules {
    /// The law's rulebook, where the period has one.
    pub rulebook: Option<&'static Rulebook>,
    /// The choices where the law leaves some.
    pub profile: Profile,
    /// The indicators of the programme.
    pub programme: Vec<indicator::Programme>,
    /// First day.
    pub starts_on: NaiveDate,
}

/// A sub-project, as counting sees it.
pub(crate) struct Place {
    pub funding_period_id: FundingPeriodId,
    pub id: SubProjectId,
    pub network: Option<RegionalNetworkId>,
    /// Code of its strand.
    pub strand: Option<Arc<str>>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
}

/// The sub-projects, the rules of their periods and the types of offers, as they are now.
pub(crate) struct Operations {
    places: HashMap<SubProjectId, Place>,
    rules: HashMap<FundingPeriodId, Rules>,
    offer_types: HashMap<OfferId, Arc<str>>,
    law_days: sub_project::LawDays,
    target_groups: HashMap<SubProjectId, Vec<TargetGroup>>,
}

/// The indicators whose feature is an eligibility condition of a sub-project, from a day on; none means always.
type TargetGroup = (Option<NaiveDate>, IndicatorSet);

impl Operations {
    /// Reads them.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let mut rules = HashMap::new();
        for period in funding_period::Entity::find().all(db).await? {
            let of_period = Rules {
                rulebook: period.rulebook.as_deref().and_then(counting::rulebook),
                profile: counting_profile::store::profile_of(db, period.id, None).await?,
                programme: indicator::store::programme(db, period.id).await?,
                starts_on: period.starts_on,
            };
            rules.insert(period.id, of_period);
        }
        let strands = strand::Entity::find().all(db).await?;
        let strands: HashMap<_, Arc<str>> =
            strands.into_iter().map(|row| (row.id, row.code.into())).collect();
        let place = |row: sub_project::Model| {
            let place = Place {
                funding_period_id: row.funding_period_id,
                id: row.id,
                network: row.regional_network_id,
                strand: row.strand_id.and_then(|id| strands.get(&id).cloned()),
                starts_on: row.starts_on,
                ends_on: row.ends_on,
            };
            (row.id, place)
        };
        let places = sub_project::Entity::current().all(db).await?.into_iter().map(place).collect();
        let law_days = sub_project::LawDays::read(db, None).await?;
        let mut target_groups: HashMap<_, Vec<TargetGroup>> = HashMap::new();
        let mut history = sub_project::Entity::history(None).all(db).await?;
        history.sort_by_key(|row| row.valid_from);
        for row in history {
            let rulebook = rules.get(&row.funding_period_id).and_then(|rules: &Rules| rules.rulebook);
            let codes = row.target_group.split(';').filter_map(|code| rulebook?.by_code(code));
            let group = (row.valid_from, codes.map(|indicator| indicator.bit).collect());
            target_groups.entry(row.id).or_default().push(group);
        }
        Ok(Self { places, rules, offer_types: offer_types(db).await?, law_days, target_groups })
    }

    /// The indicators whose feature was an eligibility condition of a sub-project on a day; before its first day those of that.
    pub fn target_group(&self, sub_project: SubProjectId, day: NaiveDate) -> IndicatorSet {
        let groups = self.target_groups.get(&sub_project).map(Vec::as_slice).unwrap_or_default();
        let on_the_day = groups.iter().rfind(|(from, _)| from.is_none_or(|from| from <= day));
        on_the_day.or(groups.first()).map(|(_, group)| *group).unwrap_or_default()
    }

    /// Whether what happens in a sub-project on a day counts by law.
    pub fn owes_law(&self, sub_project: SubProjectId, day: NaiveDate) -> bool {
        self.law_days.on(sub_project, day)
    }

    /// A sub-project with the rules of its period.
    pub fn place(&self, sub_project: SubProjectId) -> Option<(&Place, &Rules)> {
        let place = self.places.get(&sub_project)?;
        Some((place, self.rules.get(&place.funding_period_id)?))
    }

    /// The operation that a sub-project belongs to; itself when nothing is known of it.
    pub fn key(&self, sub_project: SubProjectId) -> OperationKey {
        match self.place(sub_project) {
            Some((Place { network: Some(network), .. }, rules))
                if rules.profile.operation == Operation::Network =>
            {
                OperationKey::Network(*network)
            }
            _ => OperationKey::SubProject(sub_project),
        }
    }

    /// The sub-projects of an operation.
    pub fn members(&self, key: OperationKey) -> Vec<SubProjectId> {
        match key {
            OperationKey::SubProject(id) => vec![id],
            OperationKey::Network(network) => {
                let within = self.places.values().filter(|place| place.network == Some(network));
                within.map(|place| place.id).collect()
            }
        }
    }

    /// The last day of an operation; none while that of one of its sub-projects is unknown.
    pub fn ends_on(&self, key: OperationKey) -> Option<NaiveDate> {
        let ends =
            self.members(key).into_iter().map(|id| self.places.get(&id).and_then(|place| place.ends_on));
        ends.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// The operations of a period, each once.
    pub fn of_period(&self, period: FundingPeriodId) -> Vec<OperationKey> {
        let within = self.places.values().filter(|place| place.funding_period_id == period);
        let mut keys: Vec<_> = within.map(|place| self.key(place.id)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Code of the type of an offer.
    pub fn offer_type(&self, offer: OfferId) -> Option<&str> {
        self.offer_types.get(&offer).map(AsRef::as_ref)
    }
}

impl Place {
    /// The definitions of the programme that apply to it, with their bits.
    pub fn programme<'a>(&self, rules: &'a Rules) -> Vec<(u8, &'a Definition)> {
        let applying =
            rules.programme.iter().filter(|indicator| indicator.applies_to(self.strand.as_deref()));
        applying.map(|indicator| (indicator.bit, &indicator.definition)).collect()
    }
}

async fn offer_types(db: &impl ConnectionTrait) -> Result<HashMap<OfferId, Arc<str>>> {
    let types = offer_type::Entity::find().all(db).await?;
    let types: HashMap<_, Arc<str>> = types.into_iter().map(|row| (row.id, row.code.into())).collect();
    let offers = offer::Entity::current().all(db).await?.into_iter();
    Ok(offers.filter_map(|offer| Some((offer.id, Arc::clone(types.get(&offer.offer_type_id)?)))).collect())
}
