//! Generating the records: the same on every machine, from one seed.

use chrono::{Days, Months, NaiveDate};
use interchange::{Cell, Table};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{
    person::{Person, pick},
    table::Rows,
};
use crate::exchange::Kind;

/// The period whose records are generated.
pub const PERIOD: &str = "IQ-2023";
/// How many people are generated.
pub const PEOPLE: usize = 25_000;

/// Everybody, those brought late included.
pub(super) const ALL_PEOPLE: usize = PEOPLE + LATE_PEOPLE;
pub(super) const SEED: u64 = 2005;
/// People whose records came after the first deadline.
const LATE_PEOPLE: usize = 120;
/// Records whose education was added after the first deadline.
const MENDED: usize = 150;
/// Nothing recorded happens after this day: the period's end.
pub(super) const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a date");
/// Nothing recorded happens before this day.
pub(super) const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 1, 9).expect("a date");
const SMALL_BUSINESS: &[(&str, u32)] = &[
    ("micro_enterprise", 42),
    ("small_enterprise", 30),
    ("medium_enterprise", 15),
    ("large_enterprise", 5),
    ("public_administration", 6),
    ("other", 2),
];

/// The sub-projects that records are generated for.
pub(super) struct Places {
    /// Sub-projects that people take part in, with the code of an offer.
    pub people: Vec<(String, String)>,
    /// Sub-projects that counsel.
    pub counselling: Vec<String>,
    /// Sub-projects that train and support enterprises and administrations.
    pub entities: Vec<String>,
    /// The regional networks.
    pub networks: Vec<String>,
}

/// Records as they stood at the first deadline.
pub(super) fn records(places: &Places) -> Vec<(Kind, Table)> {
    let mut writer = Writer::new();
    for number in 1..=PEOPLE {
        writer.person(number, places);
    }
    for sub_project in &places.entities {
        for number in 1..=writer.rng.random_range(40..120) {
            writer.entity(sub_project, number);
        }
    }
    writer.finish()
}

/// What was brought and mended later: it changes figures for days long past.
pub(super) fn late_records(places: &Places, known: &[(Kind, Table)]) -> Vec<(Kind, Table)> {
    let mut writer = Writer { rng: generator(SEED + 1), ..Writer::new() };
    for number in 1..=LATE_PEOPLE {
        writer.person(PEOPLE + number, places);
    }
    let mut late = writer.finish();
    late.extend(
        known
            .iter()
            .filter(|(kind, _)| *kind == Kind::Participations)
            .map(|(kind, table)| (*kind, mended(table))),
    );
    late
}

/// Draws the same from the same seed everywhere.
pub(super) fn generator(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// The first rows without an education, with one.
fn mended(table: &Table) -> Table {
    let isced = table.header.iter().position(|name| name == "isced").unwrap_or_default();
    let lacking = table.rows.iter().filter(|row| row.cells[isced].is_empty()).take(MENDED).cloned();
    let rows = lacking.map(|mut row| {
        row.cells[isced] = Cell::text("6");
        row
    });
    Table { rows: rows.collect(), ..table.clone() }
}

struct Writer {
    rng: ChaCha8Rng,
    participations: Rows,
    outcomes: Rows,
    follow_ups: Rows,
    entities: Rows,
}

impl Writer {
    fn new() -> Self {
        Self {
            rng: generator(SEED),
            participations: Rows::new(Kind::Participations),
            outcomes: Rows::new(Kind::Outcomes),
            follow_ups: Rows::new(Kind::FollowUps),
            entities: Rows::new(Kind::SupportedEntities),
        }
    }

    fn finish(self) -> Vec<(Kind, Table)> {
        [self.participations, self.outcomes, self.follow_ups, self.entities].map(Rows::finish).into()
    }

    /// One person: a stay, now and then a second one, and what became of it.
    fn person(&mut self, number: usize, places: &Places) {
        let reference = format!("D23-{number:06}");
        let (sub_project, offer) = &places.people[self.rng.random_range(0..places.people.len())];
        let days = (LAST_DAY - FIRST_DAY).num_days().unsigned_abs();
        let entered_on = FIRST_DAY + Days::new(self.rng.random_range(0..days));
        let person = Person::draw(&mut self.rng, entered_on);
        let left_on = self.leaving(entered_on);
        self.stay(
            &[("participant", &reference), ("sub_project", sub_project), ("offer", offer)],
            &person,
            (entered_on, left_on),
        );
        let mut exit = left_on;
        if let Some(left_on) = left_on
            && self.rng.random_range(0..100) < 3
        {
            let again = left_on + Days::new(self.rng.random_range(20..120));
            if again < LAST_DAY {
                exit = self.leaving(again);
                self.stay(
                    &[("participant", &reference), ("sub_project", sub_project), ("offer", offer)],
                    &person,
                    (again, exit),
                );
            }
        }
        if let Some(exit) = exit {
            self.results(&reference, sub_project, (&person, exit));
        }
    }

    fn leaving(&mut self, entered_on: NaiveDate) -> Option<NaiveDate> {
        let left_on = entered_on + Days::new(self.rng.random_range(25..320));
        (left_on <= LAST_DAY).then_some(left_on)
    }

    fn stay(
        &mut self,
        place: &[(&'static str, &String)],
        person: &Person,
        days: (NaiveDate, Option<NaiveDate>),
    ) {
        let forgotten = match self.rng.random_range(0..1000) {
            0..12 => "isced",
            12..20 => "gender",
            20..26 => "unemployed_since",
            26..30 => "birth_date",
            _ => "",
        };
        let not_stated = self.rng.random_range(0..1000) < 2;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let values = [
            ("entered_on", day(Some(days.0))),
            ("left_on", day(days.1)),
            ("birth_date", person.birth_date.to_string()),
            ("gender", if not_stated { "not_stated" } else { person.gender }.to_owned()),
            ("employment", person.employment.to_owned()),
            ("unemployed_since", day(person.unemployed_since)),
            ("in_education", person.in_education.to_owned()),
            ("isced", person.isced.to_owned()),
            ("citizenships", person.citizenships.to_owned()),
            ("foreign_background", person.foreign_background.to_owned()),
            ("disability", person.disability.to_owned()),
            ("minority", person.minority.to_owned()),
            ("housing_exclusion", person.housing_exclusion.to_owned()),
            ("degurba", person.degurba.to_owned()),
        ];
        let place = place.iter().map(|(name, value)| (*name, (*value).clone()));
        let values: Vec<_> = place.chain(values.into_iter().filter(|(name, _)| *name != forgotten)).collect();
        self.participations.push(&values);
    }

    fn results(&mut self, reference: &str, sub_project: &str, (person, exit): (&Person, NaiveDate)) {
        let working_life = match self.rng.random_range(0..100) {
            0..34 => "job",
            34..38 => "self_employment",
            38..58 => "unemployment",
            58..66 => "job_search",
            66..72 => "inactivity",
            _ => "",
        };
        let sought = [(working_life, 100), ("qualification", 46), ("education", 12), ("attendance", 20)];
        for (kind, percent) in sought {
            if !kind.is_empty() && self.rng.random_range(0..100) < percent {
                let delay = if self.rng.random_range(0..100) < 95 { 0..28 } else { 29..60 };
                let occurred_on = exit + Days::new(self.rng.random_range(delay));
                if occurred_on <= LAST_DAY {
                    self.outcome(reference, sub_project, (occurred_on, kind));
                }
            }
        }
        let due = exit.checked_add_months(Months::new(6));
        if let Some(due) = due.filter(|due| *due <= LAST_DAY)
            && self.rng.random_range(0..100) < 40
        {
            let surveyed_on = due + Days::new(self.rng.random_range(0..30));
            self.follow_up(reference, sub_project, (person, surveyed_on));
        }
    }

    fn outcome(&mut self, reference: &str, sub_project: &str, (occurred_on, kind): (NaiveDate, &str)) {
        self.outcomes.push(&[
            ("participant", reference.to_owned()),
            ("sub_project", sub_project.to_owned()),
            ("occurred_on", occurred_on.to_string()),
            ("kind", kind.to_owned()),
        ]);
    }

    fn follow_up(&mut self, reference: &str, sub_project: &str, (person, surveyed_on): (&Person, NaiveDate)) {
        let result = pick(&mut self.rng, &[("answered", 62), ("refused", 8), ("not_reached", 30)]);
        let answered = result == "answered";
        let employment = pick(&mut self.rng, &[("employed", 58), ("unemployed", 28), ("inactive", 14)]);
        let better = pick(
            &mut self.rng,
            &[
                ("", 55),
                ("stable_contract", 12),
                ("higher_skill", 15),
                ("promotion;pay_only", 4),
                ("full_employment", 6),
                ("pay_only", 8),
            ],
        );
        let improvements = if answered && person.employment == "employed" { better } else { "" };
        self.follow_ups.push(&[
            ("participant", reference.to_owned()),
            ("sub_project", sub_project.to_owned()),
            ("surveyed_on", surveyed_on.to_string()),
            ("employment", if answered { employment } else { "" }.to_owned()),
            ("improvements", improvements.to_owned()),
            ("result", result.to_owned()),
        ]);
    }

    fn entity(&mut self, sub_project: &str, number: usize) {
        let days = (LAST_DAY - FIRST_DAY).num_days().unsigned_abs();
        let supported_on = FIRST_DAY + Days::new(self.rng.random_range(0..days));
        let kind = pick(&mut self.rng, SMALL_BUSINESS);
        self.entities.push(&[
            ("entity", format!("D23-U{number:04}")),
            ("sub_project", sub_project.to_owned()),
            ("supported_on", supported_on.to_string()),
            ("kind", kind.to_owned()),
        ]);
    }
}
