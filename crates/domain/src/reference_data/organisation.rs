//! Organisations: the coordinators of regional networks as reference data, all others for demonstration.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{
    file,
    writer::{REASON, Writer},
};
use crate::{
    Result,
    id::{OrganisationId, VersionId},
    organisation::{Column, Entity, Model},
};

#[derive(Deserialize)]
struct Organisation {
    code: String,
    name: String,
    kind: String,
    city: Option<String>,
    ags: Option<String>,
    website: Option<String>,
    #[serde(default)]
    invented: bool,
}

/// Codes of all organisations of the file.
pub fn codes() -> Result<Vec<String>> {
    let entries: Vec<Organisation> = file::read(include_str!("../../data/organisations.json"))?;
    Ok(entries.into_iter().map(|entry| entry.code).collect())
}

/// Which organisations to load.
pub enum Wanted {
    /// All of the file.
    All,
    /// Those with these codes.
    Only(BTreeSet<String>),
}

impl Wanted {
    fn has(&self, code: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(codes) => codes.contains(code),
        }
    }
}

/// Settles organisations and returns those wanted.
pub async fn settle(writer: &mut Writer<'_>, wanted: Wanted) -> Result<Vec<Model>> {
    let entries: Vec<Organisation> = file::read(include_str!("../../data/organisations.json"))?;
    let rows = entries.into_iter().filter(|entry| wanted.has(&entry.code)).map(|entry| Model {
        version_id: VersionId::fresh(),
        id: OrganisationId::fresh(),
        code: entry.code,
        name: entry.name,
        kind: Some(entry.kind),
        city: entry.city,
        ags: entry.ags,
        website: entry.website,
        invented: entry.invented,
        valid_from: None,
        valid_until: None,
        recorded_at: writer.at,
        recorded_by: writer.by,
        reason: Some(REASON.to_owned()),
        superseded_at: None,
    });
    let rows = rows.collect();
    writer.settle_versions::<Entity>(&[Column::Code], rows).await
}
