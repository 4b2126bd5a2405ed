//! A made-up report: six regional networks, thirty sub-projects, nobody real.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use counting::{ESF_PLUS, IndicatorSet, MissingField, Profile};
use domain::figure::{Breakdown, EvidenceList, EvidencePart, EvidenceRow, Figure, Genders, Unit};
use domain::indicator::{Catalogue, Indicator};
use domain::sub_project::RegionCategory;
use reporting::{
    Content, Evidence, EvidenceSource, LeftOutCase, Notes, Period, SourceError, TransmissionLayout,
};
use texts::Language;

const PLACES: [&str; 6] = ["Oberland", "Mittelfranken", "Donau-Wald", "Schwaben", "Untermain", "Oberpfalz"];
const OFFERS: [&str; 5] = [
    "Anerkennungs- und Qualifizierungsberatung",
    "Brückenmaßnahme Ingenieurwesen",
    "Anpassungsqualifizierung Pflege & Gesundheit",
    "Faire Integration",
    "Interkulturelle Öffnung der Arbeitsverwaltung – Schulungen für Jobcenter und Kommunen",
];

pub struct Sample {
    pub language: Language,
    pub left_out: u32,
}

impl Sample {
    pub fn content(&self) -> Content {
        Content {
            period: Period {
                code: "IQ-2023".into(),
                name: "IQ – Integration durch Qualifizierung".into(),
                starts_on: day("2023-01-01"),
                ends_on: day("2028-12-31"),
                sub_project_term: "Teilvorhaben".into(),
                funder_line: "Kofinanziert von der Europäischen Union. Das Förderprogramm wird durch das \
                              Bundesministerium für Arbeit & Soziales und die Europäische Union über den \
                              Europäischen Sozialfonds Plus gefördert."
                    .into(),
                priority: Some("1".into()),
                specific_objective: Some("ESO4.4".into()),
            },
            unit: "Gesamtes Netzwerk".into(),
            cut_off: day("2025-12-31"),
            known_at: moment("2026-01-15T09:30:15Z"),
            requested_by: "Koordination (Beispiel)".into(),
            requested_at: moment("2026-01-15T09:30:20Z"),
            language: self.language,
            file_name: "IQ-2023_2025-12-31_de.xlsx".into(),
            layout: TransmissionLayout::of(ESF_PLUS.code),
            figures: figures(),
            strands: Vec::new(),
            development: Vec::new(),
            targets: Vec::new(),
            surveys: Vec::new(),
            changes: None,
            notes: Notes::default(),
            evidence: evidence(),
            estimates: Vec::new(),
            waivers: Vec::new(),
            left_out: (0..self.left_out).map(left_out_case).collect(),
            profile: Profile::default(),
            rulebook: &ESF_PLUS,
            catalogue: Catalogue::law(&ESF_PLUS),
        }
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn figures() -> Vec<Figure> {
    let period = unit(Breakdown::Period, Some("IQ-2023"), "IQ – Integration durch Qualifizierung");
    let networks = (0..PLACES.len()).map(|at| {
        let code = format!("RIN-{:02}", at + 1);
        unit(Breakdown::Network, Some(&code), &format!("Regionales Integrationsnetzwerk {}", PLACES[at]))
    });
    let without = unit(Breakdown::Network, None, "");
    let sub_projects = (0..30).map(|at| {
        let code = format!("0{}", 901 + at);
        unit(Breakdown::SubProject, Some(&code), &format!("{} {}", OFFERS[at % 5], PLACES[at / 5]))
    });
    let units = std::iter::once(period).chain(networks).chain([without]).chain(sub_projects);
    units.enumerate().flat_map(|(place, unit)| figures_of(&unit, place as u64)).collect()
}

fn figures_of(unit: &Arc<Unit>, place: u64) -> Vec<Figure> {
    let size = match unit.kind {
        Breakdown::Period => 3_000,
        Breakdown::Network => 400,
        Breakdown::SubProject => 80,
    };
    let catalogue = Catalogue::law(&ESF_PLUS);
    catalogue.all().iter().map(|indicator| figure(unit, indicator, size / (place % 7 + 2))).collect()
}

fn figure(unit: &Arc<Unit>, indicator: &Arc<Indicator>, size: u64) -> Figure {
    let share = size / (u64::from(indicator.bit) % 9 + 1);
    let genders = indicator.is_personal.then(|| Genders {
        women: share * 3 / 5,
        men: share * 2 / 5,
        non_binary: share % 3,
    });
    let total = genders.map_or(share / 10, |genders| genders.women + genders.men + genders.non_binary);
    let target = match indicator.code.as_ref() {
        "EECO01" => Some(size as f64 * 1.5),
        "EECR03" => Some(size as f64 / 4.0 + 0.5),
        "EECR05" => Some(0.0),
        _ => None,
    };
    Figure {
        period: "IQ-2023".into(),
        unit: Arc::clone(unit),
        region_category: RegionCategory::MoreDeveloped,
        indicator: Arc::clone(indicator),
        genders,
        total,
        persons: indicator.is_personal.then_some(total - total / 20),
        persons_in_whole: None,
        excluded: Some(total / 15),
        target,
        rounded: false,
    }
}

fn unit(kind: Breakdown, code: Option<&str>, name: &str) -> Arc<Unit> {
    Arc::new(Unit { kind, code: code.map(str::to_owned), name: name.to_owned() })
}

fn left_out_case(number: u32) -> LeftOutCase {
    let missing = match number % 4 {
        0 => vec![MissingField::Isced],
        1 => vec![MissingField::GenderNotStated],
        2 => vec![MissingField::Employment, MissingField::UnemployedSince, MissingField::Isced],
        _ => vec![MissingField::BirthDate],
    };
    LeftOutCase {
        sub_project_code: format!("0{}", 901 + number % 30),
        sub_project_name: format!("{} {}", OFFERS[number as usize % 5], PLACES[number as usize % 6]),
        reference: if number == 7 { "=1+1".into() } else { format!("00{number}-K") },
        since: day("2024-03-01") + chrono::Days::new(u64::from(number % 600)),
        missing: missing.into_iter().collect(),
        indicators: [0, 1, 8, 12, (number % 25) as u8].into_iter().collect::<IndicatorSet>(),
    }
}

fn evidence() -> Evidence {
    Evidence {
        people: EvidenceList::default(),
        others: EvidenceList::default(),
        source: Arc::new(Given(Vec::new())),
    }
}

/// Rows that are there already.
#[derive(Debug)]
pub struct Given(pub Vec<(EvidencePart, EvidenceRow)>);

impl EvidenceSource for Given {
    fn rows(&self, part: EvidencePart) -> Box<dyn Iterator<Item = Result<EvidenceRow, SourceError>> + '_> {
        let rows = self.0.iter().filter(move |(of, _)| *of == part);
        Box::new(rows.map(|(_, row)| Ok(row.clone())))
    }
}
