//! The differences of many figures at once.
//!
//! Cases of which nothing was learnt, in sub-projects that stayed in their unit, are counted by the million: what they
//! change is time passed. All others are looked at one by one.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use strum::VariantArray;

use super::{
    Change, Count, DifferenceCause, FigureDifference, Scene,
    changes::{self, Changes},
    history::{Difference, History, Points},
};
use crate::{
    Result,
    figure::{
        Breakdown, Unit,
        columns::{COLUMNS, SUB_PROJECTS_PER_STATEMENT, column_of},
        tally::{BITS, add, columns_on},
        units::Row,
    },
    id::SubProjectId,
    indicator::RulebookKind,
    sub_project::RegionCategory,
};

/// What tells one row of figures from another.
pub(super) type RowKey = (Breakdown, Option<String>, RegionCategory);

pub(super) fn key(row: &Row) -> RowKey {
    (row.unit.kind, row.unit.code.clone(), row.region_category)
}

const CAUSES: usize = DifferenceCause::VARIANTS.len();

/// The sums of one row under one kind of rulebook.
struct Sums {
    from: [[u64; BITS]; COLUMNS],
    to: [[u64; BITS]; COLUMNS],
    causes: [[[u64; BITS]; COLUMNS]; CAUSES],
}

impl Sums {
    const ZERO: Self =
        Self { from: [[0; BITS]; COLUMNS], to: [[0; BITS]; COLUMNS], causes: [[[0; BITS]; COLUMNS]; CAUSES] };

    fn begins_with(&mut self, bit: u8, difference: &Difference) {
        let cause = &mut self.causes[difference.cause as usize];
        for (column, count) in difference.first.iter().enumerate() {
            add(&mut self.from[column], 1 << bit, *count);
            add(&mut cause[column], 1 << bit, count.wrapping_neg());
        }
    }

    fn ends_with(&mut self, bit: u8, difference: &Difference) {
        let cause = &mut self.causes[difference.cause as usize];
        for (column, count) in difference.second.iter().enumerate() {
            add(&mut self.to[column], 1 << bit, *count);
            add(&mut cause[column], 1 << bit, *count);
        }
    }
}

/// A row as it was at both points.
struct Both {
    unit: Arc<Unit>,
    region_category: RegionCategory,
    owes_law: bool,
    sums: BTreeMap<RulebookKind, Box<Sums>>,
}

/// Where a sub-project belonged at both points, by the place of the row.
type Places = (Option<usize>, Option<usize>);

pub(super) async fn differences(scene: &Scene) -> Result<Vec<FigureDifference>> {
    let (mut rows, places) = rows(scene);
    let moved: Vec<(SubProjectId, Places)> = places.into_iter().collect();
    for some in moved.chunks(SUB_PROJECTS_PER_STATEMENT) {
        let ids: Vec<SubProjectId> = some.iter().map(|(id, _)| *id).collect();
        let mut learnt = scene.learnt(&ids).await?;
        for (id, places) in some {
            let changes = learnt.remove(id).unwrap_or_default();
            for kind in scene.second.kinds() {
                scene.compare((*id, kind), &changes, (&mut rows[..], *places));
            }
        }
    }
    let period: Arc<str> = scene.second.period.code.as_str().into();
    let zero = Sums::ZERO;
    let figures = rows.iter().flat_map(|row| {
        let (period, zero) = (&period, &zero);
        let owed = scene.second.indicators.iter();
        let owed = owed.filter(|indicator| row.owes_law || indicator.kind != RulebookKind::Law);
        owed.map(move |indicator| {
            let sums = row.sums.get(&indicator.kind).map_or(zero, |sums| sums);
            let bit = usize::from(indicator.bit);
            let change = |cause: &DifferenceCause| {
                let change = sums.causes[*cause as usize].map(|column| column[bit].cast_signed());
                change.iter().any(|count| *count != 0).then(|| (*cause, Change::of(change)))
            };
            FigureDifference {
                period: Arc::clone(period),
                unit: Arc::clone(&row.unit),
                region_category: row.region_category,
                indicator: Arc::clone(indicator),
                from: Count::of(sums.from.map(|column| column[bit]), indicator),
                to: Count::of(sums.to.map(|column| column[bit]), indicator),
                causes: DifferenceCause::VARIANTS.iter().filter_map(change).collect(),
            }
        })
    });
    Ok(figures.collect())
}

/// The rows of both points, those of the second first, and where each sub-project belonged.
fn rows(scene: &Scene) -> (Vec<Both>, BTreeMap<SubProjectId, Places>) {
    let mut rows: Vec<Both> = Vec::new();
    let mut known: BTreeMap<RowKey, usize> = BTreeMap::new();
    let mut places: BTreeMap<SubProjectId, Places> = BTreeMap::new();
    let questions = [(&scene.second, true), (&scene.first, false)];
    for (row, is_second) in
        questions.into_iter().flat_map(|(of, second)| of.rows.iter().map(move |row| (row, second)))
    {
        let place = *known.entry(key(row)).or_insert_with(|| {
            let (unit, region_category) = (Arc::clone(&row.unit), row.region_category);
            rows.push(Both { unit, region_category, owes_law: row.owes_law, sums: BTreeMap::new() });
            rows.len() - 1
        });
        rows[place].owes_law |= row.owes_law;
        for id in &row.sub_projects {
            let (first, second) = places.entry(*id).or_default();
            *(if is_second { second } else { first }) = Some(place);
        }
    }
    (rows, places)
}

impl Scene {
    /// Both points.
    pub(super) fn points(&self) -> Points {
        Points { days: self.days, known: self.known }
    }

    /// What the ledger learnt of sub-projects since the first point; nothing when that is now.
    pub(super) async fn learnt(
        &self,
        sub_projects: &[SubProjectId],
    ) -> Result<HashMap<SubProjectId, Changes>> {
        let (first, last) = (self.known.0, self.facts.known_at());
        match first {
            Some(after) if last.is_none_or(|last| after < last) => {
                let period = self.second.period.id;
                changes::since(&self.snapshot, period, (sub_projects, changes::Span { after, last })).await
            }
            _ => Ok(HashMap::new()),
        }
    }

    fn compare(
        &self,
        (id, kind): (SubProjectId, RulebookKind),
        changes: &Changes,
        (rows, (first, second)): (&mut [Both], Places),
    ) {
        let block = self.facts.about(id, kind);
        let changed = &changes[kind as usize];
        let stayed = first == second;
        let wanted = self.second.bits_of(kind);
        if let (true, Some(place)) = (stayed, second) {
            let mut before = columns_on(block, self.days.0);
            let mut after = columns_on(block, self.days.1);
            let people = self.facts.lock_people();
            for case in changed.keys().filter_map(|subject| block.case_of(*subject, &people)) {
                for fact in block.facts_of(case).map(|at| block.fact(at)) {
                    for (day, sums) in [(self.days.0, &mut before), (self.days.1, &mut after)] {
                        if fact.holds_on(day) {
                            let column = &mut sums[column_of(fact.gender)];
                            add(column, fact.counted.bits(), u64::from(fact.quantity).wrapping_neg());
                        }
                    }
                }
            }
            rows[place].time_passed(kind, &before, &after);
        }
        let mut one = |history: History| {
            let mut bits = history.bits() & wanted;
            while bits != 0 {
                let bit = u8::try_from(bits.trailing_zeros()).unwrap_or_default();
                bits &= bits - 1;
                let difference = history.difference(bit, &self.points());
                if let Some(place) = first {
                    rows[place].of(kind).begins_with(bit, &difference);
                }
                if let Some(place) = second {
                    rows[place].of(kind).ends_with(bit, &difference);
                }
            }
        };
        let people = self.facts.lock_people();
        for (subject, versions) in changed {
            let open = block.case_of(*subject, &people).map(|case| block.facts_of(case)).unwrap_or_default();
            one(History::of(versions, open.map(|at| block.fact(at))));
        }
        if !stayed {
            for case in block.cases().filter(|case| !changed.contains_key(&block.subject(*case, &people))) {
                one(History::of(&[], block.facts_of(case).map(|at| block.fact(at))));
            }
        }
    }
}

impl Both {
    fn of(&mut self, kind: RulebookKind) -> &mut Sums {
        self.sums.entry(kind).or_insert_with(|| Box::new(Sums::ZERO))
    }

    /// Adds cases of which nothing was learnt.
    fn time_passed(
        &mut self,
        kind: RulebookKind,
        before: &[[u64; BITS]; COLUMNS],
        after: &[[u64; BITS]; COLUMNS],
    ) {
        let sums = self.of(kind);
        for column in 0..COLUMNS {
            for bit in 0..BITS {
                let (first, second) = (before[column][bit], after[column][bit]);
                let sum = |sum: &mut u64, more| *sum = sum.wrapping_add(more);
                sum(&mut sums.from[column][bit], first);
                sum(&mut sums.to[column][bit], second);
                sum(
                    &mut sums.causes[DifferenceCause::TimePassed as usize][column][bit],
                    second.wrapping_sub(first),
                );
            }
        }
    }
}
