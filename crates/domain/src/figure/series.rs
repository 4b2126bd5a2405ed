//! Figures over time, in one pass: what begins and what ends between two days of a series, summed up along it.

use std::{cmp::Ordering, sync::Arc};

use chrono::NaiveDate;

use super::{
    Figure, FigureQuery, Genders,
    columns::{Block, COLUMNS, Day, PeriodFacts, column_of},
    disclosure::{self, round, round_each},
    service::{self, off_the_runtime, require_askable},
    tally::{BITS, Lanes, ROOM, add, bytes_used, on_all_cores},
    units::Question,
};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    indicator::{Indicator, RulebookKind},
};

/// Days a series may have: twenty years of months.
pub(super) const LONGEST: usize = 240;

/// Which series are wanted.
#[derive(Clone, Debug)]
pub struct SeriesQuery {
    /// The figures. Their cut-off does not matter.
    pub figures: FigureQuery,
    /// The cut-offs, in ascending order and 240 at most; month ends as a rule.
    pub cut_offs: Vec<NaiveDate>,
}

/// A figure at each of the cut-offs asked for.
#[derive(Clone, Debug)]
pub struct Series {
    /// The figure at the last cut-off, with everything that identifies it.
    pub figure: Figure,
    /// Its values, in the order of the cut-offs.
    pub points: Vec<Point>,
}

/// A value of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// Cases by gender; none for indicators about entities.
    pub genders: Option<Genders>,
    /// Cases, or what else the indicator counts.
    pub total: u64,
    /// Cases left out; none for public figures.
    pub excluded: Option<u64>,
}

/// The figures asked for, each at all cut-offs.
///
/// # Errors
/// Those of [`super::figures`]; cut-offs that do not ascend, none, or more than 240.
pub async fn series(domain: &Domain, viewer: &Viewer, query: &SeriesQuery) -> Result<Vec<Series>> {
    let ascending = query.cut_offs.is_sorted_by(|a, b| a.cmp(b) == Ordering::Less);
    let (Some(last), true, 1..=LONGEST) = (query.cut_offs.last(), ascending, query.cut_offs.len()) else {
        return Err(Error::invalid(UserError::new("series-days", "cutOffs").with_value(LONGEST)));
    };
    for cut_off in &query.cut_offs {
        require_askable(domain, viewer, &FigureQuery { cut_off: *cut_off, ..query.figures.clone() })?;
    }
    let figures = FigureQuery { cut_off: *last, ..query.figures.clone() };
    let (question, facts) = service::read(domain, viewer, &figures).await?;
    let at_last = service::count(Arc::clone(&question), Arc::clone(&facts), *last).await;
    let cut_offs = query.cut_offs.clone();
    let work = {
        let facts = Arc::clone(&facts);
        move || points(&question, &facts, &cut_offs)
    };
    let points = off_the_runtime(facts.held().facts, work).await;
    let series = at_last.into_iter().zip(points).map(|(figure, points)| Series { figure, points });
    Ok(if viewer.is_anonymous() { series.map(publish).collect() } else { series.collect() })
}

/// A series as the public may see it.
fn publish(series: Series) -> Series {
    let point = |point: Point| Point {
        genders: point.genders.map(round_each),
        total: round(point.total),
        excluded: None,
        ..point
    };
    Series {
        figure: disclosure::publish(series.figure),
        points: series.points.into_iter().map(point).collect(),
    }
}

/// The values of every figure of a question, in the order of [`super::figures`].
pub(super) fn points(question: &Question, facts: &PeriodFacts, cut_offs: &[NaiveDate]) -> Vec<Vec<Point>> {
    let calendar = Calendar::of(cut_offs);
    let mut sums: Vec<Vec<(RulebookKind, Curve)>> = question.rows.iter().map(|_| Vec::new()).collect();
    for kind in question.kinds() {
        let blocks: Vec<_> = question
            .rows
            .iter()
            .enumerate()
            .flat_map(|(row, of)| of.sub_projects.iter().map(move |id| (row, id)))
            .map(|(row, id)| (row, facts.about(*id, kind)))
            .filter(|(_, block)| block.len() > 0)
            .collect();
        let sizes: Vec<usize> = blocks.iter().map(|(_, block)| block.len()).collect();
        let curves = on_all_cores(&sizes, |at| Curve::of(blocks[at].1, &calendar));
        for of in &mut sums {
            of.push((kind, Curve::flat(cut_offs.len())));
        }
        for ((row, _), curve) in blocks.iter().zip(curves) {
            if let Some((_, sum)) = sums[*row].last_mut() {
                sum.join(&curve);
            }
        }
    }
    let figures = question.rows.iter().zip(&mut sums).flat_map(|(row, of)| {
        of.iter_mut().for_each(|(_, curve)| curve.sum_up());
        let of = &*of;
        question.owed_by(row).map(move |indicator| {
            let curve = of.iter().find(|(kind, _)| *kind == indicator.kind).map(|(_, curve)| curve);
            let points = cut_offs.iter().enumerate();
            points.filter_map(|(at, day)| Some(curve?.point(at, *day, indicator))).collect()
        })
    });
    figures.collect()
}

/// For every day the first cut-off that is not before it.
struct Calendar {
    first: Vec<u8>,
    length: usize,
}

impl Calendar {
    fn of(cut_offs: &[NaiveDate]) -> Self {
        let mut first = Vec::with_capacity(usize::from(u16::MAX) + 1);
        for (at, cut_off) in (0_u8..).zip(cut_offs) {
            first.resize(first.len().max(usize::from(Day::of(*cut_off).0) + 1), at);
        }
        let length = cut_offs.len();
        first.resize(usize::from(u16::MAX) + 1, u8::try_from(length).unwrap_or(u8::MAX));
        Self { first, length }
    }

    fn at(&self, day: u16) -> usize {
        self.first[usize::from(day)].into()
    }
}

/// Counts of one unit by cut-off, gender column and indicator; as differences until they are summed up.
struct Curve(Vec<[[u64; BITS]; COLUMNS + 1]>);

/// The place of what is left out, behind the gender columns.
const LEFT_OUT: usize = COLUMNS;

impl Curve {
    fn flat(length: usize) -> Self {
        Self(vec![[[0; BITS]; COLUMNS + 1]; length])
    }

    fn of(block: &Block, calendar: &Calendar) -> Self {
        let mut curve = Self::flat(calendar.length);
        match bytes_used(block.raw().0) {
            0 => {}
            1..=4 => curve.count::<4>(block, calendar),
            5 => curve.count::<5>(block, calendar),
            _ => curve.count::<8>(block, calendar),
        }
        for (at, quantity) in block.quantities() {
            let fact = block.fact(at);
            let more = u64::from(quantity).wrapping_sub(1);
            let span = (calendar.at(fact.from.0), calendar.at(fact.until.0));
            curve.add(span, (column_of(fact.gender), fact.counted.bits()), more);
        }
        for at in block.leaving_out() {
            let fact = block.fact(at);
            let span = (calendar.at(fact.from.0), calendar.at(fact.until.0));
            curve.add(span, (LEFT_OUT, fact.left_out.bits()), fact.quantity.into());
        }
        curve
    }

    /// Adds something from one cut-off until before another.
    fn add(&mut self, (from, until): (usize, usize), (column, bits): (usize, u64), times: u64) {
        if from < until {
            add(&mut self.0[from][column], bits, times);
            if let Some(end) = self.0.get_mut(until) {
                add(&mut end[column], bits, times.wrapping_neg());
            }
        }
    }

    /// Adds each fact where it begins, and takes it away where it ends.
    fn count<const BYTES: usize>(&mut self, block: &Block, calendar: &Calendar) {
        let (counted, from, until, columns) = block.raw();
        let begins = counted.iter().zip(from.iter().zip(until)).zip(columns).map(|((bits, days), column)| {
            let (from, until) = (calendar.at(*days.0), calendar.at(*days.1));
            (if from < until { from } else { calendar.length }, *bits, column & 3)
        });
        self.gather::<BYTES>(begins, |sum, count| sum.wrapping_add(count));
        let ends = counted.iter().zip(from.iter().zip(until)).zip(columns).map(|((bits, days), column)| {
            let (from, until) = (calendar.at(*days.0), calendar.at(*days.1));
            (if from < until { until } else { calendar.length }, *bits, column & 3)
        });
        self.gather::<BYTES>(ends, |sum, count| sum.wrapping_sub(count));
    }

    /// Counts by place and gender column; what lies behind the last cut-off is not counted.
    fn gather<const BYTES: usize>(
        &mut self,
        changes: impl Iterator<Item = (usize, u64, u8)>,
        join: impl Fn(u64, u64) -> u64 + Copy,
    ) {
        let mut lanes = vec![[(Lanes::<BYTES>::ZERO, 0_usize); COLUMNS]; self.0.len() + 1];
        let empty = |curve: &mut Self, at: usize, column: usize, lanes: &mut Lanes<BYTES>| {
            let mut counts = [0; BITS];
            lanes.empty(&mut counts);
            if let Some(sums) = curve.0.get_mut(at) {
                for (sum, count) in sums[column].iter_mut().zip(counts) {
                    *sum = join(*sum, count);
                }
            }
        };
        for (at, bits, column) in changes {
            let column = usize::from(column);
            let (sums, added) = &mut lanes[at][column];
            sums.add(bits);
            *added += 1;
            if *added == ROOM {
                *added = 0;
                empty(self, at, column, sums);
            }
        }
        for (at, of) in lanes.iter_mut().enumerate() {
            for (column, (sums, _)) in of.iter_mut().enumerate() {
                empty(self, at, column, sums);
            }
        }
    }

    fn join(&mut self, other: &Self) {
        let sums = self.0.as_flattened_mut().as_flattened_mut();
        for (sum, more) in sums.iter_mut().zip(other.0.as_flattened().as_flattened()) {
            *sum = sum.wrapping_add(*more);
        }
    }

    /// Makes counts out of differences.
    fn sum_up(&mut self) {
        for at in 1..self.0.len() {
            let (before, rest) = self.0.split_at_mut(at);
            let sums = rest[0].as_flattened_mut().iter_mut();
            for (sum, before) in sums.zip(before[at - 1].as_flattened()) {
                *sum = sum.wrapping_add(*before);
            }
        }
    }

    fn point(&self, at: usize, cut_off: NaiveDate, indicator: &Indicator) -> Point {
        let [women, men, non_binary, others, excluded] =
            self.0[at].map(|column| column[usize::from(indicator.bit)]);
        Point {
            cut_off,
            genders: indicator.is_personal.then_some(Genders { women, men, non_binary }),
            total: women + men + non_binary + others,
            excluded: Some(excluded),
        }
    }
}
