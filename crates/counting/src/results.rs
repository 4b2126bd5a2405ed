//! What follows an exit.

use chrono::NaiveDate;

use crate::condition::Condition;
use crate::entry::Entry;
use crate::leaving::{Departure, Later, Leaving, six_months_after};
use crate::timeline::{Tally, Timeline};
use crate::{Case, FollowUp, OpenResultWindow, Rulebook, SixMonths};

/// What follows an exit until the next entry, if there is one.
pub(crate) struct Results<'a> {
    pub(crate) case: &'a Case<'a>,
    pub(crate) rulebook: &'static Rulebook,
    pub(crate) entry: &'a Entry<'a>,
    pub(crate) departure: Departure,
    pub(crate) next_entry: Option<NaiveDate>,
}

impl Results<'_> {
    /// States how things stand from each day on that changes something, ascending.
    pub(crate) fn state(&self, timeline: &mut Timeline, at_entry: Tally) {
        let work = match self.entry.profile().six_months {
            SixMonths::PointInTime => None,
            SixMonths::Within => self.departure.first_work(self.case),
        };
        let at_work_by = |day| work.is_some_and(|work| work <= day);
        let mut so_far = at_entry;
        for day in self.departure.days(self.window_days(work)) {
            if self.is_stated_on(day) {
                so_far = self.upon_leaving(at_entry, &self.departure.by(day, self.case));
            }
            let later = Later { in_employment: at_work_by(day), improved: false };
            self.state_from(day, timeline, self.six_months_later(so_far, &later));
        }
        if let Some(day) = work.filter(|day| self.departure.day_of_window(*day).is_none()) {
            let later = Later { in_employment: true, improved: false };
            self.state_from(day, timeline, self.six_months_later(so_far, &later));
        }
        if let Some(day) = six_months_after(self.departure.exit)
            && let Some(follow_up) = self.follow_up(day)
        {
            let surveyed = Later::of(follow_up);
            let later = Later { in_employment: surveyed.in_employment || at_work_by(day), ..surveyed };
            self.state_from(day, timeline, self.six_months_later(so_far, &later));
        }
    }

    /// The days of the window on which something may change.
    fn window_days(&self, work: Option<NaiveDate>) -> u32 {
        let results = match self.entry.profile().open_result_window {
            OpenResultWindow::Provisional => self.departure.days_of_change(self.case),
            OpenResultWindow::ClosedOnly => Departure::LAST_DAY,
        };
        let work = work.and_then(|day| self.departure.day_of_window(day));
        results | work.unwrap_or_default()
    }

    /// Whether results upon leaving are stated anew on a day of the window.
    fn is_stated_on(&self, day: NaiveDate) -> bool {
        match self.entry.profile().open_result_window {
            OpenResultWindow::Provisional => true,
            OpenResultWindow::ClosedOnly => self.departure.day_of_window(day) == Some(Departure::LAST_DAY),
        }
    }

    /// An exit recorded for a day before the entry takes effect with the entry.
    fn state_from(&self, day: NaiveDate, timeline: &mut Timeline, tally: Tally) {
        let from = day.max(self.departure.last_entry);
        if self.next_entry.is_none_or(|next| from < next) {
            timeline.state(from, tally);
        }
    }

    /// The latest answered survey from that day on. A survey after a re-entry speaks of a later exit.
    fn follow_up(&self, six_months_later: NaiveDate) -> Option<&FollowUp> {
        (self.case.follow_ups.iter())
            .filter(|survey| survey.is_answered() && survey.surveyed_on >= six_months_later)
            .filter(|survey| self.next_entry.is_none_or(|next| survey.surveyed_on < next))
            .max_by_key(|survey| survey.surveyed_on)
    }

    fn upon_leaving(&self, mut tally: Tally, leaving: &Leaving) -> Tally {
        for indicator in self.rulebook.indicators {
            if let Condition::UponLeaving(holds) = indicator.condition {
                tally.note(indicator, holds(self.entry, leaving));
            }
        }
        tally
    }

    fn six_months_later(&self, mut tally: Tally, later: &Later) -> Tally {
        if *later == Later::default() {
            return tally;
        }
        for indicator in self.rulebook.indicators {
            if let Condition::SixMonthsLater(holds) = indicator.condition {
                tally.note(indicator, holds(self.entry, later));
            }
        }
        tally
    }
}
