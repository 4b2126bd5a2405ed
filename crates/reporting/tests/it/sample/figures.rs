//! The figures: those of sub-projects are made up, all others are their sums.

use std::collections::BTreeMap;
use std::sync::Arc;

use counting::{ACTIVITIES, ESF_PLUS, Unit as Counted};
use domain::figure::{Breakdown, Figure, Genders, Plan, StrandFigures, Unit};
use domain::indicator::{Bilingual, Catalogue, Indicator, RulebookKind};
use domain::sub_project::RegionCategory;

pub const PLACES: [&str; 6] =
    ["Oberland", "Mittelfranken", "Donau-Wald", "Schwaben", "Untermain", "Oberpfalz"];
pub const OFFERS: [&str; 5] = [
    "Anerkennungs- und Qualifizierungsberatung",
    "Brückenmaßnahme Ingenieurwesen",
    "Anpassungsqualifizierung Pflege & Gesundheit",
    "Faire Integration",
    "Interkulturelle Öffnung der Arbeitsverwaltung – Schulungen für Jobcenter und Kommunen",
];

/// How many sub-projects there are; the last of them belong to no regional network.
const SUB_PROJECTS: usize = 30;
const IN_NETWORKS: usize = 28;

/// The activities that are told, of many more.
const TOLD: [&str; 6] =
    ["CONTACTS", "FIRST_CONTACTS", "CONSULTED_PERSONS", "TRAININGS", "TRAINING_MINUTES", "PLANS_AGREED"];

/// The indicators of the law, two of the programme and some activities.
pub fn catalogue() -> Catalogue {
    let law = Catalogue::law(&ESF_PLUS);
    let first = law.all().first().expect("an indicator");
    let both = |de: &'static str, en: &'static str| Bilingual { de: de.into(), en: en.into() };
    let own = |code: &'static str, name, is_personal| Indicator {
        kind: RulebookKind::Programme,
        code: code.into(),
        bit: if is_personal { 0 } else { 1 },
        name,
        unit: if is_personal { Counted::Persons } else { Counted::Contacts },
        is_personal,
        legal_source: "Förderrichtlinie, Nr. 4".into(),
        ..Indicator::clone(first)
    };
    let programme = [
        own("BMAS-01", both("Beratene Frauen & Männer", "Women & men advised"), true),
        own("BMAS-02", both("Beratungen in Jobcentern", "Consultations in job centres"), false),
    ];
    let activities = ACTIVITIES.indicators.iter().filter(|one| TOLD.contains(&one.code));
    let activities =
        activities.map(|own| Indicator { kind: RulebookKind::Activities, ..Indicator::from(own) });
    law.all().iter().cloned().chain(programme.into_iter().chain(activities).map(Arc::new)).collect()
}

/// Those of the period, of its regional networks and of the sub-projects, level by level.
pub fn figures() -> Vec<Figure> {
    let catalogue = catalogue();
    let of_sub_project = |at: usize| {
        let name = format!("{} {}", OFFERS[at % 5], PLACES[at / 5]);
        let unit = unit(Breakdown::SubProject, Some(&code(at)), &name);
        let size = 240 / (at as u64 % 7 + 2);
        catalogue.all().iter().map(move |indicator| figure(&unit, indicator, size)).collect::<Vec<_>>()
    };
    let sub_projects: Vec<_> = (0..SUB_PROJECTS).map(of_sub_project).collect();
    let period = unit(Breakdown::Period, Some("IQ-2023"), "IQ – Integration durch Qualifizierung");
    let mut figures = sums(&period, &sub_projects, |_| true);
    for figure in &mut figures {
        let total = figure.total as f64;
        let target = match figure.indicator.code.as_ref() {
            "EECO01" => Some((total * 1.5).round()),
            "EECR03" => Some((total / 4.0).floor() + 0.5),
            "EECR05" => Some(0.0),
            _ => None,
        };
        figure.plan = plan(&figure.indicator, target);
    }
    for (at, place) in PLACES.iter().enumerate() {
        let name = format!("Regionales Integrationsnetzwerk {place}");
        let network = unit(Breakdown::Network, Some(&network_code(at)), &name);
        let own = sums(&network, &sub_projects, |sub_project| network_of(sub_project) == Some(at));
        figures.extend(own.into_iter().map(with_target));
    }
    let without = unit(Breakdown::Network, None, "");
    figures.extend(sums(&without, &sub_projects, |sub_project| network_of(sub_project).is_none()));
    figures.extend(sub_projects.into_iter().flatten().map(with_target));
    figures
}

fn code(sub_project: usize) -> String {
    format!("0{}", 901 + sub_project)
}

fn network_code(network: usize) -> String {
    format!("RIN-{:02}", network + 1)
}

fn network_of(sub_project: usize) -> Option<usize> {
    (sub_project < IN_NETWORKS).then_some(sub_project / 5)
}

/// The sub-projects that belong to regional networks.
pub fn networks() -> BTreeMap<String, String> {
    (0..IN_NETWORKS).filter_map(|at| Some((code(at), network_code(network_of(at)?)))).collect()
}

/// Two strands, and what belongs to neither.
pub fn strands(figures: &[Figure]) -> Vec<StrandFigures> {
    let (own, below): (Vec<_>, Vec<_>) =
        figures.iter().cloned().partition(|figure| figure.unit.kind == Breakdown::Period);
    let below: Vec<_> = below.into_iter().filter(|one| one.unit.kind == Breakdown::SubProject).collect();
    let sub_projects: Vec<_> =
        below.chunk_by(|one, next| one.unit == next.unit).map(<[Figure]>::to_vec).collect();
    let strand = |(code, name, rest): (Option<&str>, &str, usize)| StrandFigures {
        code: code.map(str::to_owned),
        name: name.to_owned(),
        sub_projects: (0..SUB_PROJECTS).filter(|at| at % 3 == rest).map(self::code).collect(),
        figures: sums(&own[0].unit, &sub_projects, |at| at % 3 == rest),
    };
    let strands = [
        (Some("AQB"), "Anerkennungs- und Qualifizierungsberatung", 0),
        (Some("FI"), "Faire Integration", 1),
        (None, "", 2),
    ];
    strands.into_iter().map(strand).collect()
}

/// The figures of some sub-projects added up, for a unit.
fn sums(unit: &Arc<Unit>, sub_projects: &[Vec<Figure>], wanted: impl Fn(usize) -> bool) -> Vec<Figure> {
    let mut members = sub_projects.iter().enumerate().filter(|(at, _)| wanted(*at)).map(|(_, own)| own);
    let mut all = members.next().expect("a sub-project").clone();
    for member in members {
        for (sum, one) in all.iter_mut().zip(member) {
            let added = |one: Option<u64>, other: Option<u64>| Some(one? + other?);
            sum.total += one.total;
            sum.persons = added(sum.persons, one.persons);
            sum.excluded = added(sum.excluded, one.excluded);
            sum.genders = sum.genders.zip(one.genders).map(|(sum, one)| Genders {
                women: sum.women + one.women,
                men: sum.men + one.men,
                non_binary: sum.non_binary + one.non_binary,
            });
        }
    }
    all.iter_mut().for_each(|figure| figure.unit = Arc::clone(unit));
    all
}

fn figure(unit: &Arc<Unit>, indicator: &Arc<Indicator>, size: u64) -> Figure {
    let share = size / (u64::from(indicator.bit) % 9 + 1);
    let genders = indicator.is_personal.then(|| Genders {
        women: share * 3 / 5,
        men: share * 2 / 5,
        non_binary: share % 3,
    });
    let total = genders.map_or(share / 10, |genders| genders.women + genders.men + genders.non_binary);
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
        is_owed: true,
        plan: Plan::default(),
        rounded: false,
    }
}

/// A figure below the period, with a target where the period has one to be reached.
fn with_target(figure: Figure) -> Figure {
    let target = match figure.indicator.code.as_ref() {
        "EECO01" => Some(figure.total as f64 * 1.5),
        "EECR03" => Some(figure.total as f64 / 4.0 + 0.5),
        _ => None,
    };
    Figure { plan: plan(&figure.indicator, target), ..figure }
}

/// A target, and beside it a milestone of an output, or the reference value of a result.
fn plan(indicator: &Indicator, target: Option<f64>) -> Plan {
    let part = |share: f64| target.map(|target| (target * share).round());
    let (milestone, reference) = if indicator.is_result { (None, part(0.6)) } else { (part(0.4), None) };
    Plan { target, milestone, reference, planned: part(1.1) }
}

pub fn unit(kind: Breakdown, code: Option<&str>, name: &str) -> Arc<Unit> {
    Arc::new(Unit { kind, code: code.map(str::to_owned), name: name.to_owned() })
}
