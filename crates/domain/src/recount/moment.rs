//! Which moment an answer is about. A recount is seen from its end on, all at once: whatever is asked about a moment
//! between its beginning and its end is answered as known just before it was asked for, rules and facts alike.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Column, Entity};
use crate::{Domain, Result, fact, id::FundingPeriodId};

/// When a recount was asked for, and when it ended.
type Span = (DateTime<Utc>, Option<DateTime<Utc>>);

/// The recounts of a period.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recounts(Vec<Span>);

impl Recounts {
    /// Reads them.
    pub async fn of(db: &impl ConnectionTrait, period: FundingPeriodId) -> Result<Self> {
        let spans = Entity::find()
            .select_only()
            .columns([Column::RequestedAt, Column::FinishedAt])
            .filter(Column::FundingPeriodId.eq(period));
        Ok(Self(spans.into_tuple().all(db).await?))
    }

    /// How many there have been.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// When the first of those that are open was asked for.
    pub fn open_since(&self) -> Option<DateTime<Utc>> {
        self.0.iter().filter(|(_, end)| end.is_none()).map(|(begin, _)| *begin).min()
    }

    /// The moment that an answer about another is about; none means all that is known now.
    pub fn moment(&self, known_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let before = |begin: DateTime<Utc>| begin - TimeDelta::microseconds(1);
        let mut at = known_at.or_else(|| self.open_since().map(before))?;
        while let Some((begin, _)) =
            self.0.iter().find(|(begin, end)| *begin <= at && end.is_none_or(|end| at < end))
        {
            at = before(*begin);
        }
        Some(at)
    }
}

/// The moment that answers about a period are about, when they are asked for as known at a moment; none means now.
///
/// # Errors
/// A moment that a change may still belong to which is being written: `known-at-unsettled`.
pub async fn moment(
    domain: &Domain,
    period: FundingPeriodId,
    known_at: Option<DateTime<Utc>>,
) -> Result<Option<DateTime<Utc>>> {
    let recounts = Recounts::of(&domain.db, period).await?;
    settled_moment(domain, &recounts, known_at).await
}

/// The same, for who knows the recounts.
pub(crate) async fn settled_moment(
    domain: &Domain,
    recounts: &Recounts,
    known_at: Option<DateTime<Utc>>,
) -> Result<Option<DateTime<Utc>>> {
    let moment = recounts.moment(known_at);
    if let (Some(_), Some(at)) = (known_at, moment) {
        fact::lock::require_settled(&domain.db, at).await?;
    }
    Ok(moment)
}

/// Since when a period is being counted again; none when it is not.
pub async fn open_since(db: &impl ConnectionTrait, period: FundingPeriodId) -> Result<Option<DateTime<Utc>>> {
    Ok(Recounts::of(db, period).await?.open_since())
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::Recounts;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    #[test]
    fn a_moment_within_recounts_is_the_one_before_them() {
        let recounts = Recounts(vec![
            (at(10), Some(at(20))),
            (at(15), Some(at(30))),
            (at(40), Some(at(40))),
            (at(50), None),
            (at(55), None),
        ]);
        let before = |second| at(second) - TimeDelta::microseconds(1);

        for (asked, answered) in [
            (at(9), at(9)),
            (at(10), before(10)),
            (at(17), before(10)),
            (at(25), before(10)),
            (at(30), at(30)),
            (at(40), at(40)),
            (at(49), at(49)),
            (at(50), before(50)),
            (at(99), before(50)),
        ] {
            assert_eq!(recounts.moment(Some(asked)), Some(answered), "{asked}");
        }
        assert_eq!((recounts.moment(None), recounts.open_since()), (Some(before(50)), Some(at(50))));
        assert_eq!(Recounts(recounts.0[..3].to_vec()).moment(None), None);
    }
}
