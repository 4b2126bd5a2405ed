//! Questions about figures, and answers that can be compared.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Domain,
    figure::{
        Breakdown, CaseCursor, CasePageRequest, Figure, FigureCase, FigureKey, FigureQuery, Which, case_page,
        figures,
    },
};

use crate::world::operator;

/// All levels.
pub const LEVELS: [Breakdown; 3] = [Breakdown::Period, Breakdown::Network, Breakdown::SubProject];

pub fn query(by: Breakdown, cut_off: NaiveDate, known_at: Option<DateTime<Utc>>) -> FigureQuery {
    FigureQuery {
        period: "IQ-2023".to_owned(),
        cut_off,
        known_at,
        network: None,
        strand: None,
        sub_project: None,
        by: Some(by),
        kinds: Vec::new(),
        indicators: Vec::new(),
    }
}

/// The figures of all levels.
pub async fn all_figures(
    domain: &Domain,
    cut_off: NaiveDate,
    known_at: Option<DateTime<Utc>>,
) -> Vec<Figure> {
    let mut all = Vec::new();
    for level in LEVELS {
        all.extend(figures(domain, &operator(), &query(level, cut_off, known_at)).await.expect("figures"));
    }
    all
}

/// Everything a figure says, as text.
pub fn said(figures: &[Figure]) -> Vec<String> {
    let said = |figure: &Figure| {
        format!(
            "{} {:?} {} {:?} {} {:?} {:?} {:?}",
            name(figure),
            figure.region_category,
            figure.indicator.code,
            figure.genders,
            figure.total,
            figure.persons,
            figure.persons_in_whole,
            figure.excluded
        )
    };
    figures.iter().map(said).collect()
}

pub fn name(figure: &Figure) -> &str {
    figure.unit.code.as_deref().unwrap_or("-")
}

/// What names a figure.
pub fn key(figure: &Figure, cut_off: NaiveDate, known_at: Option<DateTime<Utc>>) -> FigureKey {
    FigureKey {
        period: figure.period.to_string(),
        cut_off,
        known_at,
        unit: (figure.unit.kind, figure.unit.code.clone()),
        region_category: figure.region_category,
        indicator: figure.indicator.code.to_string(),
    }
}

/// The cases behind a figure, read in pages of three, and their number and quantity as the pages tell them.
pub async fn all_cases(domain: &Domain, key: &FigureKey, which: Which) -> (Vec<FigureCase>, (u64, u64)) {
    let mut all: Vec<FigureCase> = Vec::new();
    loop {
        let request = CasePageRequest { which, after: all.last().map(CaseCursor::of), limit: 3 };
        let page = case_page(domain, &operator(), key, request).await.expect("a page");
        let told = (page.total_count, page.quantity);
        let is_last = page.cases.len() < 3;
        all.extend(page.cases);
        if is_last {
            return (all, told);
        }
    }
}
