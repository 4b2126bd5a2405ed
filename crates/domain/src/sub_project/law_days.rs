//! On which days a sub-project owes the indicators of the law.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect, QueryTrait};

use super::{Column, Entity, Model};
use crate::{
    Result, Versioned,
    id::{StrandId, SubProjectId},
    strand,
};

/// First day, and the day after the last; none without an end.
type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// A sub-project in a strand, from a day until the day after the last.
type Stay = (SubProjectId, Option<StrandId>, Option<NaiveDate>, Option<NaiveDate>);

/// The days on which each sub-project belonged to no strand, or to one that the European Social Fund co-finances: who
/// enters on such a day is a participant of an operation of the fund, and stays one when the strand changes later.
#[derive(Debug, Default)]
pub(crate) struct LawDays {
    co_financed: HashSet<StrandId>,
    owing: HashMap<SubProjectId, Vec<Days>>,
}

impl LawDays {
    /// Reads those of all sub-projects as known at a moment; none means now.
    pub async fn read(db: &impl ConnectionTrait, known_at: Option<DateTime<Utc>>) -> Result<Self> {
        Self::read_some(db, (known_at, None)).await
    }

    /// Reads those of one sub-project.
    pub async fn read_one(
        db: &impl ConnectionTrait,
        (known_at, id): (Option<DateTime<Utc>>, SubProjectId),
    ) -> Result<Self> {
        Self::read_some(db, (known_at, Some(id))).await
    }

    async fn read_some(
        db: &impl ConnectionTrait,
        (known_at, only): (Option<DateTime<Utc>>, Option<SubProjectId>),
    ) -> Result<Self> {
        let mut days = Self { co_financed: strand::store::co_financed(db).await?, owing: HashMap::new() };
        let rows = Entity::history(known_at).apply_if(only, |all, id| all.filter(Column::Id.eq(id)));
        let columns = [Column::Id, Column::StrandId, Column::ValidFrom, Column::ValidUntil];
        let rows = rows.select_only().columns(columns).into_tuple();
        let rows: Vec<Stay> = rows.all(db).await?;
        for (id, strand, from, until) in rows {
            if days.is_owed_within(strand) {
                days.owing.entry(id).or_default().push((from, until));
            }
        }
        Ok(days)
    }

    /// Whether a version owes them.
    pub fn is_owed_by(&self, row: &Model) -> bool {
        self.is_owed_within(row.strand_id)
    }

    fn is_owed_within(&self, strand: Option<StrandId>) -> bool {
        strand.is_none_or(|strand| self.co_financed.contains(&strand))
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
