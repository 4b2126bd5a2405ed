//! How often what an edition shows was corrected or withdrawn since.

use std::collections::BTreeMap;

use sea_orm::EntityTrait;

use super::Behind;
use crate::{
    exchange::{Importable, known_between, says_the_same},
    version::KnownBetween,
};

/// A version, and what a report with the edition's cut-off would show of it, if anything.
pub(super) type Version<E> = (<E as EntityTrait>::Model, Option<<E as EntityTrait>::Model>);

/// When the versions of something were known, and what the edition would show of each, if anything.
type History<T> = Vec<(KnownBetween, Option<T>)>;

impl Behind<'_> {
    /// How often records were, by what the edition would show of their versions, in any order.
    pub fn corrections_of<E: Importable>(&self, versions: impl IntoIterator<Item = Version<E>>) -> u64 {
        let known = |(row, told): Version<E>| (E::key(&row), known_between::<E>(&row), told);
        self.corrections_by(versions.into_iter().map(known), says_the_same::<E>)
    }

    /// How often things with a key were, by when their versions were known and what the edition would show of each.
    pub fn corrections_by<K: Ord, T>(
        &self,
        versions: impl Iterator<Item = (K, KnownBetween, Option<T>)>,
        say_the_same: impl Fn(&T, &T) -> bool,
    ) -> u64 {
        let mut histories: BTreeMap<K, History<T>> = BTreeMap::new();
        for (key, known, told) in versions {
            histories.entry(key).or_default().push((known, told));
        }
        histories.into_values().map(|history| self.corrections(history, &say_the_same)).sum()
    }

    /// How often something was, by its versions and whether two of them say the same; never when the edition shows nothing of
    /// it.
    fn corrections<T>(&self, mut versions: History<T>, say_the_same: impl Fn(&T, &T) -> bool) -> u64 {
        let known_at = self.edition.known_at;
        versions.retain(|((_, until), _)| until.is_none_or(|until| until > known_at));
        versions.sort_by_key(|(known, _)| *known);
        let is_shown = versions.first().is_some_and(|((from, _), told)| *from <= known_at && told.is_some());
        let differ = |pair: &&[(KnownBetween, Option<T>)]| match (&pair[0].1, &pair[1].1) {
            (Some(before), Some(after)) => !say_the_same(after, before),
            (before, after) => before.is_some() != after.is_some(),
        };
        let is_entered_again = |pair: &&[(KnownBetween, Option<T>)]| pair[0].0.1 != Some(pair[1].0.0);
        let is_withdrawn = versions.last().is_some_and(|((_, until), _)| until.is_some());
        let corrected = versions.windows(2).filter(differ).count();
        let withdrawn = versions.windows(2).filter(is_entered_again).count() + usize::from(is_withdrawn);
        if is_shown { (corrected + withdrawn) as u64 } else { 0 }
    }
}
