//! The life of an edition. Pure.

use std::str::FromStr;

use super::Model;
use crate::{Error, Result, report::About};

/// Where an edition stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// Meant to be handed in.
    Draft,
    /// Handed in and frozen; waits for a decision.
    Submitted,
    /// Sent back with a reason; it is handed in again with an answer, or the next edition answers it.
    Returned,
    /// Accepted.
    Approved,
    /// Replaced by a newer edition.
    Superseded,
}

impl State {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether an edition in this state may reach the other.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Draft, Self::Submitted | Self::Superseded)
                | (Self::Submitted, Self::Returned | Self::Approved)
                | (Self::Returned, Self::Submitted | Self::Superseded)
                | (Self::Approved, Self::Superseded)
        )
    }

    /// Whether the records behind it change only as corrections with a reason: it was handed in, and nothing has taken its
    /// place. What it was sent back for is such a reason.
    pub const fn is_frozen(self) -> bool {
        matches!(self, Self::Submitted | Self::Returned | Self::Approved)
    }
}

impl Model {
    /// Where it stands.
    ///
    /// # Errors
    /// [`Error::Inconsistent`] when the stored code is none of ours.
    pub fn state(&self) -> Result<State> {
        State::from_str(&self.state)
            .map_err(|_| Error::Inconsistent { table: "report_edition", column: "state" })
    }

    /// What it is about.
    pub fn about(&self) -> About {
        About::of(self.funding_period_id, (self.regional_network_id, self.strand_id, self.sub_project_id))
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::State;

    #[test]
    fn an_edition_takes_these_ways_and_no_others() {
        let ways: Vec<_> = State::VARIANTS
            .iter()
            .flat_map(|from| State::VARIANTS.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| from.may_become(*to))
            .map(|(from, to)| format!("{} {}", from.as_str(), to.as_str()))
            .collect();
        assert_eq!(
            ways,
            [
                "draft submitted",
                "draft superseded",
                "submitted returned",
                "submitted approved",
                "returned submitted",
                "returned superseded",
                "approved superseded"
            ]
        );
    }
}
