//! All indicators of a period.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use counting::{ACTIVITIES, IndicatorSet, Rulebook};
use sea_orm::ConnectionTrait;

use super::{Indicator, RulebookKind, store};
use crate::{Result, funding_period, recount::Recounts};

/// The indicators of a period, in the order of its reports: those of the law, of the programme, of the network.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(Vec<Arc<Indicator>>);

impl FromIterator<Arc<Indicator>> for Catalogue {
    fn from_iter<T: IntoIterator<Item = Arc<Indicator>>>(indicators: T) -> Self {
        Self(indicators.into_iter().collect())
    }
}

impl Catalogue {
    /// The indicators of a period, those of the programme as figures known at a moment follow them; none means the latest
    /// definitions, also while a recount by them is open.
    pub async fn of(
        db: &impl ConnectionTrait,
        period: &funding_period::Model,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Self> {
        let known_at = match known_at {
            None => None,
            at => Recounts::of(db, period.id).await?.moment(at),
        };
        let law = period.rulebook.as_deref().and_then(counting::rulebook);
        let mut all = law.map(Self::law).unwrap_or_default();
        for row in store::definitions(db, period.id, known_at).await?.iter().filter(|row| !row.retired) {
            all.0.push(Arc::new(row.indicator()?));
        }
        all.0.extend(
            ACTIVITIES
                .indicators
                .iter()
                .map(|own| Arc::new(Indicator { kind: RulebookKind::Activities, ..Indicator::from(own) })),
        );
        Ok(all)
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
