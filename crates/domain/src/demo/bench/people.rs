//! The people of one sub-project with everything that is recorded and known of them.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use counting::{Case, ESF_PLUS, IndicatorSet, Profile};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use sea_orm::{IntoActiveModel, Set};

use super::network::Place;
use crate::{
    demo::person::{Person, pick},
    fact::{self, Cause, SubjectKind},
    follow_up,
    id::{FactId, FollowUpId, OutcomeId, ParticipantId, ParticipationId, RequestId, VersionId},
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
    (place, times): (Place, Times),
    (visitors, wanted): (&[ParticipantId], usize),
) -> Rows {
    let mut rows = Rows::default();
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
        if number % LATE == 2 {
            case.corrected(times.late, &mut rows);
        } else {
            case.written(None, &mut rows);
        }
    }
    rows
}

/// A case as it is recorded.
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

    /// Writes the case as it was first recorded, without an education, and as it was corrected later.
    fn corrected(mut self, at: DateTime<Utc>, rows: &mut Rows) {
        let right = self.stays[0].isced;
        self.stays[0].isced = None;
        let wrong = participation::Model { superseded_at: Some(at), ..self.stays[0].clone() };
        rows.participations.push(wrong.into_active_model());
        rows.facts.extend(self.facts(Some((at, Cause::Correction)), Cause::New));
        self.stays[0].version_id = VersionId::fresh();
        self.stays[0].isced = right.or(Some(3));
        self.stays[0].recorded_at = at;
        self.at = at;
        self.written(Some(Cause::Correction), rows);
    }

    fn written(self, cause: Option<Cause>, rows: &mut Rows) {
        rows.facts.extend(self.facts(None, cause.unwrap_or(Cause::New)));
        rows.participations.extend(self.stays.into_iter().map(IntoActiveModel::into_active_model));
        rows.outcomes.extend(self.outcomes.into_iter().map(IntoActiveModel::into_active_model));
        rows.follow_ups.extend(self.follow_ups.into_iter().map(IntoActiveModel::into_active_model));
    }

    /// The facts of the case, through the rulebook.
    fn facts(&self, end: Option<(DateTime<Utc>, Cause)>, cause: Cause) -> Vec<fact::ActiveModel> {
        let stays: Vec<_> = self.stays.iter().map(participation::stay).collect();
        let outcomes: Vec<_> = self.outcomes.iter().filter_map(outcome::outcome).collect();
        let follow_ups: Vec<_> = self.follow_ups.iter().map(follow_up::follow_up).collect();
        let case = Case {
            stays: &stays,
            outcomes: &outcomes,
            follow_ups: &follow_ups,
            operation_ends_on: None,
            target_group: IndicatorSet::EMPTY,
        };
        let counted = counting::facts(&case, &ESF_PLUS, &Profile::default());
        let fact = |span: counting::Span| fact::ActiveModel {
            id: Set(FactId::fresh()),
            funding_period_id: Set(self.place.period),
            sub_project_id: Set(self.place.sub_project),
            rulebook: Set(ESF_PLUS.code.to_owned()),
            subject_kind: Set(SubjectKind::Person.as_str().to_owned()),
            subject_id: Set(self.person.0),
            participant_id: Set(Some(self.person)),
            gender: Set(counted.gender.map(|gender| gender.as_str().to_owned())),
            quantity: Set(1),
            counted: Set(span.counted.bits().cast_signed()),
            left_out: Set(span.left_out.bits().cast_signed()),
            missing: Set(i32::from(counted.missing.bits())),
            valid_from: Set(span.from),
            valid_until: Set(span.until),
            known_from: Set(self.at),
            known_until: Set(end.map(|(at, _)| at)),
            cause: Set(cause.as_str().to_owned()),
            end_cause: Set(end.map(|(_, cause)| cause.as_str().to_owned())),
        };
        counted.spans.iter().copied().map(fact).collect()
    }
}

fn leaving(rng: &mut ChaCha8Rng, entered_on: NaiveDate) -> Option<NaiveDate> {
    let left_on = entered_on + Days::new(rng.random_range(25..320));
    (left_on <= LAST_DAY).then_some(left_on)
}
