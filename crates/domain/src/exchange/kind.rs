//! The kinds of records that come and go in files.

use super::Column;
use crate::{
    consultation, follow_up, offer, organisation, outcome, participation, qualification_plan,
    regional_network, sub_project, supported_entity, target, trainer, training,
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
    /// The pool of trainers.
    Trainers,
    /// Consultations.
    Consultations,
    /// Trainings.
    Trainings,
    /// Qualification plans.
    QualificationPlans,
    /// Targets of indicators.
    Targets,
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
            Self::Trainers => trainer::import::COLUMNS,
            Self::Consultations => consultation::import::COLUMNS,
            Self::Trainings => training::import::COLUMNS,
            Self::QualificationPlans => qualification_plan::import::COLUMNS,
            Self::Targets => target::import::COLUMNS,
        }
    }

    /// Whether its records can be withdrawn: those that no others refer to by a key.
    pub fn can_be_withdrawn(self) -> bool {
        !matches!(self, Self::Organisations | Self::NetworkDistricts | Self::SubProjects | Self::Offers)
    }

    /// The columns that make two rows the same record.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            Self::Organisations | Self::SubProjects | Self::Offers | Self::Trainers => &["code"],
            Self::NetworkDistricts => &["period", "ags"],
            Self::Participations => &["participant", "sub_project", "entered_on"],
            Self::Outcomes => &["participant", "sub_project", "occurred_on", "kind"],
            Self::FollowUps => &["participant", "sub_project", "surveyed_on"],
            Self::SupportedEntities => &["entity", "sub_project"],
            Self::Consultations | Self::Trainings | Self::QualificationPlans => &["ref"],
            Self::Targets => target::import::KEY,
        }
    }
}
