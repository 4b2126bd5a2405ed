//! Records in large numbers, for measuring. Nobody in them exists.

mod fill;
mod knowledge;
mod network;
mod people;

pub use fill::{Filled, fill, refuse_filled};
pub use network::SUB_PROJECT;

/// How many records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// 25,000 participations in 45 sub-projects: a network of today.
    S,
    /// 2.5 million participations in 400 sub-projects.
    M,
    /// 10 million participations in 400 sub-projects.
    L,
}

impl Tier {
    /// Sub-projects.
    pub fn sub_projects(self) -> usize {
        match self {
            Self::S => 45,
            Self::M | Self::L => 400,
        }
    }

    /// Participations, without those that somebody leaves and enters again.
    pub fn participations(self) -> usize {
        match self {
            Self::S => 25_000,
            Self::M => 2_500_000,
            Self::L => 10_000_000,
        }
    }
}
