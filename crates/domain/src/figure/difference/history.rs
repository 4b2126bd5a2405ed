//! How one case stood at any point, and why that changed. Pure.

use chrono::{DateTime, Utc};

use super::DifferenceCause;
use crate::{
    fact::Cause,
    figure::{
        case::since,
        columns::{COLUMNS, Day, Fact, column_of},
    },
};

/// A fact with the time it was known in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Version {
    pub fact: Fact,
    /// None: before the first point's knowledge.
    pub known_from: Option<DateTime<Utc>>,
    /// None: known now.
    pub known_until: Option<DateTime<Utc>>,
    pub cause: Option<Cause>,
    pub end_cause: Option<Cause>,
}

impl Version {
    /// A fact that has been known since before the first point.
    pub fn known_all_along(fact: Fact) -> Self {
        Self { fact, known_from: None, known_until: None, cause: None, end_cause: None }
    }

    fn known_at(&self, moment: Option<DateTime<Utc>>) -> bool {
        match moment {
            None => self.known_until.is_none(),
            Some(at) => {
                self.known_from.is_none_or(|from| from <= at)
                    && self.known_until.is_none_or(|until| at < until)
            }
        }
    }
}

/// What a case adds to each gender column of an indicator.
pub(super) type Standing = [u64; COLUMNS];

/// What a fact adds to each gender column of an indicator.
pub(super) fn of_fact(fact: &Fact, bit: u8) -> Standing {
    let mut standing = Standing::default();
    if fact.counted.contains(bit) {
        standing[column_of(fact.gender)] = fact.quantity.into();
    }
    standing
}

/// Everything known of a case in one sub-project, from the first point's knowledge on.
pub(super) struct History(Vec<Version>);

/// Both points.
#[derive(Clone, Copy)]
pub(super) struct Points {
    pub days: (Day, Day),
    pub known: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
}

/// How a case stood at both points, and why no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub first: Standing,
    pub second: Standing,
    /// Why, if they differ or the case belongs elsewhere.
    pub cause: DifferenceCause,
    /// When it became known, if anything did.
    pub known_from: Option<DateTime<Utc>>,
}

impl History {
    /// The facts that came or went, and those among the open ones that did neither.
    pub fn of(changed: &[Version], open: impl Iterator<Item = Fact>) -> Self {
        let fresh = |fact: &Fact| changed.iter().any(|one| one.known_until.is_none() && one.fact == *fact);
        let kept = open.filter(|fact| !fresh(fact)).map(Version::known_all_along);
        let mut versions: Vec<Version> = changed.iter().copied().chain(kept).collect();
        versions.sort_by_key(|version| version.fact.from);
        Self(versions)
    }

    /// The bits of all indicators it ever counted for.
    pub fn bits(&self) -> u64 {
        self.0.iter().fold(0, |bits, version| bits | version.fact.counted.bits())
    }

    /// How the case stands for an indicator.
    pub fn difference(&self, bit: u8, points: &Points) -> Difference {
        let Points { days, known } = *points;
        let first = self.standing(bit, (days.0, known.0));
        let second = self.standing(bit, (days.1, known.1));
        let known_then = self.standing(bit, (days.1, known.0));
        let difference = |cause, known_from| Difference { first, second, cause, known_from };
        if first == second {
            difference(DifferenceCause::Structure, None)
        } else if known_then == second {
            difference(DifferenceCause::TimePassed, None)
        } else {
            let (cause, at) = self.learnt(bit, (known_then, second), points);
            difference(cause, at)
        }
    }

    fn standing(&self, bit: u8, (day, known): (Day, Option<DateTime<Utc>>)) -> Standing {
        let facts = self.0.iter().filter(|version| version.known_at(known) && version.fact.holds_on(day));
        facts.fold(Standing::default(), |sum, version| {
            let more = of_fact(&version.fact, bit);
            std::array::from_fn(|column| sum[column] + more[column])
        })
    }

    /// Why, and at which moment, the standing at the second cut-off last became what it is.
    fn learnt(
        &self,
        bit: u8,
        (before, after): (Standing, Standing),
        points: &Points,
    ) -> (DifferenceCause, Option<DateTime<Utc>>) {
        let day = points.days.1;
        let holding = || self.0.iter().filter(|version| version.fact.holds_on(day));
        let within = |at: &DateTime<Utc>| {
            points.known.0.is_none_or(|known| known < *at) && points.known.1.is_none_or(|known| *at <= known)
        };
        let mut moments: Vec<DateTime<Utc>> =
            holding().flat_map(|one| [one.known_from, one.known_until]).flatten().filter(within).collect();
        moments.sort_unstable();
        moments.dedup();
        let (mut standing, mut last) = (before, None);
        for at in moments {
            let then = self.standing(bit, (day, Some(at)));
            if then == after && standing != after {
                last = Some(at);
            }
            standing = then;
        }
        let opened = || holding().filter(|one| one.known_from == last);
        let closed = || holding().filter(|one| one.known_until == last);
        let cause = opened().filter_map(|one| one.cause).max();
        let cause = cause.or_else(|| closed().filter_map(|one| one.end_cause).max());
        let counting = || opened().find(|one| one.fact.counted.contains(bit));
        let first_day = match counting().or_else(|| opened().next()) {
            Some(version) => self.first_day(bit, (version, last)),
            None => closed().next().map_or(day, |version| version.fact.from),
        };
        (of_ledger(cause, first_day > points.days.0), last)
    }

    /// The first day on which the case stands for an indicator as a version has it, as far as was known with it.
    fn first_day(&self, bit: u8, (version, at): (&Version, Option<DateTime<Utc>>)) -> Day {
        let known = self.0.iter().filter(|one| one.known_at(at));
        let stands = of_fact(&version.fact, bit);
        since(known.map(|one| one.fact), &version.fact, |other| of_fact(other, bit) == stands)
    }
}

/// The cause that the ledger keeps, told apart by whether a new record is about days after the first cut-off.
fn of_ledger(cause: Option<Cause>, is_about_later: bool) -> DifferenceCause {
    match cause {
        Some(Cause::New) if is_about_later => DifferenceCause::NewRecord,
        Some(Cause::New) => DifferenceCause::LateEntry,
        Some(Cause::Deletion) => DifferenceCause::Deletion,
        Some(Cause::Correction) => DifferenceCause::Correction,
        Some(Cause::Rules) => DifferenceCause::Rules,
        Some(Cause::Profile) => DifferenceCause::Profile,
        Some(Cause::Structure) | None => DifferenceCause::Structure,
    }
}
