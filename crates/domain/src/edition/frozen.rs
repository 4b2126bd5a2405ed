//! What the editions that were handed in hold fast: it changes only with a reason.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    coverage::{Coverage, versions},
    store,
};
use crate::{
    Result,
    fact::{
        Difference, Occasion, Say, Told,
        entity::{Column as Fact, Entity as Facts},
    },
    id::{EditionId, FundingPeriodId, OrganisationId, RegionalNetworkId, SubProjectId},
    report::About,
    rows::Rows,
    version::{KnownBetween, was_known},
};

/// Cut-offs of editions, each with the moments that they show, and by which edition.
type Moments = BTreeMap<NaiveDate, BTreeMap<DateTime<Utc>, EditionId>>;

/// Where a fact belongs and what it is about.
type Subject = (SubProjectId, Uuid);

/// What is told otherwise, with the keys of its cases.
type Subjects = BTreeMap<Subject, Uuid>;

/// What the editions that were handed in, and not sent back, hold fast.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frozen {
    units: BTreeMap<About, Moments>,
    organisations: BTreeMap<OrganisationId, (NaiveDate, EditionId)>,
}

/// What something belongs to that is said beside the records, such as a target: a sub-project, a regional network, or else
/// the period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    /// The period.
    pub period: FundingPeriodId,
    /// The regional network.
    pub network: Option<RegionalNetworkId>,
    /// The sub-project.
    pub sub_project: Option<SubProjectId>,
}

impl Part {
    /// The units whose editions show it; those of a sub-project stand for all that it belongs to.
    fn units(self) -> impl Iterator<Item = About> {
        let Self { period, network, sub_project } = self;
        let own = About::of(period, (network, None, sub_project));
        let whole = sub_project.is_none().then_some(About::Period(period));
        whole.filter(|whole| *whole != own).into_iter().chain([own])
    }
}

/// What the editions hold fast; two statements, however many they are.
pub(crate) async fn frozen(db: &impl ConnectionTrait) -> Result<Frozen> {
    let editions = store::unscoped_frozen(db).await?;
    let periods = editions.iter().map(|edition| edition.funding_period_id).collect();
    let versions = versions(db, periods).await?;
    let mut frozen = Frozen::default();
    for edition in editions {
        let sub_projects = Coverage::of(&edition, &versions).all();
        let told =
            versions.iter().filter(|row| sub_projects.contains(&row.id) && row.holds_on(edition.cut_off));
        for organisation in told.filter_map(|row| row.organisation_id) {
            let own = (edition.cut_off, edition.id);
            let last = frozen.organisations.entry(organisation).or_insert(own);
            *last = own.max(*last);
        }
        for unit in sub_projects.into_iter().map(About::SubProject).chain([edition.about()]) {
            let moments = frozen.units.entry(unit).or_default();
            moments.entry(edition.cut_off).or_default().insert(edition.known_at, edition.id);
        }
    }
    Ok(frozen)
}

impl Frozen {
    /// The editions that show what was known of a unit for a while, one for each cut-off: those on the unit itself, for a
    /// sub-project also those on what it belongs to.
    pub fn showing(&self, unit: About, known: KnownBetween) -> impl Iterator<Item = (NaiveDate, EditionId)> {
        let moments = self.units.get(&unit).into_iter().flatten();
        moments.filter_map(move |(cut_off, moments)| {
            let shown = moments.iter().rfind(|(moment, _)| was_known(known, Some(**moment)));
            shown.map(|(_, edition)| (*cut_off, *edition))
        })
    }

    /// The last edition that tells of a unit at a day or later; none means any day.
    pub fn telling_of(&self, unit: About, from: Option<NaiveDate>) -> Option<EditionId> {
        let (last, moments) = self.units.get(&unit)?.last_key_value()?;
        let tells = from.is_none_or(|from| from <= *last);
        moments.last_key_value().filter(|_| tells).map(|(_, edition)| *edition)
    }

    /// The last edition that tells, at a day or later, of something that belongs to a sub-project, a regional network, or
    /// else to the period; none means any day.
    pub fn telling_of_part(&self, part: Part, from: Option<NaiveDate>) -> Option<EditionId> {
        part.units().find_map(|unit| self.telling_of(unit, from))
    }

    /// Whether an edition shows something recorded at a moment that belongs to a sub-project, a regional network, or else
    /// to the period.
    pub fn holds_of_part(&self, part: Part, recorded_at: DateTime<Utc>) -> bool {
        part.units().any(|unit| self.showing(unit, (recorded_at, None)).next().is_some())
    }

    /// The last edition that tells at a day or later of what an organisation runs; none means any day.
    pub fn telling_of_organisation(
        &self,
        organisation: OrganisationId,
        from: Option<NaiveDate>,
    ) -> Option<EditionId> {
        let (last, edition) = self.organisations.get(&organisation)?;
        from.is_none_or(|from| from <= *last).then_some(*edition)
    }

    /// The cases of editions that would be told otherwise up to their cut-offs if the ledger changed so, each with an edition:
    /// keys of people; those of records that know nobody. A case that no edition knew is not among them.
    pub async fn rewritten(
        &self,
        db: &impl ConnectionTrait,
        difference: &Difference,
    ) -> Result<BTreeMap<Uuid, EditionId>> {
        let mut rewritten = BTreeMap::new();
        for (cut_off, about) in self.touched(difference) {
            let subjects: BTreeSet<Uuid> = about.keys().map(|(_, subject)| *subject).collect();
            let keys: Vec<Uuid> = subjects.into_iter().collect();
            let select = Facts::find().filter(Fact::ValidFrom.lte(cut_off));
            for fact in (Rows { select, column: Fact::SubjectId, keys: &keys }).read(db).await? {
                let known = (fact.known_from, fact.known_until);
                let unit = About::SubProject(fact.sub_project_id);
                let shown = self.showing(unit, known).find(|(shown, _)| *shown == cut_off);
                let case = about.get(&(fact.sub_project_id, fact.subject_id));
                rewritten.extend(case.zip(shown).map(|(case, (_, edition))| (*case, edition)));
            }
        }
        Ok(rewritten)
    }

    /// By cut-off of the editions: what would be told otherwise, with the keys of its cases.
    fn touched(&self, difference: &Difference) -> BTreeMap<NaiveDate, Subjects> {
        let mut told: BTreeMap<(NaiveDate, Subject), (Uuid, Told<Say>)> = BTreeMap::new();
        let closed = difference.closed.iter().map(|(statement, _)| (statement, Occasion::Before));
        let added = difference.added.iter().map(|statement| (statement, Occasion::After));
        for (statement, occasion) in closed.chain(added) {
            let place = statement.sub_project_id;
            let moments = self.units.get(&About::SubProject(place));
            for cut_off in moments.into_iter().flat_map(BTreeMap::keys) {
                let Some(say) = statement.say(*cut_off) else { continue };
                let about = (place, statement.subject.id);
                let case = statement.participant_id.map_or(statement.subject.id, |person| person.0);
                told.entry((*cut_off, about)).or_insert_with(|| (case, Told::default())).1.say(say, occasion);
            }
        }
        let mut touched: BTreeMap<NaiveDate, Subjects> = BTreeMap::new();
        for ((cut_off, about), (case, told)) in told {
            if told.differs() {
                touched.entry(cut_off).or_default().insert(about, case);
            }
        }
        touched
    }
}
