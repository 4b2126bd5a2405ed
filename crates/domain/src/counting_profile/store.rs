//! Reading counting profiles. What a period counts by is public, so nobody is asked for a viewer.

use chrono::{DateTime, Utc};
use counting::Profile;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryTrait};

use super::{Column, Entity, Model};
use crate::{Error, Result, id::FundingPeriodId};

/// What a period counted by at a moment; `None` means by its latest profile. Before its first profile, and
/// without any, it counts by the default.
pub async fn profile_of(
    db: &impl ConnectionTrait,
    funding_period_id: FundingPeriodId,
    known_at: Option<DateTime<Utc>>,
) -> Result<Profile> {
    let latest = Entity::find()
        .filter(Column::FundingPeriodId.eq(funding_period_id))
        .apply_if(known_at, |all, at| all.filter(Column::ValidFrom.lte(at)))
        .order_by_desc(Column::Version)
        .one(db)
        .await?;
    latest.map_or_else(|| Ok(Profile::default()), |row| Profile::try_from(&row))
}

impl TryFrom<&Model> for Profile {
    type Error = Error;

    fn try_from(row: &Model) -> Result<Self> {
        let odd = |column| Error::Inconsistent { table: "counting_profile", column };
        Ok(Self {
            version: u16::try_from(row.version).map_err(|_| odd("version"))?,
            long_term_unemployment: row
                .long_term_unemployment
                .parse()
                .map_err(|_| odd("long_term_unemployment"))?,
            operation: row.operation.parse().map_err(|_| odd("operation"))?,
            short_advice_hours: row.short_advice_hours,
            ..Self::default()
        })
    }
}
