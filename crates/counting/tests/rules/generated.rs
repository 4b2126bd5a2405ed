//! Random cases, crowded into a few months so that their dates meet.

use chrono::{Datelike, Days, NaiveDate};
use counting::{
    Answer, Country, Degurba, Employment, FollowUp, FollowUpResult, Gender, Improvement, IndicatorSet, Isced,
    LongTermUnemployment, Outcome, OutcomeKind, Profile, Stay,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::builders::{Person, day};

/// The days of generated records and cut-offs, counted from 15 November 2023; a leap day is among
/// them.
pub fn nth_day(number: i64) -> NaiveDate {
    day("2023-11-15") + chrono::TimeDelta::days(number)
}

fn birth_date(entered_on: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    let years = select(&[8, 18, 25, 30, 41, 55, 70][..]);
    (years, -2i64..3).prop_map(move |(years, days)| {
        let first = NaiveDate::from_ymd_opt(entered_on.year() - years, entered_on.month(), 1)
            .expect("every month has a first day");
        first + Days::new(u64::from(entered_on.day0())) + chrono::TimeDelta::days(days)
    })
}

fn usually<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    option::weighted(0.93, value)
}

fn answer() -> impl Strategy<Value = Option<Answer>> {
    option::of(select(&Answer::ALL[..]))
}

fn citizenships() -> impl Strategy<Value = Vec<Country>> {
    let country = |code: &str| code.parse().expect("a country code");
    vec(select(["DE", "FR", "SY", "GB", "XX"].map(country).to_vec()), 0..3)
}

fn stay() -> impl Strategy<Value = Stay> {
    let entered_on = (0i64..90).prop_map(nth_day);
    entered_on.prop_flat_map(|entered_on| {
        let dates = (
            option::weighted(0.8, prop_oneof![8 => 0i64..80, 1 => -40i64..0]),
            usually(birth_date(entered_on)),
            option::weighted(0.7, 0i64..420),
        );
        let compulsory = (
            usually(select(&Gender::ALL[..])),
            usually(select(&Employment::ALL[..])),
            usually(select(&Isced::ALL[..])),
        );
        let voluntary = (
            [answer(), answer(), answer(), answer(), answer()],
            citizenships(),
            option::of(select(&Degurba::ALL[..])),
            option::weighted(0.2, 1u8..16),
        );
        (dates, compulsory, voluntary).prop_map(
            move |((days, birth_date, since), (gender, employment, isced), voluntary)| {
                let (answers, citizenships, degurba, hours) = voluntary;
                let [in_education, disability, foreign_background, minority, housing] = answers;
                Stay {
                    left_on: days.map(|days| entered_on + chrono::TimeDelta::days(days)),
                    birth_date,
                    gender,
                    employment,
                    unemployed_since: since.map(|days| entered_on - chrono::TimeDelta::days(days)),
                    in_education,
                    isced,
                    citizenships,
                    foreign_background,
                    disability,
                    minority,
                    housing_exclusion: housing,
                    degurba,
                    advice_hours: hours.map(f64::from),
                    ..Stay::new(entered_on)
                }
            },
        )
    })
}

fn outcome() -> impl Strategy<Value = Outcome> {
    ((-10i64..200).prop_map(nth_day), select(&OutcomeKind::ALL[..]))
        .prop_map(|(occurred_on, kind)| Outcome { occurred_on, kind })
}

fn follow_ups() -> impl Strategy<Value = Vec<FollowUp>> {
    let answers = (
        option::of(select(&FollowUpResult::ALL[..])),
        option::of(select(&Employment::ALL[..])),
        vec(select(&Improvement::ALL[..]), 0..3),
    );
    proptest::collection::btree_map(100i64..450, answers, 0..4).prop_map(|surveys| {
        let survey = |(number, (result, employment, improvements))| FollowUp {
            surveyed_on: nth_day(number),
            result,
            employment,
            improvements,
        };
        surveys.into_iter().map(survey).collect()
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    let hours = option::weighted(0.3, Just(8.0));
    (select(&LongTermUnemployment::ALL[..]), hours).prop_map(|(long_term_unemployment, hours)| Profile {
        long_term_unemployment,
        short_advice_hours: hours,
        ..Profile::default()
    })
}

pub fn person() -> impl Strategy<Value = Person> {
    let target_group = option::weighted(0.2, any::<u64>());
    (vec(stay(), 0..4), vec(outcome(), 0..10), follow_ups(), target_group, profile()).prop_map(
        |(stays, outcomes, follow_ups, target_group, profile)| Person {
            stays,
            outcomes,
            follow_ups,
            target_group: target_group.map_or(IndicatorSet::EMPTY, IndicatorSet::from_bits),
            operation_ends_on: None,
            rulebook: &counting::ESF_PLUS,
            profile,
        },
    )
}

pub fn cut_offs() -> impl Strategy<Value = Vec<NaiveDate>> {
    vec((-5i64..480).prop_map(nth_day), 12)
}
