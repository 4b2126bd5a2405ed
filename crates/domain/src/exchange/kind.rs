//! The kinds of records that come and go in files.

use super::Column;
use crate::{
    follow_up, offer, organisation, outcome, participation, regional_network, sub_project, supported_entity,
};

/// A kind of records. The order is that of dependency: an import applies them so.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// Organisations.
    Organisations,
    /// Which district belongs to which regional network of a period.
    NetworkDistricts,
    /// Sub-projects.
    SubProjects,
    /// Offers of sub-projects.
    Offers,
    /// Participations.
    Participations,
    /// Outcomes of participations.
    Outcomes,
    /// Surveys six months after leaving.
    FollowUps,
    /// Supported administrations and enterprises.
    SupportedEntities,
}

impl Kind {
    /// The name of its files and sheets, e.g. `sub_projects`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Its columns, in the order of the template.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Organisations => organisation::import::COLUMNS,
            Self::NetworkDistricts => regional_network::import::COLUMNS,
            Self::SubProjects => sub_project::import::COLUMNS,
            Self::Offers => offer::import::COLUMNS,
            Self::Participations => participation::import::COLUMNS,
            Self::Outcomes => outcome::import::COLUMNS,
            Self::FollowUps => follow_up::import::COLUMNS,
            Self::SupportedEntities => supported_entity::import::COLUMNS,
        }
    }
}
