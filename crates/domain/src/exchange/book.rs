//! Everything current that an import reads and changes, loaded once.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::RangeInclusive,
};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{Importable, Kind, heading::Heading};
use crate::{
    Result, Scope, Versioned, consultation, db, district,
    edition::{self, Frozen},
    follow_up, funding_period,
    id::{
        EditionId, FundingPeriodId, OfferTypeId, OrganisationId, ParticipantId, RegionalNetworkId, RequestId,
        StrandId, SubProjectId,
    },
    indicator, offer, offer_type, organisation, outcome, participant, participation, qualification_plan,
    regional_network,
    rows::Rows,
    strand, sub_project, supported_entity, target, trainer, training,
};

/// What is known at the start of an import, and as it grows.
pub(crate) struct Book {
    /// The moment everything of this import becomes known.
    pub now: DateTime<Utc>,
    /// The doing that writes.
    pub doing: RequestId,
    /// The sub-projects that may be written to.
    pub scope: Scope,
    /// Why records are corrected.
    pub reason: Option<String>,
    /// What changes only with a reason.
    pub frozen: Frozen,
    /// Cases of reports that were handed in which an earlier attempt would have told otherwise without a reason: keys of
    /// people and of records, each with an edition that would tell them so.
    pub rewritten: BTreeMap<Uuid, EditionId>,
    pub periods: HashMap<String, funding_period::Model>,
    pub networks: HashMap<(FundingPeriodId, String), RegionalNetworkId>,
    pub strands: HashMap<(FundingPeriodId, String), StrandId>,
    pub offer_types: HashMap<String, OfferTypeId>,
    pub districts: HashSet<String>,
    pub organisations: BTreeMap<String, organisation::Model>,
    pub network_districts: BTreeMap<(FundingPeriodId, String), regional_network::district_entity::Model>,
    pub sub_projects: BTreeMap<String, sub_project::Model>,
    pub offers: BTreeMap<String, offer::Model>,
    pub participants: Participants,
    pub participations: BTreeMap<(ParticipantId, SubProjectId, NaiveDate), participation::Model>,
    pub outcomes: BTreeMap<(ParticipantId, SubProjectId, NaiveDate, String), outcome::Model>,
    pub follow_ups: BTreeMap<(ParticipantId, SubProjectId, NaiveDate), follow_up::Model>,
    pub supported_entities: BTreeMap<(SubProjectId, String), supported_entity::Model>,
    pub trainers: BTreeMap<String, trainer::Model>,
    pub consultations: BTreeMap<String, consultation::Model>,
    pub trainings: BTreeMap<String, training::Model>,
    pub qualification_plans: BTreeMap<String, qualification_plan::Model>,
    pub targets: BTreeMap<target::import::Key, target::Model>,
    /// Indicators that a period has beside those of its rulebook, and whether they have gender columns.
    pub own_indicators: HashMap<FundingPeriodId, HashMap<String, bool>>,
    /// On which days sub-projects owe the indicators of the law.
    pub law_days: sub_project::LawDays,
}

/// People by their references; those met for the first time get a key at once.
#[derive(Default)]
pub(crate) struct Participants {
    by_reference: HashMap<String, ParticipantId>,
    fresh: HashMap<ParticipantId, String>,
}

impl Participants {
    /// The key of a reference.
    pub fn key(&mut self, reference: &str) -> ParticipantId {
        if let Some(id) = self.by_reference.get(reference) {
            return *id;
        }
        let id = ParticipantId::fresh();
        self.by_reference.insert(reference.to_owned(), id);
        self.fresh.insert(id, reference.to_owned());
        id
    }

    /// The key of a reference that was met before.
    pub fn known(&self, reference: &str) -> Option<ParticipantId> {
        self.by_reference.get(reference).copied()
    }

    /// Rows for those among `wanted` whom the database does not have yet.
    pub fn take_fresh(
        &mut self,
        wanted: &BTreeSet<ParticipantId>,
        now: DateTime<Utc>,
    ) -> Vec<participant::Model> {
        let fresh = wanted.iter().filter_map(|id| self.fresh.remove(id).map(|reference| (*id, reference)));
        fresh.map(|(id, reference)| participant::Model { id, reference, created_at: now }).collect()
    }
}

impl Book {
    /// Loads what the tables can touch.
    pub async fn open(
        db: &impl ConnectionTrait,
        now: DateTime<Utc>,
        doing: RequestId,
        scope: Scope,
        headings: &[Heading<'_>],
    ) -> Result<Self> {
        let mut book = Self {
            now,
            doing,
            scope,
            reason: None,
            frozen: edition::frozen(db).await?,
            rewritten: BTreeMap::new(),
            periods: by(funding_period::Entity::find().all(db).await?, |row| row.code.clone()),
            networks: regional_network::Entity::current()
                .all(db)
                .await?
                .into_iter()
                .map(|row| ((row.funding_period_id, row.code), row.id))
                .collect(),
            strands: strand::Entity::find()
                .all(db)
                .await?
                .into_iter()
                .map(|row| ((row.funding_period_id, row.code), row.id))
                .collect(),
            offer_types: offer_type::Entity::find()
                .all(db)
                .await?
                .into_iter()
                .map(|row| (row.code, row.id))
                .collect(),
            districts: district_keys(db).await?,
            organisations: current::<organisation::Entity>(db).await?,
            network_districts: current::<regional_network::district_entity::Entity>(db).await?,
            sub_projects: current::<sub_project::Entity>(db).await?,
            offers: current::<offer::Entity>(db).await?,
            participants: Participants::default(),
            participations: BTreeMap::new(),
            outcomes: BTreeMap::new(),
            follow_ups: BTreeMap::new(),
            supported_entities: BTreeMap::new(),
            trainers: BTreeMap::new(),
            consultations: BTreeMap::new(),
            trainings: BTreeMap::new(),
            qualification_plans: BTreeMap::new(),
            targets: BTreeMap::new(),
            own_indicators: own_indicators(db).await?,
            law_days: sub_project::LawDays::read(db, None).await?,
        };
        book.load_people(db, headings).await?;
        book.load_activities(db, headings).await?;
        Ok(book)
    }

    /// The sub-project with this code, if records may be written to it.
    pub fn writable(&self, code: &str) -> Option<&sub_project::Model> {
        self.sub_projects.get(code).filter(|row| self.scope.covers(row.id))
    }

    /// The current organisation with this code.
    pub fn organisation(&self, code: &str) -> Option<OrganisationId> {
        self.organisations.get(code).map(|row| row.id)
    }

    /// Whether the figures of an indicator of a period have gender columns; none when there is no such indicator.
    pub fn has_genders(&self, period: FundingPeriodId, code: &str) -> Option<bool> {
        let of_period = self.periods.values().find(|row| row.id == period)?;
        let law = of_period.rulebook.as_deref().and_then(counting::rulebook);
        let law = law.and_then(|rulebook| rulebook.by_code(code));
        let known = law.or_else(|| counting::ACTIVITIES.by_code(code)).map(counting::Indicator::is_personal);
        known.or_else(|| self.own_indicators.get(&period)?.get(code).copied())
    }

    /// The calendar years of a period.
    pub fn years(&self, period: FundingPeriodId) -> Option<RangeInclusive<i32>> {
        let period = self.periods.values().find(|row| row.id == period)?;
        Some(period.starts_on.year()..=period.ends_on.year())
    }

    /// Whether a sub-project owes the indicators of the law, or did once.
    pub fn owes_law(&self, row: &sub_project::Model) -> bool {
        self.law_days.is_owed_by(row) || self.law_days.up_to(row.id, NaiveDate::MAX)
    }

    /// The stays of a case.
    pub fn stays(&self, participant: ParticipantId, sub_project: SubProjectId) -> Vec<&participation::Model> {
        let first = (participant, sub_project, NaiveDate::MIN);
        let last = (participant, sub_project, NaiveDate::MAX);
        self.participations.range(first..=last).map(|(_, row)| row).collect()
    }

    /// The stays of a case as the rulebook sees them.
    pub fn case_stays(&self, participant: ParticipantId, sub_project: SubProjectId) -> Vec<counting::Stay> {
        self.stays(participant, sub_project).into_iter().map(participation::stay).collect()
    }

    /// First and last day of a sub-project, when both are known.
    pub fn operation_period(&self, sub_project: SubProjectId) -> Option<(NaiveDate, NaiveDate)> {
        let row = self.sub_projects.values().find(|row| row.id == sub_project)?;
        row.starts_on.zip(row.ends_on)
    }

    /// The rulebook of a period; records of a period without one are checked by that of the ESF Plus.
    pub fn rulebook(&self, period: FundingPeriodId) -> &'static counting::Rulebook {
        let of_period = self.periods.values().find(|row| row.id == period);
        let code = of_period.and_then(|row| row.rulebook.as_deref());
        code.and_then(counting::rulebook).unwrap_or(&counting::ESF_PLUS)
    }

    async fn load_people(&mut self, db: &impl ConnectionTrait, headings: &[Heading<'_>]) -> Result<()> {
        let references = people_named(headings);
        let known = participants_by_reference(db, &references).await?;
        let ids: BTreeSet<ParticipantId> = known.values().copied().collect();
        self.participants.by_reference = known;
        let ids: Vec<ParticipantId> = ids.into_iter().collect();
        for some in ids.chunks(db::KEYS_PER_STATEMENT) {
            self.participations.extend(keyed(
                participation::Entity::current()
                    .filter(participation::Column::ParticipantId.is_in(some.iter().copied()))
                    .all(db)
                    .await?,
                participation::Entity::key,
            ));
            self.outcomes.extend(keyed(
                outcome::Entity::current()
                    .filter(outcome::Column::ParticipantId.is_in(some.iter().copied()))
                    .all(db)
                    .await?,
                outcome::Entity::key,
            ));
            self.follow_ups.extend(keyed(
                follow_up::Entity::current()
                    .filter(follow_up::Column::ParticipantId.is_in(some.iter().copied()))
                    .all(db)
                    .await?,
                follow_up::Entity::key,
            ));
        }
        Ok(())
    }

    /// Loads of everything but people's records what the tables name; small tables whole.
    async fn load_activities(&mut self, db: &impl ConnectionTrait, headings: &[Heading<'_>]) -> Result<()> {
        let has = |kind| headings.iter().any(|heading| heading.kind == kind);
        if has(Kind::SupportedEntities) || has(Kind::SubProjects) {
            self.supported_entities = current::<supported_entity::Entity>(db).await?;
        }
        if has(Kind::Trainers) || has(Kind::Trainings) {
            self.trainers = current::<trainer::Entity>(db).await?;
        }
        if has(Kind::Targets) {
            self.targets = current::<target::Entity>(db).await?;
        }
        let references = |kind| -> Vec<String> {
            let tables = headings.iter().filter(|heading| heading.kind == kind);
            BTreeSet::from_iter(tables.flat_map(|heading| heading.values("ref"))).into_iter().collect()
        };
        let keys = &references(Kind::Consultations);
        let column = consultation::Column::Reference;
        let rows = Rows { select: consultation::Entity::current(), column, keys }.read(db).await?;
        self.consultations = keyed(rows, consultation::Entity::key);
        let keys = &references(Kind::Trainings);
        let column = training::Column::Reference;
        let rows = Rows { select: training::Entity::current(), column, keys }.read(db).await?;
        self.trainings = keyed(rows, training::Entity::key);
        let keys = &references(Kind::QualificationPlans);
        let column = qualification_plan::Column::Reference;
        let rows = Rows { select: qualification_plan::Entity::current(), column, keys }.read(db).await?;
        self.qualification_plans = keyed(rows, qualification_plan::Entity::key);
        Ok(())
    }
}

fn people_named(headings: &[Heading<'_>]) -> BTreeSet<String> {
    headings.iter().flat_map(|heading| heading.values("participant")).collect()
}

async fn participants_by_reference(
    db: &impl ConnectionTrait,
    references: &BTreeSet<String>,
) -> Result<HashMap<String, ParticipantId>> {
    let references: Vec<&String> = references.iter().collect();
    let mut known = HashMap::with_capacity(references.len());
    for some in references.chunks(db::KEYS_PER_STATEMENT) {
        let condition = participant::Column::Reference.is_in(some.iter().map(|reference| reference.as_str()));
        let rows = participant::Entity::find().filter(condition).all(db).await?;
        known.extend(rows.into_iter().map(|row| (row.reference, row.id)));
    }
    Ok(known)
}

async fn own_indicators(
    db: &impl ConnectionTrait,
) -> Result<HashMap<FundingPeriodId, HashMap<String, bool>>> {
    let mut own: HashMap<_, HashMap<String, bool>> = HashMap::new();
    for row in indicator::Entity::current().all(db).await? {
        own.entry(row.funding_period_id).or_default().insert(row.code.clone(), row.indicator()?.is_personal);
    }
    Ok(own)
}

async fn district_keys(db: &impl ConnectionTrait) -> Result<HashSet<String>> {
    use sea_orm::QuerySelect;
    let keys =
        district::Entity::find().select_only().column(district::Column::Ags).into_tuple().all(db).await?;
    Ok(keys.into_iter().collect())
}

async fn current<E: Importable>(db: &impl ConnectionTrait) -> Result<BTreeMap<E::Key, E::Model>> {
    Ok(keyed(E::current().all(db).await?, E::key))
}

fn keyed<K: Ord, M>(rows: Vec<M>, key: fn(&M) -> K) -> BTreeMap<K, M> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

fn by<M>(rows: Vec<M>, key: fn(&M) -> String) -> HashMap<String, M> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}
