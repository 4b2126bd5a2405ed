//! Samples that a report would show otherwise today.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{EntityTrait, QueryFilter};

use super::Behind;
use crate::{
    Domain, Result,
    fact::Told,
    follow_up,
    follow_up::Column,
    id::{SampleId, SubProjectId},
    report::About,
    rows::Rows,
    sample,
};

impl Behind<'_> {
    /// How many samples were drawn since in the place of those shown, or were answered otherwise. Only reports on a whole
    /// period show samples.
    pub async fn samples(&self, domain: &Domain) -> Result<u64> {
        let About::Period(period) = self.edition.about() else { return Ok(0) };
        let [then, now] = self.moments().map(async |known_at| -> Result<BTreeMap<_, _>> {
            let newest = sample::newest(&domain.db, (period, self.edition.cut_off, known_at)).await?;
            Ok(newest.into_iter().map(|row| (row.indicator, row.id)).collect())
        });
        let (then, now): (BTreeMap<String, SampleId>, BTreeMap<_, _>) = (then.await?, now.await?);
        let mut otherwise = 0;
        for (indicator, now) in now {
            let is_other =
                then.get(&indicator) != Some(&now) || self.is_answered_otherwise(domain, now).await?;
            otherwise += u64::from(is_other);
        }
        Ok(otherwise)
    }

    /// Whether surveys of those drawn were entered, corrected or withdrawn since.
    async fn is_answered_otherwise(&self, domain: &Domain, sample: SampleId) -> Result<bool> {
        let members = sample::drawn(&domain.db, sample).await?;
        let places: BTreeSet<SubProjectId> = members.iter().map(|(place, _)| *place).collect();
        let places: Vec<SubProjectId> = places.into_iter().collect();
        let select = follow_up::Entity::find().filter(self.learnt(Column::RecordedAt, Column::SupersededAt));
        let mut told = Told::default();
        for row in (Rows { select, column: Column::SubProjectId, keys: &places }).read(&domain.db).await? {
            let person = (row.sub_project_id, row.participant_id);
            if members.contains(&person) {
                let occasions = self.occasions(row.sub_project_id, (row.recorded_at, row.superseded_at));
                let answer = (person, row.surveyed_on, row.employment, row.improvements, row.result);
                occasions.for_each(|occasion| told.say(answer.clone(), occasion));
            }
        }
        Ok(told.differs())
    }
}
