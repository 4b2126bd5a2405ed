//! The evidence as a report of ours holds it: cover, header, table object, formats, footers, definitions.

use std::{collections::BTreeMap, ops::ControlFlow, path::Path};

use chrono::{DateTime, NaiveDate};
use counting::{ESF_PLUS, Profile};
use domain::indicator::Catalogue;
use reporting::{Content, Notes, Period, write_report};
use texts::Language;

use crate::cases::Cases;

const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date");
const CUT_OFF: NaiveDate = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a date");

/// Writes a report with this evidence and no figures.
pub fn write(cases: Cases, out: &Path) -> anyhow::Result<()> {
    let content = Content {
        period: Period {
            code: "IQ-2023".into(),
            name: "MigraNet".into(),
            starts_on: FIRST_DAY,
            ends_on: CUT_OFF,
            sub_project_term: "Teilvorhaben".into(),
            funder_line: "Kofinanziert von der Europäischen Union.".into(),
            priority: None,
            specific_objective: None,
        },
        unit: "Gesamtes Netzwerk".into(),
        cut_off: CUT_OFF,
        known_at: DateTime::UNIX_EPOCH,
        requested_by: "Benchmark".into(),
        requested_at: DateTime::UNIX_EPOCH,
        language: Language::De,
        report_id: "benchmark".into(),
        file_name: "benchmark.xlsx".into(),
        layout: None,
        figures: Vec::new(),
        strands: Vec::new(),
        networks: BTreeMap::new(),
        development: Vec::new(),
        targets: Vec::new(),
        surveys: Vec::new(),
        estimates: Vec::new(),
        left_out: Vec::new(),
        waivers: Vec::new(),
        changes: None,
        notes: Notes::default(),
        evidence: cases.evidence(),
        profile: Profile::default(),
        rulebook: &ESF_PLUS,
        catalogue: Catalogue::law(&ESF_PLUS),
    };
    Ok(write_report(&content, out, &mut |_, _| ControlFlow::Continue(()))?)
}
