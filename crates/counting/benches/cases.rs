//! How many cases a core turns into facts per second.

use chrono::{Days, NaiveDate};
use counting::{
    Answer, Case, Country, Degurba, Employment, FollowUp, FollowUpResult, Gender, Improvement, IndicatorSet,
    Isced, Outcome, OutcomeKind, Profile, Stay, facts, rulebook,
};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

const CASES: usize = 10_000;

fn main() {
    divan::main();
}

#[divan::bench(args = ["ESF_PLUS_2021", "ESF_2014"])]
fn case_to_facts(bencher: Bencher, code: &str) {
    let rulebook = rulebook(code).expect("a rulebook of the law");
    let people = people();
    let profile = Profile::default();
    bencher.counter(ItemsCount::new(CASES)).bench_local(|| {
        for person in &people {
            black_box(facts(black_box(&person.case()), rulebook, &profile));
        }
    });
}

struct Person {
    stays: Vec<Stay>,
    outcomes: Vec<Outcome>,
    follow_ups: Vec<FollowUp>,
}

impl Person {
    fn case(&self) -> Case<'_> {
        Case {
            stays: &self.stays,
            outcomes: &self.outcomes,
            follow_ups: &self.follow_ups,
            target_group: IndicatorSet::EMPTY,
            operation_ends_on: None,
        }
    }
}

/// A linear congruential generator: the same people on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = (self.0).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        let index = self.below(values.len() as u64);
        values[usize::try_from(index).expect("an index of the slice")]
    }

    fn usually<T>(&mut self, value: T) -> Option<T> {
        (self.below(50) > 0).then_some(value)
    }
}

/// Mostly complete people of one stay; some come back, most have left, half have outcomes.
fn people() -> Vec<Person> {
    let mut dice = Dice(2027);
    (0..CASES).map(|_| person(&mut dice)).collect()
}

fn person(dice: &mut Dice) -> Person {
    let opening = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a day of the calendar");
    let mut entered_on = opening + Days::new(dice.below(700));
    let mut stays = Vec::new();
    let mut outcomes = Vec::new();
    let mut follow_ups = Vec::new();
    for _ in 0..dice.one_of(&[1, 1, 1, 1, 1, 1, 1, 1, 2, 3]) {
        let exit = entered_on + Days::new(1 + dice.below(200));
        let stay = stay(dice, entered_on);
        let left_on = dice.one_of(&[Some(exit), Some(exit), Some(exit), None]);
        stays.push(Stay { left_on, ..stay });
        for _ in 0..dice.below(4) {
            let occurred_on = exit + Days::new(dice.below(40));
            let kind = dice.one_of(&OutcomeKind::ALL);
            outcomes.push(Outcome { occurred_on, kind });
        }
        if dice.below(4) == 0 {
            follow_ups.push(follow_up(dice, exit));
        }
        entered_on = exit + Days::new(1 + dice.below(300));
    }
    Person { stays, outcomes, follow_ups }
}

fn stay(dice: &mut Dice, entered_on: NaiveDate) -> Stay {
    let origin = dice.one_of(&["SY", "UA", "TR", "PL", "DE", "XX"]);
    let citizenship: Country = origin.parse().expect("a country code");
    let age_in_days = 5_500 + dice.below(18_000);
    Stay {
        birth_date: dice.usually(entered_on - Days::new(age_in_days)),
        gender: Some(dice.one_of(&Gender::ALL)),
        employment: Some(dice.one_of(&Employment::ALL)),
        unemployed_since: Some(entered_on - Days::new(dice.below(800))),
        in_education: Some(dice.one_of(&Answer::ALL)),
        isced: Some(dice.one_of(&Isced::ALL)),
        citizenships: vec![citizenship],
        foreign_background: Some(dice.one_of(&Answer::ALL)),
        disability: Some(dice.one_of(&Answer::ALL)),
        degurba: Some(dice.one_of(&Degurba::ALL)),
        ..Stay::new(entered_on)
    }
}

fn follow_up(dice: &mut Dice, exit: NaiveDate) -> FollowUp {
    FollowUp {
        surveyed_on: exit + Days::new(185 + dice.below(30)),
        result: Some(dice.one_of(&FollowUpResult::ALL)),
        employment: Some(dice.one_of(&Employment::ALL)),
        improvements: vec![dice.one_of(&Improvement::ALL)],
    }
}
