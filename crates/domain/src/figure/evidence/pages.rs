//! Reading the rows of an evidence page by page, so that a million of them need little memory.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use counting::Operation;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, prelude::Uuid};

use super::{Evidence, EvidencePart, EvidenceRow, Place, entry::Entry};
use crate::{
    Domain, Result, Versioned, db,
    fact::SubjectKind,
    figure::references::References,
    id::{ParticipantId, SubProjectId},
    participant, participation, sub_project,
};

/// Rows read at once.
const PAGE: usize = 2_000;

/// The pages of a list of an evidence.
pub struct EvidencePages {
    evidence: Arc<Evidence>,
    part: EvidencePart,
    place: usize,
    waiting: std::vec::IntoIter<Entry>,
    networks: Option<Networks>,
}

/// The sub-projects of each operation, where that is not the sub-project itself.
type Networks = HashMap<SubProjectId, Vec<SubProjectId>>;

/// A person's first entry and last day in an operation.
struct Stay {
    reference: String,
    entered_on: Option<NaiveDate>,
    left_on: Option<NaiveDate>,
}

impl EvidencePages {
    pub(super) fn new(evidence: Arc<Evidence>, part: EvidencePart) -> Self {
        Self { evidence, part, place: 0, waiting: Vec::new().into_iter(), networks: None }
    }

    /// The next page; none after the last. Pages are as long as suits the database.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self, domain: &Domain) -> Result<Option<Vec<EvidenceRow>>> {
        while self.waiting.len() == 0 {
            if self.place == self.evidence.places.len() {
                return Ok(None);
            }
            self.waiting = self.evidence.entries(self.part, self.place).into_iter();
            self.place += 1;
        }
        let page: Vec<Entry> = self.waiting.by_ref().take(PAGE).collect();
        let evidence = Arc::clone(&self.evidence);
        let place = &evidence.places[self.place - 1];
        let stays = match self.part {
            EvidencePart::People => self.stays(&domain.db, place, &page).await?,
            EvidencePart::Others => HashMap::new(),
        };
        let others = page.iter().map(|entry| entry.subject).filter(|one| !stays.contains_key(&one.id));
        let references = References::of(&domain.db, others).await?;
        let row = |entry: Entry| {
            let stay = stays.get(&entry.subject.id);
            EvidenceRow {
                sub_project: Arc::clone(&place.unit),
                region_category: place.region_category,
                kind: entry.subject.kind,
                reference: stay.map_or_else(|| references.get(entry.subject), |stay| stay.reference.clone()),
                gender: entry.gender,
                entered_on: stay.and_then(|stay| stay.entered_on),
                left_on: stay.and_then(|stay| stay.left_on),
                since: entry.since.date(),
                counts: entry.counts,
            }
        };
        Ok(Some(page.into_iter().map(row).collect()))
    }

    /// The stays of the people of a page in the operation of a sub-project, as they stood at the cut-off.
    async fn stays(
        &mut self,
        db: &impl ConnectionTrait,
        place: &Place,
        page: &[Entry],
    ) -> Result<HashMap<Uuid, Stay>> {
        use participation::Column;
        let operation = match self.networks(db).await?.get(&place.id) {
            Some(members) => members.clone(),
            None => vec![place.id],
        };
        let evidence = &self.evidence;
        let people = page.iter().filter(|entry| entry.subject.kind == SubjectKind::Person);
        let people: Vec<Uuid> = people.map(|entry| entry.subject.id).collect();
        let mut stays: HashMap<Uuid, Stay> = HashMap::with_capacity(people.len());
        let mut staying: HashSet<Uuid> = HashSet::new();
        for some in people.chunks(db::KEYS_PER_STATEMENT) {
            let person = participation::Entity::belongs_to(participant::Entity)
                .from(Column::ParticipantId)
                .to(participant::Column::Id)
                .into();
            let rows = participation::Entity::known_at(evidence.known_at)
                .join(JoinType::InnerJoin, person)
                .select_only()
                .column(participant::Column::Reference)
                .columns([Column::ParticipantId, Column::EnteredOn, Column::LeftOn, Column::AdviceHours])
                .filter(Column::SubProjectId.is_in(operation.iter().copied()))
                .filter(Column::ParticipantId.is_in(some.iter().copied()))
                .filter(Column::EnteredOn.lte(evidence.cut_off))
                .into_tuple::<(String, ParticipantId, NaiveDate, Option<NaiveDate>, Option<f64>)>();
            for (reference, person, entered_on, left_on, advice_hours) in rows.all(db).await? {
                let none = Stay { reference, entered_on: None, left_on: None };
                let stay = stays.entry(person.0).or_insert(none);
                let too_short = advice_hours.zip(evidence.profile.short_advice_hours);
                if too_short.is_some_and(|(hours, threshold)| hours < threshold) {
                    continue;
                }
                stay.entered_on = Some(stay.entered_on.map_or(entered_on, |first| first.min(entered_on)));
                match left_on.filter(|day| *day <= evidence.cut_off) {
                    Some(day) => stay.left_on = stay.left_on.max(Some(day)),
                    None => _ = staying.insert(person.0),
                }
            }
        }
        for person in staying {
            if let Some(stay) = stays.get_mut(&person) {
                stay.left_on = None;
            }
        }
        Ok(stays)
    }

    /// Where whole regional networks are the operations, the sub-projects of each.
    async fn networks(&mut self, db: &impl ConnectionTrait) -> Result<&Networks> {
        if self.networks.is_none() {
            self.networks = Some(self.read_networks(db).await?);
        }
        Ok(self.networks.get_or_insert_default())
    }

    async fn read_networks(&self, db: &impl ConnectionTrait) -> Result<Networks> {
        let mut networks = Networks::new();
        if self.evidence.profile.operation != Operation::Network {
            return Ok(networks);
        }
        let rows = sub_project::Entity::known_at(self.evidence.known_at)
            .filter(sub_project::Column::FundingPeriodId.eq(self.evidence.period));
        let mut members: HashMap<_, Vec<SubProjectId>> = HashMap::new();
        for row in rows.all(db).await? {
            if let Some(network) = row.regional_network_id {
                members.entry(network).or_default().push(row.id);
            }
        }
        for of in members.into_values() {
            networks.extend(of.iter().map(|id| (*id, of.clone())));
        }
        Ok(networks)
    }
}
