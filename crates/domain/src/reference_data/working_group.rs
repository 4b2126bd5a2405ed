//! Working groups.

use serde::Deserialize;

use super::{
    file::{self, Sources},
    funding_period::named as period,
    writer::Writer,
};
use crate::{
    Result, funding_period,
    id::WorkingGroupId,
    working_group::{Column, Entity, Model},
};

#[derive(Deserialize)]
struct WorkingGroup {
    code: String,
    name: String,
    period: String,
    note: Option<String>,
    source: Sources,
}

/// Settles the working groups.
pub async fn settle(writer: &mut Writer<'_>, periods: &[funding_period::Model]) -> Result<()> {
    let entries: Vec<WorkingGroup> = file::read(include_str!("../../data/working_groups.json"))?;
    let rows = entries.into_iter().map(|entry| {
        Ok(Model {
            id: WorkingGroupId::fresh(),
            funding_period_id: period(periods, &entry.period)?.id,
            code: entry.code,
            name: entry.name,
            note: entry.note,
            source: entry.source.join(),
        })
    });
    let rows = rows.collect::<Result<Vec<Model>>>()?;
    writer.settle::<Entity>(&[Column::FundingPeriodId, Column::Code], rows).await?;
    Ok(())
}
