//! People drawn at random, with a history: complete and incomplete, leaving, coming back, surveyed, corrected, withdrawn.

use crate::harness::{Row, csv};

const PEOPLE: u64 = 45;
const SUB_PROJECTS: [&str; 3] = ["SP-1", "SP-2", "SP-3"];

/// Random numbers from a seed, the same everywhere (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.roll() % limit
    }

    fn one_of<'a>(&mut self, values: &[&'a str]) -> &'a str {
        values[self.below(values.len() as u64) as usize]
    }

    /// True in so many of a hundred.
    fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// A day of the period's years, each month no longer than 28 days.
    fn day(&mut self, first_year: u64, years: u64) -> String {
        let (year, month, day) = (first_year + self.below(years), 1 + self.below(12), 1 + self.below(28));
        format!("{year}-{month:02}-{day:02}")
    }
}

/// The files of a network's history.
pub struct RandomNetwork {
    participations: Vec<Row>,
    outcomes: Vec<Row>,
    follow_ups: Vec<Row>,
    corrected: Vec<Row>,
    late: Vec<Row>,
    plans: Vec<Row>,
}

impl RandomNetwork {
    /// The network of a seed.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let mut network = Self {
            participations: Vec::new(),
            outcomes: Vec::new(),
            follow_ups: Vec::new(),
            corrected: Vec::new(),
            late: Vec::new(),
            plans: Vec::new(),
        };
        for number in 0..PEOPLE {
            network.draw(&mut dice, number);
        }
        network
    }

    /// What is brought first, by kind.
    pub fn first(&self) -> Vec<(&'static str, String)> {
        vec![
            ("participations", csv(&self.participations)),
            ("outcomes", csv(&self.outcomes)),
            ("follow_ups", csv(&self.follow_ups)),
            ("qualification_plans", csv(&self.plans)),
        ]
    }

    /// What is brought and corrected later, by kind.
    pub fn later(&self) -> Vec<(&'static str, String)> {
        let rows: Vec<Row> = self.corrected.iter().chain(&self.late).cloned().collect();
        vec![("participations", csv(&rows))]
    }

    /// What is withdrawn in the end: the first of the late ones.
    pub fn withdrawn(&self) -> String {
        csv(&self.late[..1])
    }

    fn draw(&mut self, dice: &mut Dice, number: u64) {
        let reference = format!("R-{number:03}");
        let sub_project = dice.one_of(&SUB_PROJECTS);
        let stay = stay(dice, &reference, sub_project);
        if number.is_multiple_of(15) {
            self.late.push(stay);
            return;
        }
        if dice.percent(30) {
            self.plans.push(plan(dice, &reference, sub_project));
        }
        if dice.percent(70) {
            let left_on = dice.day(2024, 2);
            self.participations.push(stay.clone().with("left_on", &left_on));
            self.results(dice, (&reference, sub_project, &left_on));
        } else {
            self.participations.push(stay.clone());
        }
        if dice.percent(25) {
            let elsewhere = dice.one_of(&SUB_PROJECTS);
            if elsewhere != sub_project {
                self.participations.push(stay.clone().with("sub_project", elsewhere));
            }
        }
        if dice.percent(20) {
            let last = self.participations.last().expect("a stay").clone();
            let gender = dice.one_of(&["female", "male", "non_binary"]);
            self.corrected.push(last.with("isced", dice.one_of(&["1", "3", "7"])).with("gender", gender));
        }
    }

    fn results(&mut self, dice: &mut Dice, (reference, sub_project, left_on): (&str, &str, &str)) {
        let place = [("participant", reference), ("sub_project", sub_project)];
        if dice.percent(60) {
            let kind = dice.one_of(&["job", "job_search", "qualification", "education", "inactivity"]);
            self.outcomes.push(Row::of(&place).with("occurred_on", left_on).with("kind", kind));
        }
        if dice.percent(40) {
            let survey = Row::of(&place).with("surveyed_on", "2026-08-01").with("result", "answered");
            let employment = dice.one_of(&["employed", "unemployed", "inactive"]);
            self.follow_ups.push(survey.with("employment", employment).with("improvements", "promotion"));
        }
    }
}

/// A plan whose reference begins with that of the person; the day of closing is often not known.
fn plan(dice: &mut Dice, reference: &str, sub_project: &str) -> Row {
    let status = dice.one_of(&["open", "completed", "abandoned"]);
    let day = if status == "open" || dice.percent(50) { String::new() } else { dice.day(2024, 1) };
    Row::of(&[
        ("ref", &format!("{reference}/plan")),
        ("participant", reference),
        ("sub_project", sub_project),
    ])
    .with("agreed_on", &dice.day(2023, 1))
    .with("status", status)
    .with("closed_on", &day)
}

fn stay(dice: &mut Dice, reference: &str, sub_project: &str) -> Row {
    let employment = dice.one_of(&["unemployed", "inactive", "employed"]);
    let mut row = Row::of(&[("participant", reference), ("sub_project", sub_project)])
        .with("entered_on", &dice.day(2023, 1))
        .with("birth_date", &dice.day(1955, 50))
        .with("gender", dice.one_of(&["female", "female", "male", "non_binary", "not_stated"]))
        .with("employment", employment)
        .with("in_education", dice.one_of(&["yes", "no", ""]))
        .with("isced", dice.one_of(&["0", "2", "3", "5", "8"]))
        .with("citizenships", dice.one_of(&["UA", "DE", "XX", ""]))
        .with("foreign_background", dice.one_of(&["yes", "no", "refused"]))
        .with("disability", dice.one_of(&["yes", "no", ""]))
        .with("minority", dice.one_of(&["yes", "no", ""]))
        .with("housing_exclusion", dice.one_of(&["yes", "no", ""]))
        .with("degurba", dice.one_of(&["1", "2", "3"]));
    if employment == "unemployed" {
        row = row.with("unemployed_since", &dice.day(2021, 2));
    }
    match dice.below(12) {
        0 => row.without("birth_date"),
        1 => row.without("isced"),
        2 => row.without("employment").without("unemployed_since"),
        _ => row,
    }
}
