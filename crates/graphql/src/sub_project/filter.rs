//! Which sub-projects a list holds.

use async_graphql::InputObject;
use domain::{
    Domain, Error, UserError, funding_period,
    id::{FundingPeriodId, OfferTypeId, OrganisationId, RegionalNetworkId, StrandId},
    offer_type, organisation, regional_network, strand,
    sub_project::Query,
};

use crate::{error::Result, loader::KnownAt};

/// Which sub-projects a list holds. Conditions add up; what is left out leaves nothing out.
#[derive(Debug, Default, InputObject)]
pub struct SubProjectFilter {
    /// Code of the funding period.
    period: Option<String>,
    /// Code of the regional network; needs `period`.
    network: Option<String>,
    /// Code of the organisation that runs it.
    organisation: Option<String>,
    /// Code of the strand; needs `period`.
    strand: Option<String>,
    /// Code of a type of offer it has.
    offer_type: Option<String>,
}

impl SubProjectFilter {
    /// The filter with keys in place of codes.
    ///
    /// # Errors
    /// `BAD_INPUT` with every code that does not exist.
    pub async fn query(self, domain: &Domain, known_at: KnownAt) -> Result<Query> {
        let mut codes = Codes { domain, known_at, mistakes: Vec::new() };
        let period = codes.period(self.period.as_deref()).await?;
        let query = Query {
            known_at,
            period,
            network: codes.network(period, self.network.as_deref()).await?,
            organisation: codes.organisation(self.organisation.as_deref()).await?,
            strand: codes.strand(period, self.strand.as_deref()).await?,
            offer_type: codes.offer_type(self.offer_type.as_deref()).await?,
        };
        if codes.mistakes.is_empty() { Ok(query) } else { Err(Error::Invalid(codes.mistakes).into()) }
    }
}

/// Looks codes up and collects those that do not exist.
struct Codes<'a> {
    domain: &'a Domain,
    known_at: KnownAt,
    mistakes: Vec<UserError>,
}

impl Codes<'_> {
    async fn period(&mut self, code: Option<&str>) -> domain::Result<Option<FundingPeriodId>> {
        let Some(code) = code else { return Ok(None) };
        let found = funding_period::store::by_code(&self.domain.db, code).await?;
        Ok(self.known(found.map(|row| row.id), ("period", code)))
    }

    async fn network(
        &mut self,
        period: Option<FundingPeriodId>,
        code: Option<&str>,
    ) -> domain::Result<Option<RegionalNetworkId>> {
        let Some(code) = code else { return Ok(None) };
        let Some(period) = self.given(period, "network") else { return Ok(None) };
        let rows = regional_network::store::of_periods(&self.domain.db, &[period], self.known_at).await?;
        let found = rows.into_iter().find(|row| row.code == code);
        Ok(self.known(found.map(|row| row.id), ("network", code)))
    }

    async fn organisation(&mut self, code: Option<&str>) -> domain::Result<Option<OrganisationId>> {
        let Some(code) = code else { return Ok(None) };
        let codes = [code.to_owned()];
        let rows = organisation::store::by_codes(&self.domain.db, &codes, self.known_at).await?;
        Ok(self.known(rows.first().map(|row| row.id), ("organisation", code)))
    }

    async fn strand(
        &mut self,
        period: Option<FundingPeriodId>,
        code: Option<&str>,
    ) -> domain::Result<Option<StrandId>> {
        let Some(code) = code else { return Ok(None) };
        let Some(period) = self.given(period, "strand") else { return Ok(None) };
        let rows = strand::store::of_periods(&self.domain.db, &[period]).await?;
        let found = rows.into_iter().find(|row| row.code == code);
        Ok(self.known(found.map(|row| row.id), ("strand", code)))
    }

    async fn offer_type(&mut self, code: Option<&str>) -> domain::Result<Option<OfferTypeId>> {
        let Some(code) = code else { return Ok(None) };
        let rows = offer_type::store::all(&self.domain.db).await?;
        let found = rows.into_iter().find(|row| row.code == code);
        Ok(self.known(found.map(|row| row.id), ("offerType", code)))
    }

    /// The period that a code is unique in; without one, the code in `field` says nothing.
    fn given(&mut self, period: Option<FundingPeriodId>, field: &'static str) -> Option<FundingPeriodId> {
        let period_is_wrong = self.mistakes.iter().any(|mistake| mistake.field == "period");
        if period.is_none() && !period_is_wrong {
            self.mistakes.push(UserError::new("needs-period", field));
        }
        period
    }

    fn known<T>(&mut self, found: Option<T>, (field, code): (&'static str, &str)) -> Option<T> {
        if found.is_none() {
            self.mistakes.push(UserError::new("unknown-code", field).with_value(code));
        }
        found
    }
}
