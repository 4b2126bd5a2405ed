//! A made-up report with every sheet there is: six regional networks, thirty sub-projects, nobody real. What is told of
//! sub-projects adds up to what is told above them and is in the evidence.

mod beside;
mod evidence;
mod figures;

use chrono::{DateTime, NaiveDate, Utc};
use counting::{ESF_PLUS, Profile};
use reporting::{Content, Period, TransmissionLayout};
use texts::Language;

pub struct Sample {
    pub language: Language,
    pub left_out: u32,
}

impl Sample {
    pub fn content(&self) -> Content {
        let figures = figures::figures();
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
            report_id: "0197-sample".into(),
            file_name: "IQ-2023_2025-12-31_de.xlsx".into(),
            layout: TransmissionLayout::of(ESF_PLUS.code),
            figures: figures.clone(),
            strands: figures::strands(&figures),
            networks: figures::networks(),
            development: beside::development(&figures),
            targets: beside::targets(&figures),
            surveys: beside::surveys(),
            changes: Some(beside::changes(&figures)),
            notes: beside::notes(&figures),
            evidence: evidence::evidence(&figures),
            estimates: beside::estimates(&figures),
            waivers: beside::waivers(),
            left_out: (0..self.left_out).map(beside::left_out_case).collect(),
            profile: Profile::default(),
            rulebook: &ESF_PLUS,
            catalogue: figures::catalogue(),
        }
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}
