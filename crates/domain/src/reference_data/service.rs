//! Loading data files.

use super::{
    Summary, counting_profile, district, funding_period, institution, offer_type, organisation,
    regional_network, strand, sub_project, working_group, writer::Writer,
};
use crate::{
    Domain, Result, Viewer,
    audit::{self, Action, Entry},
    fact,
};

/// Brings the reference data into line with the data files: periods, institutions, strands, offer types, working
/// groups, districts, regional networks with their coordinating organisations, counting profiles.
///
/// Loading again changes nothing and writes no audit entry. For administrators.
pub async fn load(domain: &Domain, viewer: &Viewer) -> Result<Summary> {
    run(domain, viewer, Extent::Reference).await
}

/// The same, and the demonstration network besides: organisations, sub-projects and their offers, some of them
/// invented and marked so. For administrators.
pub async fn load_demo_network(domain: &Domain, viewer: &Viewer) -> Result<Summary> {
    run(domain, viewer, Extent::Demonstration).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Reference,
    Demonstration,
}

async fn run(domain: &Domain, viewer: &Viewer, extent: Extent) -> Result<Summary> {
    viewer.require_administrator()?;
    let (tx, at) = fact::lock::begin(domain).await?;
    let mut writer = Writer { tx: &tx, at, by: viewer.request_id, summary: Summary::default() };
    settle(&mut writer, extent).await?;
    let summary = writer.summary;
    if summary.written() > 0 {
        audit::append(&tx, &domain.clock, viewer, vec![entry(extent, summary)]).await?;
    }
    tx.commit().await?;
    Ok(summary)
}

async fn settle(writer: &mut Writer<'_>, extent: Extent) -> Result<()> {
    let periods = funding_period::settle(writer).await?;
    counting_profile::settle(writer, &periods).await?;
    let institutions = institution::settle(writer, &periods).await?;
    let strands =
        strand::settle(writer, strand::Owners { periods: &periods, institutions: &institutions }).await?;
    let offer_types = offer_type::settle(writer, &periods).await?;
    working_group::settle(writer, &periods).await?;
    district::settle(writer).await?;
    let wanted = match extent {
        Extent::Reference => organisation::Wanted::Only(regional_network::coordinators()?),
        Extent::Demonstration => organisation::Wanted::All,
    };
    let organisations = organisation::settle(writer, wanted).await?;
    let owners = regional_network::Owners { periods: &periods, organisations: &organisations };
    let networks = regional_network::settle(writer, owners).await?;
    if extent == Extent::Demonstration {
        let owners = sub_project::Owners {
            periods: &periods,
            organisations: &organisations,
            networks: &networks,
            strands: &strands,
            offer_types: &offer_types,
        };
        sub_project::settle(writer, owners).await?;
    }
    Ok(())
}

fn entry(extent: Extent, summary: Summary) -> Entry {
    let purpose = match extent {
        Extent::Reference => "load the reference data",
        Extent::Demonstration => "load the demonstration network",
    };
    Entry {
        after: serde_json::to_value(summary).ok(),
        record_count: summary.written(),
        ..Entry::new(Action::Change, "reference_data", purpose)
    }
}
