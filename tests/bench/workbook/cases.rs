//! Cases of nobody: an evidence of people with no cell empty.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use counting::{ESF_PLUS, Gender};
use domain::{
    fact::SubjectKind,
    figure::{Breakdown, EvidenceList, EvidencePart, EvidenceRow, Unit},
    indicator::Catalogue,
    sub_project::RegionCategory,
};
use reporting::{Evidence, EvidenceSource, SourceError};

/// Columns before those of the indicators.
const BEFORE: usize = 6;
/// Columns of indicators.
pub const INDICATORS: usize = 20 - BEFORE;

const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date");

/// So many cases, made one by one.
#[derive(Clone, Debug)]
pub struct Cases {
    count: u64,
    sub_projects: Vec<Arc<Unit>>,
}

impl Cases {
    /// So many.
    pub fn new(count: u64) -> Self {
        let unit = |number: u32| Unit {
            kind: Breakdown::SubProject,
            code: Some(format!("{number:04}")),
            name: "Teilvorhaben".into(),
        };
        Self { count, sub_projects: (901..931).map(|number| Arc::new(unit(number))).collect() }
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = EvidenceRow> + '_ {
        (0..self.count).map(|number| self.case(number))
    }

    fn case(&self, number: u64) -> EvidenceRow {
        let entered_on = FIRST_DAY + Days::new(number % 1_000);
        EvidenceRow {
            sub_project: Arc::clone(&self.sub_projects[(number % 30) as usize]),
            region_category: RegionCategory::MoreDeveloped,
            kind: SubjectKind::Person,
            reference: format!("{number:07}-K"),
            gender: Some([Gender::Female, Gender::Male, Gender::NonBinary][(number % 3) as usize]),
            entered_on: Some(entered_on),
            left_on: Some(entered_on + Days::new(90)),
            since: entered_on,
            counts: (0..INDICATORS).map(|place| (place, 1)).collect(),
        }
    }

    /// The same as the evidence of a report.
    pub fn evidence(self) -> Evidence {
        let all = Catalogue::law(&ESF_PLUS);
        let of_people = all.all().iter().filter(|one| EvidencePart::of(one) == EvidencePart::People);
        let people = EvidenceList {
            indicators: of_people.take(INDICATORS).cloned().collect(),
            rows: self.count,
            sums: Vec::new(),
        };
        Evidence { people, others: EvidenceList::default(), source: Arc::new(self) }
    }
}

impl EvidenceSource for Cases {
    fn rows(&self, _: EvidencePart) -> Box<dyn Iterator<Item = Result<EvidenceRow, SourceError>> + '_> {
        Box::new(self.iter().map(Ok))
    }
}
