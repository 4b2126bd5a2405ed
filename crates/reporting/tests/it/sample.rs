//! A made-up report: six regional networks, thirty sub-projects, nobody real.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use counting::{ESF_PLUS, Gender, IndicatorSet, MissingField, Profile};
use domain::attainment::{Attainment, Days, Forecast, Method, Standing, TargetKind};
use domain::fact::SubjectKind;
use domain::figure::{
    Breakdown, Change, Count, DifferenceCause, EvidenceList, EvidencePart, EvidenceRow, EvidenceSum, Figure,
    FigureDifference, Genders, Moment, Plan, Point, Series, StrandFigures, Unit,
};
use domain::indicator::{Catalogue, Indicator};
use domain::sub_project::RegionCategory;
use reporting::{
    Changes, Content, Evidence, EvidenceSource, Extrapolated, LeftOutCase, Notes, Period, SourceError,
    Survey, TransmissionLayout,
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
        let figures = figures();
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
            strands: strands(&figures),
            development: development(&figures),
            targets: targets(&figures),
            surveys: surveys(),
            changes: Some(changes(&figures)),
            notes: notes(&figures),
            evidence: evidence(&figures),
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
        plan: plan(indicator, target),
        rounded: false,
    }
}

/// A target, and beside it a milestone of an output, or the reference value of a result.
fn plan(indicator: &Indicator, target: Option<f64>) -> Plan {
    let part = |share: f64| target.map(|target| (target * share).round());
    let (milestone, reference) = if indicator.is_result { (None, part(0.6)) } else { (part(0.4), None) };
    Plan { target, milestone, reference, planned: part(1.1) }
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

/// A note on the first figure.
fn notes(figures: &[Figure]) -> Notes {
    let mut notes = Notes::default();
    notes.add((&figures[0], None), "Stand mit dem BAMF abgestimmt am 12.01.2026.");
    notes
}

/// A cumulative target for every figure that has one and is not zero, half of the period having passed.
fn targets(figures: &[Figure]) -> Vec<Attainment> {
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
    figures.iter().filter(|figure| figure.unit.code.is_some()).filter_map(target).collect()
}

/// Two strands, each with a part of the period's figures.
fn strands(figures: &[Figure]) -> Vec<StrandFigures> {
    let of_period = || figures.iter().filter(|figure| figure.unit.kind == Breakdown::Period);
    let strand = |(code, name, part): (&str, &str, u64)| StrandFigures {
        code: Some(code.into()),
        name: name.into(),
        figures: of_period()
            .map(|figure| Figure { total: figure.total / part, plan: Plan::default(), ..figure.clone() })
            .collect(),
    };
    let strands = [("AQB", "Anerkennungs- und Qualifizierungsberatung", 2), ("FI", "Faire Integration", 3)];
    strands.into_iter().map(strand).collect()
}

/// Three years in which everything grew evenly.
fn development(figures: &[Figure]) -> Vec<Series> {
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

fn surveys() -> Vec<Survey> {
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

fn changes(figures: &[Figure]) -> Changes {
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

/// Cases that add up to the figures of the period: as many in each gender column as its largest figure has, of whom the
/// first so many count for each indicator.
pub fn evidence(figures: &[Figure]) -> Evidence {
    let mut rows = Vec::new();
    let mut lists = [EvidencePart::People, EvidencePart::Others].map(|part| {
        let told = |figure: &&Figure| {
            figure.unit.kind == Breakdown::Period && EvidencePart::of(&figure.indicator) == part
        };
        let told: Vec<&Figure> = figures.iter().filter(told).collect();
        for (column, gender) in
            [Some(Gender::Female), Some(Gender::Male), Some(Gender::NonBinary), None].into_iter().enumerate()
        {
            let counts: Vec<u64> = told.iter().map(|figure| columns(figure)[column]).collect();
            for number in 0..counts.iter().copied().max().unwrap_or_default() {
                let counted = counts
                    .iter()
                    .enumerate()
                    .filter(|(_, count)| number < **count)
                    .map(|(place, _)| (place, 1));
                let row = row(rows.len() as u64, gender, counted.collect());
                rows.push((part, row));
            }
        }
        let sum = |(indicator, figure): (usize, &&Figure)| EvidenceSum {
            indicator,
            region_category: figure.region_category,
            genders: figure.genders.unwrap_or_default(),
            total: figure.total,
        };
        EvidenceList {
            indicators: told.iter().map(|figure| Arc::clone(&figure.indicator)).collect(),
            rows: rows.iter().filter(|(of, _)| *of == part).count() as u64,
            sums: told.iter().enumerate().map(sum).collect(),
        }
    });
    let [people, others] = [0, 1].map(|at| std::mem::take(&mut lists[at]));
    Evidence { people, others, source: Arc::new(Given(rows)) }
}

fn columns(figure: &Figure) -> [u64; 4] {
    match figure.genders {
        Some(Genders { women, men, non_binary }) => [women, men, non_binary, 0],
        None => [0, 0, 0, figure.total],
    }
}

fn row(number: u64, gender: Option<Gender>, counts: Vec<(usize, u64)>) -> EvidenceRow {
    let entered_on = day("2023-01-01") + chrono::Days::new(number % 900);
    let code = format!("0{}", 901 + number % 30);
    EvidenceRow {
        sub_project: unit(Breakdown::SubProject, Some(&code), "Teilvorhaben"),
        region_category: RegionCategory::MoreDeveloped,
        kind: if gender.is_some() { SubjectKind::Person } else { SubjectKind::Entity },
        reference: format!("00{number}-K"),
        gender,
        entered_on: gender.map(|_| entered_on),
        left_on: gender.filter(|_| !number.is_multiple_of(3)).map(|_| entered_on + chrono::Days::new(90)),
        since: entered_on,
        counts,
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
