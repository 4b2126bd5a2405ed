//! All indicators of a period.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use counting::{ACTIVITIES, IndicatorSet, Rulebook};
use sea_orm::ConnectionTrait;

use super::{Indicator, RulebookKind, store};
use crate::{Result, funding_period};

/// The indicators of a period, in the order of its reports: those of the law, of the programme, of the network.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(Vec<Arc<Indicator>>);

impl Catalogue {
    /// The indicators of a period, those of the programme as known at a moment; none means now.
    pub async fn of(
        db: &impl ConnectionTrait,
        period: &funding_period::Model,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Self> {
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
