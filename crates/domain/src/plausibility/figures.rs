//! The rules between figures, over every column of every unit's: V-21 to V-29 and V-31, values below those of the
//! previous transmission (V-30), and targets missed by far (V-32).

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use counting::plausibility::{Column, Columns, Violation, check_figures, check_progress, rule};

use super::{CheckQuery, Finding, Owner, Place, place::finding};
use crate::{
    Domain, Error, Result, Scope, Viewer,
    attainment::{self, Attainment, AttainmentQuery, Standing, TargetKind},
    figure::{self, Breakdown, Figure, FigureQuery, Unit},
    indicator::RulebookKind,
    selection::Selection,
    sub_project::RegionCategory,
    worklist::next_transmission,
};

/// A cumulative target exceeded by more than half is worth a question: was it agreed too low, or is something counted
/// twice? An own convention.
const EXCEEDED: f64 = 1.5;

/// The rules that figures break, for every unit asked for that the viewer may read.
pub(super) async fn check(
    domain: &Domain,
    viewer: &Viewer,
    selection: &Selection,
    query: &CheckQuery,
) -> Result<Vec<Finding>> {
    let rulebook = selection.period.rulebook.as_deref().and_then(counting::rulebook);
    let rulebook = rulebook.ok_or(Error::Inconsistent { table: "funding_period", column: "rulebook" })?;
    let question = FigureQuery {
        period: query.period.clone(),
        cut_off: query.cut_off,
        known_at: selection.known_at,
        network: query.network.clone(),
        strand: None,
        sub_project: query.sub_project.clone(),
        by: None,
        kinds: vec![RulebookKind::Law],
        indicators: Vec::new(),
    };
    let levels = levels(viewer, query);
    let now = figure::by_levels(domain, viewer, (&question, &levels)).await?;
    let then = sent(domain, viewer, (&question, &levels, selection.period.starts_on)).await?;
    let mut findings = Vec::new();
    for (level, figures) in now.iter().enumerate() {
        let sent = then.get(level).map(|figures| by_unit(figures));
        for ((unit, region_category), columns) in by_unit(figures) {
            let owner = owner(selection, unit);
            let of = |code: &str| columns.get(code).copied().unwrap_or_default();
            let mut violations = check_figures(rulebook, &of);
            let before = sent.iter().flatten().find(|((known, category), _)| {
                (known.kind, &known.code, *category) == (unit.kind, &unit.code, region_category)
            });
            if let Some((_, before)) = before {
                let before = |code: &str| before.get(code).copied().unwrap_or_default();
                violations.extend(check_progress(rulebook, &of, &before));
            }
            findings.extend(violations.iter().map(|violation| {
                let indicator = violation.left.terms.clone();
                let place = Place::Figure { unit: Arc::clone(unit), region_category, indicator };
                told(violation, owner, place)
            }));
        }
    }
    let targets = AttainmentQuery {
        period: query.period.clone(),
        cut_off: query.cut_off,
        known_at: selection.known_at,
        network: query.network.clone(),
        strand: None,
        sub_project: query.sub_project.clone(),
        indicators: Vec::new(),
    };
    let attainments = attainment::attainments(domain, viewer, &targets).await?;
    findings.extend(attainments.iter().filter_map(|attainment| missed(selection, attainment)));
    Ok(findings)
}

/// The figures of the last transmission before the cut-off, by level; none before the first, and for a unit not known
/// then.
async fn sent(
    domain: &Domain,
    viewer: &Viewer,
    (question, levels, starts_on): (&FigureQuery, &[Breakdown], NaiveDate),
) -> Result<Vec<Vec<Figure>>> {
    let now = question.known_at.unwrap_or_else(|| domain.clock.now());
    let Some((cut_off, known_at)) = sent_before(starts_on, question.cut_off, now) else {
        return Ok(Vec::new());
    };
    let then = FigureQuery { cut_off, known_at: Some(known_at), ..question.clone() };
    match figure::by_levels(domain, viewer, (&then, levels)).await {
        Err(Error::Invalid(_)) => Ok(Vec::new()),
        figures => figures,
    }
}

/// The cut-off of the last transmission before a day, and the moment that was known when it was made: figures as at
/// 30 June and 31 December are transmitted by 31 July and 31 January. None before the first, and while it is not over.
fn sent_before(
    starts_on: NaiveDate,
    cut_off: NaiveDate,
    now: DateTime<Utc>,
) -> Option<(NaiveDate, DateTime<Utc>)> {
    let half_years = [(cut_off.year() - 1, 6, 30), (cut_off.year() - 1, 12, 31), (cut_off.year(), 6, 30)];
    let half_years =
        half_years.into_iter().filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    let last = half_years.filter(|day| starts_on <= *day && *day < cut_off).max()?;
    let known_at = next_transmission(last).succ_opt()?.and_time(NaiveTime::MIN).and_utc();
    (known_at <= now).then_some((last, known_at))
}

/// The levels whose figures the viewer may ask for.
fn levels(viewer: &Viewer, query: &CheckQuery) -> Vec<Breakdown> {
    match (&query.network, &query.sub_project) {
        (_, Some(_)) => vec![Breakdown::SubProject],
        (None, None) if *viewer.reads() == Scope::All => {
            vec![Breakdown::Period, Breakdown::Network, Breakdown::SubProject]
        }
        _ => vec![Breakdown::Network, Breakdown::SubProject],
    }
}

type ByIndicator<'a> = BTreeMap<&'a str, Columns>;

/// The figures of each unit and category of region by indicator.
fn by_unit(figures: &[Figure]) -> Vec<((&Arc<Unit>, RegionCategory), ByIndicator<'_>)> {
    let mut units: Vec<((&Arc<Unit>, RegionCategory), ByIndicator<'_>)> = Vec::new();
    for figure in figures {
        let key = (&figure.unit, figure.region_category);
        let genders = figure.genders.unwrap_or_default();
        let columns = Columns {
            women: genders.women,
            men: genders.men,
            non_binary: genders.non_binary,
            total: figure.total,
        };
        match units.last_mut().filter(|(last, _)| *last == key) {
            Some((_, known)) => {
                known.insert(&figure.indicator.code, columns);
            }
            None => units.push((key, BTreeMap::from([(&*figure.indicator.code, columns)]))),
        }
    }
    units
}

fn told(violation: &Violation, owner: Owner, place: Place) -> Finding {
    let column = match violation.column {
        Column::Women => "women",
        Column::Men => "men",
        Column::NonBinary => "non_binary",
        Column::Total => "total",
    };
    let found = finding(owner, (violation.rule, column), place);
    Finding {
        key: format!("{}/{}", found.key, violation.right.terms),
        value: violation.left.to_string(),
        allowed: violation.right.to_string(),
        ..found
    }
}

/// V-32: a target of which nothing or far too little is reached, or which is exceeded by far.
fn missed(selection: &Selection, attainment: &Attainment) -> Option<Finding> {
    let rule = rule("V-32")?;
    let none = attainment.actual == 0 && attainment.target > 0.0 && attainment.standing != Standing::TooEarly;
    let off = attainment.is_far_off()
        || attainment.ratio().is_some_and(|ratio| ratio > EXCEEDED && attainment.kind != TargetKind::Stock);
    let column = match attainment.gender {
        Some(gender) => gender.as_str(),
        None => "total",
    };
    let place = Place::Figure {
        unit: Arc::clone(&attainment.unit),
        region_category: attainment.region_category.unwrap_or_default(),
        indicator: attainment.indicator.code.to_string(),
    };
    let found = finding(owner(selection, &attainment.unit), (rule, column), place);
    let of = if attainment.region_category.is_some() { "" } else { "/all" };
    (none || off).then(|| Finding {
        key: format!("{}/{}{of}", found.key, attainment.kind.as_str()),
        value: attainment.actual.to_string(),
        allowed: attainment.target.to_string(),
        ..found
    })
}

/// Whose the figures of a unit are.
fn owner(selection: &Selection, unit: &Unit) -> Owner {
    let code = unit.code.as_deref();
    let none = Owner { period: selection.period.id, network: None, sub_project: None };
    match unit.kind {
        Breakdown::Period => none,
        Breakdown::Network => {
            let network = selection.networks.iter().find(|row| Some(row.code.as_str()) == code);
            Owner { network: network.map(|row| row.id), ..none }
        }
        Breakdown::SubProject => {
            let row = selection.sub_projects.iter().find(|row| Some(row.code.as_str()) == code);
            Owner { sub_project: row.map(|row| row.id), ..none }
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate, Utc};

    use super::sent_before;

    #[test]
    fn figures_were_sent_after_each_half_year() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let moment = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
        for (cut_off, now, expected) in [
            ("2023-06-30", "2030-01-01T00:00:00Z", None),
            ("2023-07-01", "2023-07-31T23:59:59Z", None),
            ("2023-07-01", "2023-08-01T00:00:00Z", Some(("2023-06-30", "2023-08-01T00:00:00Z"))),
            ("2023-12-31", "2024-03-01T00:00:00Z", Some(("2023-06-30", "2023-08-01T00:00:00Z"))),
            ("2024-01-01", "2024-03-01T00:00:00Z", Some(("2023-12-31", "2024-02-01T00:00:00Z"))),
        ] {
            let expected = expected.map(|(cut_off, known_at)| (day(cut_off), moment(known_at)));
            assert_eq!(
                sent_before(day("2023-01-01"), day(cut_off), moment(now)),
                expected,
                "{cut_off} {now}"
            );
        }
    }
}
