//! The cases behind the figures.

use std::sync::Arc;

use counting::Gender;
use domain::fact::SubjectKind;
use domain::figure::{
    Breakdown, EvidenceList, EvidencePart, EvidenceRow, EvidenceSum, Figure, Genders, Unit,
};
use domain::sub_project::RegionCategory;
use reporting::{Evidence, EvidenceSource, SourceError};

use super::day;
use super::figures::catalogue;

const GENDERS: [Option<Gender>; 4] =
    [Some(Gender::Female), Some(Gender::Male), Some(Gender::NonBinary), None];

/// Cases that add up to the figures of the sub-projects: of each as many in each gender column as its largest figure has,
/// of whom the first so many count for each indicator.
pub fn evidence(figures: &[Figure]) -> Evidence {
    let below = |figure: &&Figure| figure.unit.kind == Breakdown::SubProject;
    let below: Vec<&Figure> = figures.iter().filter(below).collect();
    let mut rows = Vec::new();
    let [people, others] = [EvidencePart::People, EvidencePart::Others].map(|part| {
        let catalogue = catalogue();
        let told = catalogue.all().iter().filter(|indicator| EvidencePart::of(indicator) == part);
        let mut list = EvidenceList { indicators: told.cloned().collect(), ..EvidenceList::default() };
        for own in below.chunk_by(|one, next| one.unit == next.unit) {
            let own: Vec<&Figure> =
                own.iter().copied().filter(|figure| EvidencePart::of(&figure.indicator) == part).collect();
            for (column, gender) in GENDERS.into_iter().enumerate() {
                let counts: Vec<u64> = own.iter().map(|figure| columns(figure)[column]).collect();
                for number in 0..counts.iter().copied().max().unwrap_or_default() {
                    let counting = counts.iter().enumerate().filter(|(_, count)| number < **count);
                    let counted = counting.map(|(place, _)| (place, 1)).collect();
                    rows.push((part, row(&own[0].unit, (rows.len() as u64, gender), counted)));
                    list.rows += 1;
                }
            }
            list.sums.extend(own.iter().enumerate().filter(|(_, figure)| figure.total > 0).map(sum));
        }
        list
    });
    Evidence { people, others, source: Arc::new(Given(rows)) }
}

fn sum((indicator, figure): (usize, &&Figure)) -> EvidenceSum {
    EvidenceSum {
        sub_project: Arc::clone(&figure.unit),
        indicator,
        region_category: figure.region_category,
        genders: figure.genders.unwrap_or_default(),
        total: figure.total,
    }
}

fn columns(figure: &Figure) -> [u64; 4] {
    match figure.genders {
        Some(Genders { women, men, non_binary }) => [women, men, non_binary, 0],
        None => [0, 0, 0, figure.total],
    }
}

fn row(
    sub_project: &Arc<Unit>,
    (number, gender): (u64, Option<Gender>),
    counts: Vec<(usize, u64)>,
) -> EvidenceRow {
    let entered_on = day("2023-01-01") + chrono::Days::new(number % 900);
    EvidenceRow {
        sub_project: Arc::clone(sub_project),
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
struct Given(Vec<(EvidencePart, EvidenceRow)>);

impl EvidenceSource for Given {
    fn rows(&self, part: EvidencePart) -> Box<dyn Iterator<Item = Result<EvidenceRow, SourceError>> + '_> {
        let rows = self.0.iter().filter(move |(of, _)| *of == part);
        Box::new(rows.map(|(_, row)| Ok(row.clone())))
    }
}
