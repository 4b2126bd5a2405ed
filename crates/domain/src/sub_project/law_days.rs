//! On which days a sub-project owes the indicators of the law.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ConnectionTrait;

use super::{Entity, Model};
use crate::{
    Result, Versioned,
    id::{StrandId, SubProjectId},
    strand,
};

/// First day, and the day after the last; none without an end.
type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// The days on which each sub-project belonged to no strand, or to one that the European Social Fund co-finances: who
/// enters on such a day is a participant of an operation of the fund, and stays one when the strand changes later.
#[derive(Debug, Default)]
pub(crate) struct LawDays {
    co_financed: HashSet<StrandId>,
    owing: HashMap<SubProjectId, Vec<Days>>,
}

impl LawDays {
    /// Reads them as known at a moment; none means now.
    pub async fn read(db: &impl ConnectionTrait, known_at: Option<DateTime<Utc>>) -> Result<Self> {
        let mut days = Self { co_financed: strand::store::co_financed(db).await?, owing: HashMap::new() };
        for row in Entity::history(known_at).all(db).await? {
            if days.is_owed_by(&row) {
                days.owing.entry(row.id).or_default().push((row.valid_from, row.valid_until));
            }
        }
        Ok(days)
    }

    /// Whether a version owes them.
    pub fn is_owed_by(&self, row: &Model) -> bool {
        row.strand_id.is_none_or(|strand| self.co_financed.contains(&strand))
    }

    /// Whether a sub-project owes them on a day.
    pub fn on(&self, id: SubProjectId, day: NaiveDate) -> bool {
        self.of(id)
            .any(|(from, until)| from.is_none_or(|from| from <= day) && until.is_none_or(|until| day < until))
    }

    /// Whether a sub-project owed them on some day up to a cut-off.
    pub fn up_to(&self, id: SubProjectId, cut_off: NaiveDate) -> bool {
        self.of(id).any(|(from, _)| from.is_none_or(|from| from <= cut_off))
    }

    fn of(&self, id: SubProjectId) -> impl Iterator<Item = Days> {
        self.owing.get(&id).into_iter().flatten().copied()
    }
}
