//! The counting profile that each period with a rulebook starts with.

use chrono::NaiveTime;
use counting::Profile;

use super::writer::Writer;
use crate::{
    Result,
    counting_profile::{Column, Entity, Model, stored},
    funding_period,
    id::CountingProfileId,
};

/// Settles version 1 of each profile. It is in force from the first day of its period.
pub async fn settle(writer: &mut Writer<'_>, periods: &[funding_period::Model]) -> Result<()> {
    let rows = periods.iter().filter(|period| period.rulebook.is_some()).map(first_profile).collect();
    writer.settle::<Entity>(&[Column::FundingPeriodId, Column::Version], rows).await?;
    Ok(())
}

fn first_profile(period: &funding_period::Model) -> Model {
    let profile = Profile::default();
    Model {
        id: CountingProfileId::fresh(),
        funding_period_id: period.id,
        version: profile.version.into(),
        choices: stored(&profile),
        valid_from: period.starts_on.and_time(NaiveTime::MIN).and_utc(),
        recorded_by: None,
        reason: None,
    }
}
