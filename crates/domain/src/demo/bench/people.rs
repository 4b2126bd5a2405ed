//! The people of one sub-project with everything that is recorded and known of them.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use sea_orm::IntoActiveModel;

use super::{knowledge::Knowledge, network::Place};
use crate::{
    demo::person::{Person, pick},
    fact::{self, Operations, Records},
    follow_up,
    id::{FollowUpId, OutcomeId, ParticipantId, ParticipationId, RequestId, VersionId},
    outcome, participant, participation,
};

const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 1, 9).expect("a date");
const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a date");
/// One in so many is recorded late, one in so many is corrected late.
const LATE: usize = 50;
/// One in so many takes part in another sub-project too.
const VISITING: usize = 20;

/// When records became known.
#[derive(Clone, Copy)]
pub(super) struct Times {
    pub first: DateTime<Utc>,
    pub late: DateTime<Utc>,
}

/// Rows of all tables.
#[derive(Default)]
pub(super) struct Rows {
    pub participants: Vec<participant::ActiveModel>,
    pub participations: Vec<participation::ActiveModel>,
    pub outcomes: Vec<outcome::ActiveModel>,
    pub follow_ups: Vec<follow_up::ActiveModel>,
    pub facts: Vec<fact::ActiveModel>,
    /// Those who take part in the next sub-project too.
    pub visitors: Vec<ParticipantId>,
}

/// Draws people until a sub-project has so many participations, beginning with visitors from another.
pub(super) fn draw(
    rng: &mut ChaCha8Rng,
    (place, times, operations): (Place, Times, &Operations),
    (visitors, wanted): (&[ParticipantId], usize),
) -> Rows {
    let mut rows = Rows::default();
    let mut known = Knowledge::default();
    for number in 0..wanted {
        let known_before = visitors.get(number).copied();
        let id = known_before.unwrap_or_else(ParticipantId::fresh);
        if known_before.is_none() {
            let reference = format!("B{:04}-{number:06}", place.number);
            let row = participant::Model { id, reference, created_at: times.first };
            rows.participants.push(row.into_active_model());
            if number % VISITING == 0 {
                rows.visitors.push(id);
            }
        }
        let at = if number % LATE == 1 { times.late } else { times.first };
        let case = Drawn::draw(rng, place, (id, at));
        match number % LATE {
            1 => case.put(&mut known.late),
            2 => case.corrected(times.late, &mut known),
            _ => case.put(&mut known.first),
        }
    }
    rows.facts = known.facts(times, operations);
    rows.participations.extend(known.superseded.into_iter().map(IntoActiveModel::into_active_model));
    for records in [known.first, known.late, known.corrected] {
        rows.take(records);
    }
    rows
}

impl Rows {
    fn take(&mut self, records: Records) {
        self.participations
            .extend(records.participations.into_iter().map(IntoActiveModel::into_active_model));
        self.outcomes.extend(records.outcomes.into_iter().map(IntoActiveModel::into_active_model));
        self.follow_ups.extend(records.follow_ups.into_iter().map(IntoActiveModel::into_active_model));
    }
}

/// A case as it is recorded.
#[derive(Clone)]
struct Drawn {
    place: Place,
    person: ParticipantId,
    at: DateTime<Utc>,
    stays: Vec<participation::Model>,
    outcomes: Vec<outcome::Model>,
    follow_ups: Vec<follow_up::Model>,
}

impl Drawn {
    fn draw(rng: &mut ChaCha8Rng, place: Place, (person, at): (ParticipantId, DateTime<Utc>)) -> Self {
        let days = (LAST_DAY - FIRST_DAY).num_days().unsigned_abs();
        let entered_on = FIRST_DAY + Days::new(rng.random_range(0..days));
        let traits = Person::draw(rng, entered_on);
        let mut case =
            Self { place, person, at, stays: Vec::new(), outcomes: Vec::new(), follow_ups: Vec::new() };
        let mut exit = leaving(rng, entered_on);
        case.stay(&traits, (entered_on, exit), rng.random_range(0..1000) < 25);
        if let Some(left_on) = exit
            && rng.random_range(0..100) < 3
        {
            let again = left_on + Days::new(rng.random_range(20..120));
            if again < LAST_DAY {
                exit = leaving(rng, again);
                case.stay(&traits, (again, exit), false);
            }
        }
        if let Some(exit) = exit {
            case.results(rng, exit);
        }
        case
    }

    fn stay(
        &mut self,
        traits: &Person,
        (entered_on, left_on): (NaiveDate, Option<NaiveDate>),
        is_incomplete: bool,
    ) {
        let said = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        self.stays.push(participation::Model {
            version_id: VersionId::fresh(),
            id: ParticipationId::fresh(),
            funding_period_id: self.place.period,
            sub_project_id: self.place.sub_project,
            participant_id: self.person,
            entered_on,
            left_on,
            birth_date: Some(traits.birth_date),
            gender: said(traits.gender),
            employment: said(traits.employment),
            unemployed_since: traits.unemployed_since,
            in_education: said(traits.in_education),
            isced: traits.isced.parse().ok().filter(|_| !is_incomplete),
            citizenships: said(traits.citizenships),
            foreign_background: said(traits.foreign_background),
            disability: said(traits.disability),
            minority: said(traits.minority),
            housing_exclusion: said(traits.housing_exclusion),
            degurba: traits.degurba.parse().ok(),
            advice_hours: None,
            registered_unemployed: None,
            minor_employment: None,
            offer_id: None,
            recorded_at: self.at,
            recorded_by: RequestId::fresh(),
            reason: None,
            superseded_at: None,
        });
    }

    fn results(&mut self, rng: &mut ChaCha8Rng, exit: NaiveDate) {
        let work = pick(
            rng,
            &[("job", 34), ("self_employment", 4), ("unemployment", 20), ("job_search", 8), ("", 34)],
        );
        for (kind, percent) in [(work, 100), ("qualification", 46), ("education", 12)] {
            let occurred_on = exit + Days::new(rng.random_range(0..28));
            if !kind.is_empty() && rng.random_range(0..100) < percent && occurred_on <= LAST_DAY {
                self.outcomes.push(outcome::Model {
                    version_id: VersionId::fresh(),
                    id: OutcomeId::fresh(),
                    funding_period_id: self.place.period,
                    sub_project_id: self.place.sub_project,
                    participant_id: self.person,
                    occurred_on,
                    kind: kind.to_owned(),
                    note: None,
                    recorded_at: self.at,
                    recorded_by: RequestId::fresh(),
                    reason: None,
                    superseded_at: None,
                });
            }
        }
        let due = exit.checked_add_months(Months::new(6)).filter(|due| *due <= LAST_DAY);
        if let Some(due) = due.filter(|_| rng.random_range(0..100) < 40) {
            let result = pick(rng, &[("answered", 62), ("refused", 8), ("not_reached", 30)]);
            let employment = pick(rng, &[("employed", 58), ("unemployed", 28), ("inactive", 14)]);
            self.follow_ups.push(follow_up::Model {
                version_id: VersionId::fresh(),
                id: FollowUpId::fresh(),
                funding_period_id: self.place.period,
                sub_project_id: self.place.sub_project,
                participant_id: self.person,
                surveyed_on: due + Days::new(rng.random_range(0..30)),
                employment: (result == "answered").then(|| employment.to_owned()),
                improvements: None,
                result: Some(result.to_owned()),
                recorded_at: self.at,
                recorded_by: RequestId::fresh(),
                reason: None,
                superseded_at: None,
            });
        }
    }

    /// Puts the case where it was first recorded, without an education, and where it was corrected later.
    fn corrected(mut self, at: DateTime<Utc>, known: &mut Knowledge) {
        let right = self.stays[0].isced;
        self.stays[0].isced = None;
        let wrong = participation::Model { superseded_at: Some(at), ..self.stays[0].clone() };
        known.superseded.push(wrong);
        self.clone().put(&mut known.wrong);
        self.stays[0].version_id = VersionId::fresh();
        self.stays[0].isced = right.or(Some(3));
        self.stays[0].recorded_at = at;
        self.put(&mut known.corrected);
    }

    fn put(self, records: &mut Records) {
        records.participations.extend(self.stays);
        records.outcomes.extend(self.outcomes);
        records.follow_ups.extend(self.follow_ups);
    }
}

fn leaving(rng: &mut ChaCha8Rng, entered_on: NaiveDate) -> Option<NaiveDate> {
    let left_on = entered_on + Days::new(rng.random_range(25..320));
    (left_on <= LAST_DAY).then_some(left_on)
}
