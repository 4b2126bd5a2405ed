//! All indicators of a period.

use std::sync::Arc;

use counting::{IndicatorSet, Rulebook};

use super::{Indicator, RulebookKind};
use crate::funding_period;

/// The indicators of a period, in the order of its reports: those of the law, of the programme, of the network.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(Vec<Arc<Indicator>>);

impl Catalogue {
    /// The indicators of a period.
    pub fn of(period: &funding_period::Model) -> Self {
        period.rulebook.as_deref().and_then(counting::rulebook).map(Self::law).unwrap_or_default()
    }

    /// The indicators of the law alone.
    pub fn law(rulebook: &'static Rulebook) -> Self {
        Self(rulebook.indicators.iter().map(|law| Arc::new(law.into())).collect())
    }

    /// All of them.
    pub fn all(&self) -> &[Arc<Indicator>] {
        &self.0
    }

    /// Those of one kind.
    pub fn of_kind(&self, kind: RulebookKind) -> impl Iterator<Item = &Arc<Indicator>> {
        self.0.iter().filter(move |indicator| indicator.kind == kind)
    }

    /// The one with a code.
    pub fn by_code(&self, code: &str) -> Option<&Arc<Indicator>> {
        self.0.iter().find(|indicator| indicator.code == code)
    }

    /// The members of a set of one kind.
    pub fn members(&self, kind: RulebookKind, set: IndicatorSet) -> impl Iterator<Item = &Arc<Indicator>> {
        self.of_kind(kind).filter(move |indicator| set.contains(indicator.bit))
    }
}
