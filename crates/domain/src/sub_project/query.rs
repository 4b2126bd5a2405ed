//! Which sub-projects a list holds.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use super::{Column, Entity};
use crate::{
    Versioned,
    id::{FundingPeriodId, OfferTypeId, OrganisationId, RegionalNetworkId, StrandId},
    offer,
};

/// A list of sub-projects; each part left out leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// As it was known at that moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// In this period.
    pub period: Option<FundingPeriodId>,
    /// In this regional network.
    pub network: Option<RegionalNetworkId>,
    /// Run by this organisation.
    pub organisation: Option<OrganisationId>,
    /// Of this strand.
    pub strand: Option<StrandId>,
    /// With an offer of this type.
    pub offer_type: Option<OfferTypeId>,
}

impl Query {
    pub(super) fn select(&self) -> Select<Entity> {
        Entity::known_at(self.known_at)
            .apply_if(self.period, |all, period| all.filter(Column::FundingPeriodId.eq(period)))
            .apply_if(self.network, |all, network| all.filter(Column::RegionalNetworkId.eq(network)))
            .apply_if(self.organisation, |all, owner| all.filter(Column::OrganisationId.eq(owner)))
            .apply_if(self.strand, |all, strand| all.filter(Column::StrandId.eq(strand)))
            .apply_if(self.offer_type, |all, offer_type| {
                let offering = offer::Entity::known_at(self.known_at)
                    .filter(offer::Column::OfferTypeId.eq(offer_type))
                    .select_only()
                    .column(offer::Column::SubProjectId);
                all.filter(Column::Id.in_subquery(offering.into_query()))
            })
    }
}
