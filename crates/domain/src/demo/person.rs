//! One generated person: characteristics drawn from what the programme's own statistics report.

use chrono::{Days, NaiveDate};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Citizenships and their weights: mostly third countries, some of the Union, some of two.
pub(super) const CITIZENSHIPS: &[(&str, u32)] = &[
    ("UA", 240),
    ("SY", 180),
    ("TR", 70),
    ("AF", 55),
    ("IR", 50),
    ("IQ", 40),
    ("IN", 45),
    ("RU", 40),
    ("BR", 25),
    ("TN", 20),
    ("CO", 20),
    ("PH", 15),
    ("XK", 10),
    ("BA", 20),
    ("RS", 20),
    ("GB", 8),
    ("PL", 35),
    ("RO", 40),
    ("HR", 20),
    ("IT", 20),
    ("GR", 12),
    ("BG", 10),
    ("DE;TR", 15),
    ("DE;UA", 5),
    ("XX", 10),
];
const ISCED: &[(&str, u32)] =
    &[("0", 5), ("1", 15), ("2", 70), ("3", 180), ("4", 60), ("5", 50), ("6", 310), ("7", 280), ("8", 30)];
const EMPLOYMENT: &[(&str, u32)] = &[("unemployed", 46), ("inactive", 19), ("employed", 35)];

/// A generated person at entry.
pub(super) struct Person {
    pub birth_date: NaiveDate,
    pub gender: &'static str,
    pub employment: &'static str,
    pub unemployed_since: Option<NaiveDate>,
    pub in_education: &'static str,
    pub isced: &'static str,
    pub citizenships: &'static str,
    pub foreign_background: &'static str,
    pub disability: &'static str,
    pub minority: &'static str,
    pub housing_exclusion: &'static str,
    pub degurba: &'static str,
}

impl Person {
    /// Draws a person who enters on a day.
    pub fn draw(rng: &mut ChaCha8Rng, entered_on: NaiveDate) -> Self {
        let age_days = match rng.random_range(0..100) {
            0..2 => rng.random_range(17 * 365..18 * 365),
            2..14 => rng.random_range(18 * 365..25 * 365),
            14..90 => rng.random_range(25 * 365..45 * 365),
            90..97 => rng.random_range(45 * 365..55 * 365),
            _ => rng.random_range(55 * 365..64 * 365),
        };
        let young = age_days < 22 * 365;
        let employment = pick(rng, EMPLOYMENT);
        let unemployed_since =
            (employment == "unemployed").then(|| entered_on - Days::new(rng.random_range(10..900)));
        let in_education = match (employment, rng.random_range(0..100)) {
            ("inactive", 0..25) => "yes",
            (_, 0..3) => "",
            _ => "no",
        };
        Self {
            birth_date: entered_on - Days::new(age_days),
            gender: pick(rng, &[("female", 560), ("male", 434), ("non_binary", 6)]),
            employment,
            unemployed_since,
            in_education,
            isced: if young { pick(rng, &[("2", 40), ("3", 60)]) } else { pick(rng, ISCED) },
            citizenships: pick(rng, CITIZENSHIPS),
            foreign_background: pick(rng, &[("yes", 92), ("no", 4), ("", 4)]),
            disability: pick(rng, &[("yes", 3), ("no", 80), ("refused", 5), ("", 12)]),
            minority: pick(rng, &[("yes", 4), ("no", 74), ("refused", 9), ("", 13)]),
            housing_exclusion: pick(rng, &[("yes", 5), ("no", 80), ("refused", 4), ("", 11)]),
            degurba: pick(rng, &[("1", 48), ("2", 34), ("3", 15), ("", 3)]),
        }
    }
}

/// Draws one of weighted values.
pub(super) fn pick(rng: &mut ChaCha8Rng, values: &[(&'static str, u32)]) -> &'static str {
    let sum: u32 = values.iter().map(|(_, weight)| weight).sum();
    let mut place = rng.random_range(0..sum);
    for (value, weight) in values {
        if place < *weight {
            return value;
        }
        place -= weight;
    }
    ""
}
