//! How often what an edition shows was corrected or withdrawn since.

use std::collections::BTreeMap;

use super::Behind;
use crate::{
    exchange::{Importable, known_between, says_the_same},
    version::KnownBetween,
};

impl Behind<'_> {
    /// How often records were, by their versions, in any order.
    pub fn corrections_of<E: Importable>(&self, versions: impl IntoIterator<Item = E::Model>) -> u64 {
        let mut histories: BTreeMap<E::Key, Vec<(KnownBetween, E::Model)>> = BTreeMap::new();
        for row in versions {
            histories.entry(E::key(&row)).or_default().push((known_between::<E>(&row), row));
        }
        let of_one = |history| self.corrections(history, says_the_same::<E>);
        histories.into_values().map(of_one).sum()
    }

    /// How often something was, by when its versions were known and whether two of them say the same; never when the edition
    /// knew nothing of it.
    pub fn corrections<T>(
        &self,
        mut versions: Vec<(KnownBetween, T)>,
        say_the_same: impl Fn(&T, &T) -> bool,
    ) -> u64 {
        let known_at = self.edition.known_at;
        versions.retain(|((_, until), _)| until.is_none_or(|until| until > known_at));
        versions.sort_by_key(|(known, _)| *known);
        let is_shown = versions.first().is_some_and(|((from, _), _)| *from <= known_at);
        let is_withdrawn = versions.last().is_some_and(|((_, until), _)| until.is_some());
        let is_corrected = |pair: &&[(KnownBetween, T)]| !say_the_same(&pair[1].1, &pair[0].1);
        let is_entered_again = |pair: &&[(KnownBetween, T)]| pair[0].0.1 != Some(pair[1].0.0);
        let corrected = versions.windows(2).filter(is_corrected).count();
        let withdrawn = versions.windows(2).filter(is_entered_again).count() + usize::from(is_withdrawn);
        if is_shown { (corrected + withdrawn) as u64 } else { 0 }
    }
}
