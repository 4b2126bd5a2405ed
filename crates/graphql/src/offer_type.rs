//! Types of offers.

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, dataloader::Loader};
use domain::{
    id::{FundingPeriodId, OfferTypeId},
    offer_type::{self, Model},
};
use texts::Language;

use crate::{
    access::Access,
    caller::Called,
    error::{ApiError, Result},
    id::{self, Kind},
    indicator::TextLanguage,
    loader::Reads,
};

/// A type of offer.
#[derive(Clone)]
pub struct OfferType(pub Model);

/// A type of offer (Angebotsart), e.g. Qualifizierungsbegleitung.
#[Object]
impl OfferType {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::OfferType, self.0.id.0)
    }

    /// Code, e.g. `QB`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// German name.
    async fn name_de(&self) -> &str {
        &self.0.name_de
    }

    /// English name.
    async fn name_en(&self) -> &str {
        &self.0.name_en
    }

    /// Name in a language; the one of the request unless another is asked for.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Language of the answer.")] language: Option<TextLanguage>,
    ) -> &str {
        match language.map_or(ctx.caller().language, Language::from) {
            Language::De => &self.0.name_de,
            Language::En => &self.0.name_en,
        }
    }

    /// What is counted: `person`, `consultation`, `event`, `consultation+event` or `none`.
    async fn count_unit(&self) -> &str {
        &self.0.count_unit
    }

    /// Whether a source confirms it.
    async fn verified(&self) -> bool {
        self.0.verified
    }

    /// Where the information is from.
    async fn source(&self) -> &str {
        &self.0.source
    }
}

/// The types of offers valid in a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ValidIn(pub FundingPeriodId);

impl Loader<ValidIn> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[ValidIn]) -> Result<HashMap<ValidIn, Vec<Model>>> {
        let periods: Vec<FundingPeriodId> = keys.iter().map(|key| key.0).collect();
        let validities = offer_type::store::valid_in(&self.domain.db, &periods).await?;
        let all = offer_type::store::all(&self.domain.db).await?;
        let valid = |period| {
            let is_valid = |offer_type: &&Model| {
                validities.iter().any(|validity| {
                    validity.funding_period_id == period && validity.offer_type_id == offer_type.id
                })
            };
            all.iter().filter(is_valid).cloned().collect()
        };
        Ok(keys.iter().map(|key| (*key, valid(key.0))).collect())
    }
}

impl Loader<OfferTypeId> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, ids: &[OfferTypeId]) -> Result<HashMap<OfferTypeId, Model>> {
        let rows = offer_type::store::by_ids(&self.domain.db, ids).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// The part of the query root about types of offers.
#[derive(Default)]
pub struct OfferTypeQuery;

#[Object]
impl OfferTypeQuery {
    /// All types of offers, by code.
    #[graphql(guard = "Access::Public", complexity = "30 * child_complexity + 1")]
    async fn offer_types(&self, ctx: &Context<'_>) -> Result<Vec<OfferType>> {
        let rows = offer_type::store::all(&ctx.caller().domain.db).await?;
        Ok(rows.into_iter().map(OfferType).collect())
    }
}
