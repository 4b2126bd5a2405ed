//! What a report says beside its figures.

use std::sync::Arc;

use counting::{ESF_PLUS, Gender, IndicatorSet, MissingField};
use domain::attainment::{Attainment, Days, Forecast, Method, Standing, TargetKind};
use domain::estimate::{Amount, Estimate};
use domain::figure::{
    Breakdown, Change, Count, DifferenceCause, Figure, FigureDifference, Genders, Moment, Point, Series,
};
use domain::id::EstimateId;
use domain::indicator::Catalogue;
use reporting::{Changes, Extrapolated, LeftOutCase, Notes, Survey, WaivedWarning};

use super::figures::{OFFERS, PLACES};
use super::{day, moment};

/// A case that lacks something, one like a formula.
pub fn left_out_case(number: u32) -> LeftOutCase {
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

/// Notes on the first figure, on one of the programme and on one of a regional network.
pub fn notes(figures: &[Figure]) -> Notes {
    let mut notes = Notes::default();
    notes.add((&figures[0], None), "Stand mit dem BAMF abgestimmt am 12.01.2026.");
    let programme = figures.iter().find(|figure| figure.indicator.code == "BMAS-01").expect("a figure");
    notes.add((programme, Some(Gender::Female)), "=1+1");
    let network = figures.iter().find(|figure| figure.unit.kind == Breakdown::Network).expect("a figure");
    notes.add((network, None), "Eine Stelle war unbesetzt.");
    notes
}

/// A cumulative target for every figure that has one and is not zero, half of the period having passed; for the first
/// figure also one of each other kind, and for the first of a regional network one for women.
pub fn targets(figures: &[Figure]) -> Vec<Attainment> {
    let target = |figure: &Figure| {
        let target = figure.plan.target.filter(|target| *target > 0.0)?;
        Some(Attainment {
            unit: Arc::clone(&figure.unit),
            region_category: Some(figure.region_category),
            gender: None,
            indicator: Arc::clone(&figure.indicator),
            kind: TargetKind::Cumulative,
            days: Days { first: day("2023-01-01"), last: day("2028-12-31") },
            target,
            valid_from: None,
            document: Some("Zuwendungsbescheid".into()),
            actual: figure.total,
            expected: target / 2.0,
            forecast: Some(Forecast { value: figure.total as f64 * 2.0, method: Method::Linear }),
            standing: if figure.total as f64 >= target { Standing::Reached } else { Standing::OnTrack },
        })
    };
    let mut all: Vec<Attainment> =
        figures.iter().filter(|figure| figure.unit.code.is_some()).filter_map(target).collect();
    let first = all[0].clone();
    let year = Days { first: day("2025-01-01"), last: day("2025-12-31") };
    all.push(Attainment {
        kind: TargetKind::PerYear,
        days: year,
        standing: Standing::Behind,
        ..first.clone()
    });
    all.push(Attainment {
        kind: TargetKind::Stock,
        region_category: None,
        forecast: None,
        standing: Standing::FarBehind,
        ..first
    });
    let network = all.iter().find(|target| target.unit.kind == Breakdown::Network).expect("a target");
    all.push(Attainment { gender: Some(Gender::Female), standing: Standing::Missed, ..network.clone() });
    all
}

/// Three years in which everything grew evenly.
pub fn development(figures: &[Figure]) -> Vec<Series> {
    const MONTHS: u32 = 36;
    let of_period = figures.iter().filter(|figure| figure.unit.kind == Breakdown::Period);
    let series = |figure: &Figure| {
        let point = |month: u32| {
            let grown = |count: u64| count * u64::from(month) / u64::from(MONTHS);
            let end = day("2023-01-01") + chrono::Months::new(month) - chrono::Days::new(1);
            let genders = figure.genders.map(|genders| Genders {
                women: grown(genders.women),
                men: grown(genders.men),
                non_binary: grown(genders.non_binary),
            });
            Point { cut_off: end, genders, total: grown(figure.total), excluded: None }
        };
        Series { figure: figure.clone(), points: (1..=MONTHS).map(point).collect() }
    };
    of_period.map(series).collect()
}

/// Two samples: one that says enough, one that does not.
pub fn surveys() -> Vec<Survey> {
    let survey = |code: &str, answered: u64, margin: f64| Survey {
        indicator: Arc::clone(Catalogue::law(&ESF_PLUS).by_code(code).expect("an indicator")),
        cut_off: day("2025-06-30"),
        drawn_at: moment("2025-07-10T08:00:00Z"),
        population: 900,
        drawn: 700,
        required: 489,
        answered,
        results: answered / 3,
        refused: 40,
        not_reached: 660 - answered,
        extrapolated: Some(Extrapolated {
            share: 1.0 / 3.0,
            total: 300.0,
            margin,
            is_reliable: margin <= 0.03,
        }),
    };
    vec![survey("EECR05", 520, 0.0264), survey("EECR06", 200, 0.0576)]
}

/// What is new since half a year ago.
pub fn changes(figures: &[Figure]) -> Changes {
    let difference = |figure: &Figure| {
        let change = |total: i64| Change { women: total, men: 0, non_binary: 0, total };
        FigureDifference {
            period: Arc::clone(&figure.period),
            unit: Arc::clone(&figure.unit),
            region_category: figure.region_category,
            indicator: Arc::clone(&figure.indicator),
            from: Count { genders: figure.genders, total: figure.total - 5 },
            to: Count { genders: figure.genders, total: figure.total },
            causes: vec![(DifferenceCause::NewRecord, change(7)), (DifferenceCause::Correction, change(-2))],
        }
    };
    let of_period = figures.iter().filter(|figure| figure.unit.kind == Breakdown::Period && figure.total > 5);
    Changes {
        since: Moment { cut_off: day("2025-06-30"), known_at: Some(moment("2025-07-15T07:00:00Z")) },
        edition: Some(1),
        differences: of_period.map(difference).collect(),
    }
}

/// A share of everybody and a number of women.
pub fn estimates(figures: &[Figure]) -> Vec<Estimate> {
    let estimate = |(code, gender, amount): (&str, Option<Gender>, Amount)| {
        let figure = figures.iter().find(|figure| figure.indicator.code == code).expect("a figure");
        Estimate {
            id: EstimateId::fresh(),
            unit: Arc::clone(&figure.unit),
            indicator: Arc::clone(&figure.indicator),
            gender,
            amount,
            method: "=Befragung der Beratungsstellen, Mai 2025".into(),
            document: Some("Vermerk 12/2025".into()),
            valid_from: day("2025-06-30"),
            entered_at: moment("2025-07-01T08:00:00Z"),
        }
    };
    let given = [("EECO16", None, Amount::Share(0.04)), ("EECO15", Some(Gender::Female), Amount::Count(17))];
    given.into_iter().map(estimate).collect()
}

/// Warnings that somebody accepts.
pub fn waivers() -> Vec<WaivedWarning> {
    let about = "001-K, 0901: Ereignis am 01.03.2024";
    let unknown = "Geschlecht fehlt: Der Datensatz zählt für keinen Indikator, bis die Angabe da ist.";
    let late = "Das Ergebnis am 01.03.2024 liegt nach dem 28. Tag nach dem Austritt und zählt nicht.";
    let waived = |(rule, message, reason): (&str, &str, &str)| WaivedWarning {
        rule: rule.into(),
        about: about.into(),
        message: message.into(),
        reason: reason.into(),
        by: "Koordination (Beispiel)".into(),
        at: moment("2025-12-01T10:00:00Z"),
    };
    [("V-01", unknown, "Zweimal nachgefragt"), ("V-14", late, "@geprüft")].into_iter().map(waived).collect()
}
