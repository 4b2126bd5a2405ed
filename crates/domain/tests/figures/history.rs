//! Random histories: what projects record, correct and reorganise, one doing a day.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::exchange::Kind;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::world::{SUB_PROJECTS, World, day, with_header};

const PARTICIPATION: &str = "participant,sub_project,entered_on,left_on,birth_date,gender,employment,unemployed_since,\
    in_education,isced,citizenships,foreign_background,disability,minority,housing_exclusion,degurba";
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 1, 9).expect("a day");

/// A stay that was recorded.
type Stay = (usize, &'static str, NaiveDate);

pub struct History {
    rng: ChaCha8Rng,
    stays: Vec<Stay>,
    profiles: usize,
}

impl History {
    pub fn of(seed: u64) -> Self {
        Self { rng: ChaCha8Rng::seed_from_u64(seed), stays: Vec::new(), profiles: 0 }
    }

    /// The next thing that happens, on the next day; the last moment before it.
    pub async fn goes_on(&mut self, world: &World) -> DateTime<Utc> {
        let before = world.days_pass(1);
        match self.rng.random_range(0..10) {
            0..4 => self.people_enter(world).await,
            4..6 => self.records_are_corrected(world).await,
            6..8 => self.outcomes_are_recorded(world).await,
            8 => self.people_are_surveyed(world).await,
            _ => {
                let code = SUB_PROJECTS[self.rng.random_range(0..SUB_PROJECTS.len())];
                let network = ["SOB", "MUC", ""][self.rng.random_range(0..3)];
                world.move_to(code, network).await;
            }
        }
        before
    }

    /// The rules change, on two days: the profile, then the definition of an indicator; the last moment before.
    pub async fn rules_change(&mut self, world: &World) -> DateTime<Utc> {
        let before = world.days_pass(1);
        self.profiles += 1;
        let operation = ["network", "sub_project"][(self.profiles - 1) % 2];
        world.set_profile("operation", operation).await;
        world.recount().await;
        world.days_pass(1);
        world.define(["male", "female"][self.profiles % 2]).await;
        world.recount().await;
        before
    }

    /// A day within the period.
    pub fn any_day(&mut self) -> NaiveDate {
        FIRST_DAY + Days::new(self.rng.random_range(0..1087))
    }

    pub fn any_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.rng.random_range(0..choices.len())]
    }

    async fn people_enter(&mut self, world: &World) {
        let mut rows = Vec::new();
        for _ in 0..self.rng.random_range(1..12) {
            let stay = (self.rng.random_range(0..25), self.any_of(&SUB_PROJECTS), self.any_day());
            rows.push(self.participation(stay));
            self.stays.push(stay);
        }
        world.write(Kind::Participations, &with_header(PARTICIPATION, rows.into_iter())).await;
    }

    async fn records_are_corrected(&mut self, world: &World) {
        if self.stays.is_empty() {
            return self.people_enter(world).await;
        }
        let mut rows = Vec::new();
        for _ in 0..self.rng.random_range(1..6) {
            let stay = self.stays[self.rng.random_range(0..self.stays.len())];
            rows.push(self.participation(stay));
        }
        world.write(Kind::Participations, &with_header(PARTICIPATION, rows.into_iter())).await;
    }

    /// A person's birth date is the same in all their stays, so that none is held back for it.
    fn participation(&mut self, (person, sub_project, entered_on): Stay) -> String {
        let left_on = match self.rng.random_range(0..4) {
            0 => String::new(),
            _ => (entered_on + Days::new(self.rng.random_range(1..300))).to_string(),
        };
        let employment = self.any_of(&["unemployed", "employed", "inactive", "employed", ""]);
        let unemployed_since = match employment {
            "unemployed" => (entered_on - Days::new(self.rng.random_range(20..700))).to_string(),
            _ => String::new(),
        };
        let birth_date = day("1966-03-01") + Days::new(person as u64 * 520);
        let gender = self.any_of(&["female", "male", "non_binary", "not_stated", "female", "male", ""]);
        let isced = self.any_of(&["1", "3", "6", "6", ""]);
        let answers = [(); 4].map(|()| self.any_of(&["yes", "no", ""])).join(",");
        let citizenships = self.any_of(&["UA", "DE", "FR", "SY;DE"]);
        let in_education = self.any_of(&["yes", "no"]);
        format!(
            "P-{person},{sub_project},{entered_on},{left_on},{birth_date},{gender},{employment},{unemployed_since},\
             {in_education},{isced},{citizenships},{answers},1"
        )
    }

    async fn outcomes_are_recorded(&mut self, world: &World) {
        let mut rows = Vec::new();
        for (person, sub_project, entered_on) in self.stays.clone() {
            if self.rng.random_range(0..3) == 0 {
                let occurred_on = entered_on + Days::new(self.rng.random_range(0..330));
                let kind = self.any_of(&["job", "qualification", "education", "job_search"]);
                rows.push(format!("P-{person},{sub_project},{occurred_on},{kind}"));
            }
        }
        let header = "participant,sub_project,occurred_on,kind";
        world.write(Kind::Outcomes, &with_header(header, rows.into_iter())).await;
    }

    async fn people_are_surveyed(&mut self, world: &World) {
        let mut rows = Vec::new();
        for (person, sub_project, entered_on) in self.stays.clone() {
            if self.rng.random_range(0..3) == 0 {
                let surveyed_on = entered_on + Days::new(self.rng.random_range(200..600));
                rows.push(format!("P-{person},{sub_project},{surveyed_on},employed,answered"));
            }
        }
        let header = "participant,sub_project,surveyed_on,employment,result";
        world.write(Kind::FollowUps, &with_header(header, rows.into_iter())).await;
    }
}
