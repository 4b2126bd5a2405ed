//! What a report says, out of the domain.

use domain::{
    Domain, Result, Viewer,
    attainment::{self, AttainmentQuery},
    estimate::{self, EstimateQuery},
    figure::{self, FigureQuery, LeftOut},
    funding_period,
    indicator::RulebookKind,
    report::{self, Model, Subject},
    waiver,
};
use reporting::{Content, LeftOutCase, Period};
use texts::Language;

/// Puts together everything printed in the report of a run.
pub async fn content(domain: &Domain, run: &Model) -> Result<Content> {
    let viewer = Viewer::worker();
    let subject = report::subject(domain, run).await?;
    let query = FigureQuery {
        period: subject.period.code.clone(),
        cut_off: run.cut_off,
        known_at: Some(run.known_at),
        network: subject.network.clone(),
        sub_project: subject.sub_project.clone(),
        by: None,
        kinds: vec![RulebookKind::Law, RulebookKind::Programme, RulebookKind::Activities],
        indicators: Vec::new(),
    };
    let targets = AttainmentQuery {
        period: query.period.clone(),
        cut_off: query.cut_off,
        known_at: query.known_at,
        network: query.network.clone(),
        sub_project: query.sub_project.clone(),
        indicators: Vec::new(),
    };
    let estimates = EstimateQuery {
        period: query.period.clone(),
        cut_off: query.cut_off,
        known_at: query.known_at,
        network: query.network.clone(),
        sub_project: query.sub_project.clone(),
    };
    let overview = figure::overview(domain, &viewer, &query).await?;
    let language = run.language.parse().unwrap_or(Language::De);
    Ok(Content {
        file_name: file_name(run, &subject),
        unit: subject.unit,
        cut_off: run.cut_off,
        known_at: run.known_at,
        requested_by: match run.requested_by {
            Some(_) => run.requested_by_name.clone(),
            None => texts::text(language, "report-requested-locally"),
        },
        requested_at: run.requested_at,
        language,
        figures: overview.figures,
        targets: attainment::attainments(domain, &viewer, &targets).await?,
        estimates: estimate::list(domain, &viewer, &estimates).await?,
        waivers: waiver::about(domain, run).await?,
        left_out: overview.left_out.into_iter().map(case).collect(),
        profile: subject.profile,
        rulebook: subject.rulebook,
        catalogue: subject.catalogue,
        period: period(subject.period),
    })
}

/// Name of the download, e.g. `IQ-2023_TV-17_2023-12-31.xlsx`.
fn file_name(run: &Model, subject: &Subject) -> String {
    let unit = subject.sub_project.as_deref().or(subject.network.as_deref());
    let parts = [Some(subject.period.code.as_str()), unit].into_iter().flatten().map(plain);
    let name = parts.collect::<Vec<_>>().join("_");
    format!("{name}_{}.xlsx", run.cut_off)
}

/// A code as every file system takes it.
fn plain(code: &str) -> String {
    code.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect()
}

fn period(row: funding_period::Model) -> Period {
    Period {
        code: row.code,
        name: row.name,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        sub_project_term: row.sub_project_term,
        funder_line: row.funder_line,
        priority: row.priority,
        specific_objective: row.specific_objective,
    }
}

fn case(case: LeftOut) -> LeftOutCase {
    LeftOutCase {
        sub_project_code: case.sub_project.code.clone().unwrap_or_default(),
        sub_project_name: case.sub_project.name.clone(),
        reference: case.reference,
        since: case.since,
        missing: case.missing,
        indicators: case.indicators,
    }
}
