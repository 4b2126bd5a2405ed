//! Verdicts over time become spans.

use chrono::NaiveDate;

use crate::condition::Verdict;
use crate::{Indicator, IndicatorSet, Span};

/// The verdicts on one case at one cut-off.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    counts: IndicatorSet,
    could_count: IndicatorSet,
    counts_anyway: IndicatorSet,
}

impl Tally {
    pub(crate) fn note(&mut self, indicator: &Indicator, verdict: Verdict) {
        match verdict {
            Verdict::Yes => self.counts.insert(indicator.bit),
            Verdict::Possible => self.could_count.insert(indicator.bit),
            Verdict::No => {}
        }
    }

    /// Notes an indicator that counts the case even while data are missing.
    pub(crate) fn note_anyway(&mut self, indicator: &Indicator) {
        self.counts_anyway.insert(indicator.bit);
    }
}

/// Spans as they grow, cut-off by cut-off.
#[derive(Debug)]
pub(crate) struct Timeline {
    complete: bool,
    spans: Vec<Span>,
}

impl Timeline {
    pub(crate) fn new(complete: bool) -> Self {
        let spans = Vec::new();
        Self { complete, spans }
    }

    /// States how things stand from a day on; never earlier than what was stated before.
    /// A second statement for the same day replaces the first.
    pub(crate) fn state(&mut self, from: NaiveDate, tally: Tally) {
        let (counted, left_out) = if self.complete {
            (tally.counts.union(tally.counts_anyway), tally.could_count)
        } else {
            (tally.counts_anyway, tally.counts.union(tally.could_count))
        };
        self.spans.pop_if(|last| last.from == from);
        if let Some(last) = self.spans.last_mut() {
            let unchanged = last.counted == counted && last.left_out == left_out;
            last.until = (!unchanged).then_some(from);
            if unchanged {
                return;
            }
        }
        self.spans.push(Span { from, until: None, counted, left_out });
    }

    pub(crate) fn into_spans(self) -> Vec<Span> {
        self.spans
    }
}
