//! Generating what is done beside participations: trainers, consultations, trainings, qualification plans.

use chrono::{Days, NaiveDate};
use interchange::Table;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::{
    generate::{FIRST_DAY, LAST_DAY, Places, SEED, generator},
    person::{CITIZENSHIPS, pick},
    table::Rows,
    targets,
};
use crate::exchange::Kind;

const CONSULTATIONS: usize = 4_000;
const TRAININGS: usize = 250;
const PLANS: usize = 600;
const TRAINERS: usize = 20;

const SUBJECTS: &[(&str, u32)] = &[
    ("recognition", 44),
    ("qualification", 16),
    ("both", 24),
    ("academic_only", 6),
    ("no_formal_qualification", 4),
    ("other", 6),
];
const CHANNELS: &[(&str, u32)] = &[("in_person", 41), ("phone", 27), ("email", 22), ("video", 10)];
const REFERRALS: &[(&str, u32)] = &[
    ("Jobcenter", 24),
    ("Agentur für Arbeit", 16),
    ("Bekannte", 21),
    ("Internet", 15),
    ("Migrationsberatung", 14),
    ("Kammer", 5),
    ("", 5),
];
const AGE_BANDS: &[(&str, u32)] = &[("18-24", 9), ("25-34", 42), ("35-44", 33), ("45-54", 12), ("55+", 4)];
const GENDERS: &[(&str, u32)] =
    &[("female", 580), ("male", 405), ("non_binary", 4), ("not_stated", 4), ("", 7)];
const PROFESSIONS: &[(&str, u32)] = &[
    ("Pflegefachkraft", 20),
    ("Ärztin/Arzt", 13),
    ("Lehrkraft", 12),
    ("Ingenieurin/Ingenieur", 11),
    ("Erzieherin/Erzieher", 8),
    ("Elektronikerin/Elektroniker", 6),
    ("Kauffrau/Kaufmann für Büromanagement", 7),
    ("Betriebswirtin/Betriebswirt", 9),
    ("", 14),
];
const RESIDENCE_TITLES: &[(&str, u32)] = &[
    ("Aufenthaltserlaubnis", 58),
    ("Niederlassungserlaubnis", 11),
    ("Aufenthaltsgestattung", 8),
    ("Freizügigkeit", 14),
    ("", 9),
];
const GERMAN_LEVELS: &[(&str, u32)] =
    &[("A0", 6), ("A1", 9), ("A2", 17), ("B1", 33), ("B2", 23), ("C1", 7), ("C2", 1), ("", 4)];
const BENEFITS: &[(&str, u32)] = &[("SGB II", 38), ("SGB III", 11), ("AsylbLG", 4), ("keine", 40), ("", 7)];
const OUTCOMES: &[(&str, u32)] = &[
    ("Antrag auf Anerkennung", 31),
    ("Verweis an die zuständige Stelle", 27),
    ("Qualifizierung begonnen", 9),
    ("weitere Beratung vereinbart", 25),
    ("", 8),
];
const AUDIENCES: &[(&str, u32)] =
    &[("labour_administration", 38), ("municipality", 22), ("sme", 24), ("organisation", 12), ("other", 4)];
const TOPICS: &[(&str, u32)] = &[
    ("Interkulturelle Kompetenz", 36),
    ("Anerkennung ausländischer Abschlüsse", 24),
    ("Diversität im Betrieb", 22),
    ("Faire Beschäftigung", 18),
];
const FORMATS: &[(&str, u32)] = &[("Seminar", 46), ("Workshop", 34), ("Vortrag", 12), ("Webinar", 8)];
const HOURS: &[(&str, u32)] = &[("1.5", 18), ("3", 34), ("6", 30), ("8", 18)];

/// A stay of somebody generated: who, where, and when it began.
struct Stay<'a> {
    participant: &'a str,
    sub_project: &'a str,
    entered_on: NaiveDate,
}

/// What belongs to the generated records, once those of people are there.
pub(super) fn activities(places: &Places, people: &[(Kind, Table)]) -> Vec<(Kind, Table)> {
    let stays = stays(people);
    let mut rng = generator(SEED + 2);
    vec![
        trainers(&mut rng, places),
        consultations(&mut rng, places, &stays),
        trainings(&mut rng, places),
        plans(&mut rng, &stays),
        targets::targets(places),
    ]
}

fn stays(people: &[(Kind, Table)]) -> Vec<Stay<'_>> {
    let tables = people.iter().filter(|(kind, _)| *kind == Kind::Participations).map(|(_, table)| table);
    let rows = tables.flat_map(|table| {
        let place = |name| table.header.iter().position(|column| column == name).unwrap_or_default();
        let places = ["participant", "sub_project", "entered_on"].map(place);
        table.rows.iter().map(move |row| places.map(|place| super::table::text(&row.cells[place])))
    });
    rows.filter_map(|[participant, sub_project, entered_on]| {
        Some(Stay { participant, sub_project, entered_on: entered_on.parse().ok()? })
    })
    .collect()
}

fn trainers(rng: &mut ChaCha8Rng, places: &Places) -> (Kind, Table) {
    let mut rows = Rows::new(Kind::Trainers);
    for number in 1..=TRAINERS {
        let first = pick(rng, TOPICS);
        let second = pick(rng, TOPICS);
        let topics = if first == second { first.to_owned() } else { format!("{first};{second}") };
        let active_from = FIRST_DAY + Days::new(rng.random_range(0..120));
        rows.push(&[
            ("code", trainer(number)),
            ("sub_project", places.entities[number % places.entities.len()].clone()),
            ("topics", topics),
            ("active_from", active_from.to_string()),
        ]);
    }
    rows.finish()
}

fn trainer(number: usize) -> String {
    format!("D23-T{number:02}")
}

fn consultations(rng: &mut ChaCha8Rng, places: &Places, stays: &[Stay<'_>]) -> (Kind, Table) {
    let known: Vec<Vec<&Stay<'_>>> = places
        .counselling
        .iter()
        .map(|code| stays.iter().filter(|stay| stay.sub_project == code).collect())
        .collect();
    let mut rows = Rows::new(Kind::Consultations);
    for number in 1..=CONSULTATIONS {
        let place = rng.random_range(0..places.counselling.len());
        let stay = match (rng.random_range(0..3), known[place].len()) {
            (0, people @ 1..) => Some(known[place][rng.random_range(0..people)]),
            _ => None,
        };
        let earliest = stay.map_or(FIRST_DAY, |stay| stay.entered_on);
        let country = |codes: &'static str| codes.split(';').next_back().unwrap_or_default().to_owned();
        let nationality = country(pick(rng, CITIZENSHIPS));
        let elsewhere = rng.random_range(0..100) < 8;
        let country_of_qualification =
            if elsewhere { country(pick(rng, CITIZENSHIPS)) } else { nationality.clone() };
        rows.push(&[
            ("ref", format!("D23-B{number:05}")),
            ("sub_project", places.counselling[place].clone()),
            ("held_on", day_since(rng, earliest).to_string()),
            ("contact", pick(rng, &[("first", 47), ("follow_up", 53)]).to_owned()),
            ("participant", stay.map(|stay| stay.participant.to_owned()).unwrap_or_default()),
            ("subject", pick(rng, SUBJECTS).to_owned()),
            ("channel", pick(rng, CHANNELS).to_owned()),
            ("referral", pick(rng, REFERRALS).to_owned()),
            ("gender", pick(rng, GENDERS).to_owned()),
            ("age_band", pick(rng, AGE_BANDS).to_owned()),
            ("nationality", nationality),
            ("country_of_qualification", country_of_qualification),
            (
                "qualification_level",
                pick(rng, &[("vocational", 38), ("higher_education", 57), ("none", 5)]).to_owned(),
            ),
            ("reference_profession", pick(rng, PROFESSIONS).to_owned()),
            ("residence_title", pick(rng, RESIDENCE_TITLES).to_owned()),
            ("german_level", pick(rng, GERMAN_LEVELS).to_owned()),
            ("benefits", pick(rng, BENEFITS).to_owned()),
            ("outcome", pick(rng, OUTCOMES).to_owned()),
        ]);
    }
    rows.finish()
}

fn trainings(rng: &mut ChaCha8Rng, places: &Places) -> (Kind, Table) {
    let mut rows = Rows::new(Kind::Trainings);
    for number in 1..=TRAININGS {
        let [women, men] = [rng.random_range(2..16), rng.random_range(1..12)];
        let non_binary = u32::from(rng.random_range(0..100) < 4);
        let unknown = rng.random_range(0..4);
        let told = rng.random_range(0..100) < 85;
        let part = |count: u32| if told { count.to_string() } else { String::new() };
        rows.push(&[
            ("ref", format!("D23-S{number:03}")),
            ("sub_project", places.entities[rng.random_range(0..places.entities.len())].clone()),
            ("held_on", day_since(rng, FIRST_DAY).to_string()),
            ("audience", pick(rng, AUDIENCES).to_owned()),
            ("topic", pick(rng, TOPICS).to_owned()),
            ("format", pick(rng, FORMATS).to_owned()),
            ("hours", pick(rng, HOURS).to_owned()),
            ("attendances", (women + men + non_binary + unknown).to_string()),
            ("attendances_female", part(women)),
            ("attendances_male", part(men)),
            ("attendances_non_binary", part(non_binary)),
            ("trainer", trainer(rng.random_range(1..=TRAINERS))),
        ]);
    }
    rows.finish()
}

fn plans(rng: &mut ChaCha8Rng, stays: &[Stay<'_>]) -> (Kind, Table) {
    let mut rows = Rows::new(Kind::QualificationPlans);
    for number in 1..=PLANS {
        let stay = &stays[rng.random_range(0..stays.len())];
        let agreed_on = day_since(rng, stay.entered_on);
        let closed_on = agreed_on + Days::new(rng.random_range(60..500));
        let status = pick(rng, &[("completed", 55), ("abandoned", 20), ("open", 25)]);
        let closed = status != "open" && closed_on <= LAST_DAY;
        rows.push(&[
            ("ref", format!("D23-P{number:03}")),
            ("participant", stay.participant.to_owned()),
            ("sub_project", stay.sub_project.to_owned()),
            ("agreed_on", agreed_on.to_string()),
            ("reference_profession", pick(rng, PROFESSIONS).to_owned()),
            ("target", pick(rng, &[("volle Anerkennung", 70), ("Kenntnisprüfung", 30)]).to_owned()),
            ("status", if closed { status } else { "open" }.to_owned()),
            ("closed_on", if closed { closed_on.to_string() } else { String::new() }),
        ]);
    }
    rows.finish()
}

/// A day from `earliest` to the period's end.
fn day_since(rng: &mut ChaCha8Rng, earliest: NaiveDate) -> NaiveDate {
    let days = (LAST_DAY - earliest).num_days().unsigned_abs();
    earliest + Days::new(rng.random_range(0..=days))
}
