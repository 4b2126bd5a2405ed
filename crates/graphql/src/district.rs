//! Districts of Bavaria.

use std::collections::HashMap;

use async_graphql::{Context, Object, dataloader::Loader};
use domain::district::{self, Listing, outline};

use crate::{
    access::Access,
    caller::Called,
    error::{ApiError, Result},
    loader::Reads,
    scalar::Date,
};

/// A district without its outline, which its loader brings.
#[derive(Clone)]
pub struct District(pub Listing);

/// A district of Bavaria (Landkreis or kreisfreie Stadt).
#[Object]
impl District {
    /// Official municipality key (Amtlicher Gemeindeschlüssel), five digits.
    async fn ags(&self) -> &str {
        &self.0.ags
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// `Landkreis` or `Kreisfreie Stadt`.
    async fn kind(&self) -> &str {
        &self.0.kind
    }

    /// Government region (Regierungsbezirk).
    async fn government_region(&self) -> &str {
        &self.0.government_region
    }

    /// NUTS-2 code.
    async fn nuts2(&self) -> &str {
        &self.0.nuts2
    }

    /// NUTS-3 code.
    async fn nuts3(&self) -> &str {
        &self.0.nuts3
    }

    /// Area in square kilometres.
    async fn area(&self) -> Option<f64> {
        self.0.area_km2
    }

    /// Inhabitants on `populationOn`.
    async fn population(&self) -> i64 {
        self.0.population
    }

    /// The day of the population figure.
    async fn population_on(&self) -> Date {
        Date(self.0.population_on)
    }

    /// Its outline as the coordinates of a GeoJSON MultiPolygon: polygons, each a list of rings, each a list of
    /// longitude and latitude in degrees.
    #[graphql(complexity = 20)]
    async fn outline(&self, ctx: &Context<'_>) -> Result<outline::Outline> {
        let outline = ctx.loaders().find(OutlineOf(self.0.ags.clone())).await?;
        Ok(outline.unwrap_or_default())
    }
}

/// A district by AGS.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Ags(pub String);

impl Loader<Ags> for Reads {
    type Value = Listing;
    type Error = ApiError;

    async fn load(&self, keys: &[Ags]) -> Result<HashMap<Ags, Listing>> {
        let ags: Vec<String> = keys.iter().map(|key| key.0.clone()).collect();
        let rows = district::store::listed_by_ags(&self.domain.db, &ags).await?;
        Ok(rows.into_iter().map(|row| (Ags(row.ags.clone()), row)).collect())
    }
}

/// The outline of a district by AGS.
#[derive(Clone, PartialEq, Eq, Hash)]
struct OutlineOf(String);

impl Loader<OutlineOf> for Reads {
    type Value = outline::Outline;
    type Error = ApiError;

    async fn load(&self, keys: &[OutlineOf]) -> Result<HashMap<OutlineOf, outline::Outline>> {
        let ags: Vec<String> = keys.iter().map(|key| key.0.clone()).collect();
        let rows = district::store::by_ags(&self.domain.db, &ags).await?;
        rows.into_iter().map(|row| Ok((OutlineOf(row.ags.clone()), row.polygons()?))).collect()
    }
}

/// The part of the query root about districts.
#[derive(Default)]
pub struct DistrictQuery;

#[Object]
impl DistrictQuery {
    /// The 96 districts of Bavaria, by AGS.
    #[graphql(guard = "Access::Public", complexity = "96 * child_complexity + 1")]
    async fn districts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those of this NUTS-2 region, e.g. `DE21` for Oberbayern.")] nuts2: Option<
            String,
        >,
    ) -> Result<Vec<District>> {
        let rows = district::store::listed(&ctx.caller().domain.db).await?;
        let wanted = |row: &Listing| nuts2.as_ref().is_none_or(|nuts2| row.nuts2 == *nuts2);
        Ok(rows.into_iter().filter(wanted).map(District).collect())
    }

    /// The district with an official municipality key.
    #[graphql(guard = "Access::Public")]
    async fn district(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Five digits with the leading zero, e.g. `09162` for München.")] ags: String,
    ) -> Result<Option<District>> {
        let row = ctx.loaders().find(Ags(ags)).await?;
        row.map(|row| Some(District(row))).ok_or_else(|| ApiError::not_found("district"))
    }
}
