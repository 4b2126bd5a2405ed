//! Samples that a report would show otherwise today.

use std::collections::BTreeSet;

use sea_orm::{EntityTrait, QueryFilter};

use super::{
    Behind, ChangeKind, Changed, Tally,
    step::{By, Name, Step},
};
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
    /// The samples that were drawn since in the place of those shown, or were answered otherwise; the answers are records. Only
    /// reports on a whole period show samples.
    pub async fn samples(&self, domain: &Domain) -> Result<Tally> {
        let About::Period(period) = self.edition.about() else { return Ok(Tally::default()) };
        let [then, now] = self
            .moments()
            .map(async |known_at| sample::newest(&domain.db, (period, self.edition.cut_off, known_at)).await);
        let then: BTreeSet<SampleId> = then.await?.into_iter().map(|row| row.id).collect();
        let mut tally = Tally::default();
        for row in now.await? {
            let (id, is_new) = (row.id, !then.contains(&row.id));
            if is_new {
                tally.steps.push(drawn(row));
            }
            tally.otherwise += u64::from(is_new || self.is_answered_otherwise(domain, id).await?);
        }
        Ok(tally)
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

fn drawn(row: sample::Model) -> Step {
    Step {
        changed: Changed::Sample,
        name: Name::Code(row.indicator),
        place: (None, None),
        kind: ChangeKind::Entered,
        fields: Vec::new(),
        at: row.drawn_at,
        by: By::Name(row.drawn_by_name),
        reason: None,
        key: row.id.0,
    }
}
