//! What was done since to the things that an edition shows, step by step.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, Iden, Iterable, ModelTrait, prelude::Uuid, sea_query::ValueType};

use super::{Behind, ChangeKind, Changed};
use crate::{
    Versioned,
    fact::Subject,
    id::{IndicatorId, RegionalNetworkId, RequestId, SubProjectId, VersionId},
    version::known_between,
};

/// The columns that say of a version what it is, and nothing of the thing.
const BOOKKEEPING: [&str; 9] = [
    "version_id",
    "version",
    "id",
    "bit",
    "recorded_at",
    "recorded_by",
    "reason",
    "superseded_at",
    "valid_until",
];

/// A thing was entered, corrected or withdrawn.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What it is.
    pub changed: Changed,
    /// How it is called.
    pub name: Name,
    /// Where it belongs.
    pub place: Place,
    /// What was done.
    pub kind: ChangeKind,
    /// The columns that were corrected.
    pub fields: Vec<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: By,
    /// Why.
    pub reason: Option<String>,
    /// The version, or the thing where it has none.
    pub key: Uuid,
}

impl Step {
    /// Whether something that an edition shows was corrected or withdrawn.
    pub fn is_correction(&self) -> bool {
        self.kind != ChangeKind::Entered
    }
}

/// How a thing is called.
#[derive(Clone, Debug)]
pub(super) enum Name {
    /// As the project calls it.
    Of(Subject),
    /// By the code of an indicator of the programme.
    Indicator(IndicatorId),
    /// By a code.
    Code(String),
}

/// Where a thing belongs: a sub-project, a regional network, or else the period.
pub(super) type Place = (Option<RegionalNetworkId>, Option<SubProjectId>);

/// Who did something.
#[derive(Clone, Debug)]
pub(super) enum By {
    /// Whoever made a request.
    Request(RequestId),
    /// Whoever withdrew a version.
    Withdrawal(VersionId),
    /// Somebody of this name.
    Name(String),
    /// Nobody knows.
    Unknown,
}

/// A table of things that editions show.
pub(super) trait Shown: Versioned<Model: Clone> {
    /// What its things are.
    const CHANGED: Changed;
    /// What makes two versions the same thing.
    type Key: Ord;

    /// The key of a version.
    fn key(row: &Self::Model) -> Self::Key;

    /// How the thing is called.
    fn name(row: &Self::Model) -> Name;

    /// Where it belongs.
    fn place(row: &Self::Model) -> Place;

    /// Whether an edition would say the same of two versions.
    fn say_the_same(after: &Self::Model, before: &Self::Model) -> bool;
}

/// A version, and what a report with the edition's cut-off would show of it, if anything.
pub(super) type Version<E> = (<E as EntityTrait>::Model, Option<<E as EntityTrait>::Model>);

impl Behind<'_> {
    /// The steps of things, by what the edition would show of their versions, in any order.
    pub fn steps<E: Shown>(&self, versions: impl IntoIterator<Item = Version<E>>) -> Vec<Step> {
        let mut things: BTreeMap<E::Key, Vec<Version<E>>> = BTreeMap::new();
        for version in versions {
            things.entry(E::key(&version.0)).or_default().push(version);
        }
        things.into_values().flat_map(|versions| self.steps_of_one::<E>(versions)).collect()
    }

    /// The steps of one. Of what the edition does not show, only that it would be shown today.
    fn steps_of_one<E: Shown>(&self, mut versions: Vec<Version<E>>) -> Vec<Step> {
        let known_at = self.edition.known_at;
        versions.retain(|(row, _)| known_between::<E>(row).1.is_none_or(|until| until > known_at));
        versions.sort_by_key(|(row, _)| known_between::<E>(row));
        let is_shown = |(row, told): &Version<E>| known_between::<E>(row).0 <= known_at && told.is_some();
        if !versions.first().is_some_and(is_shown) {
            return entered_late::<E>(&versions).into_iter().collect();
        }
        let mut steps = Vec::new();
        for pair in versions.windows(2) {
            let [before, after] = pair else { continue };
            let is_entered_again = known_between::<E>(&before.0).1 != Some(known_between::<E>(&after.0).0);
            let is_corrected = differ::<E>(before.1.as_ref(), after.1.as_ref());
            if is_entered_again && before.1.is_some() {
                steps.push(step::<E>(ChangeKind::Withdrawn, &before.0));
            }
            if is_corrected {
                steps.push(Step {
                    fields: fields::<E>(before, after),
                    ..step::<E>(ChangeKind::Corrected, &after.0)
                });
            } else if is_entered_again && after.1.is_some() {
                steps.push(step::<E>(ChangeKind::Entered, &after.0));
            }
        }
        let is_withdrawn = |(row, told): &&Version<E>| told.is_some() && known_between::<E>(row).1.is_some();
        let last = versions.last().filter(is_withdrawn);
        steps.extend(last.map(|(row, _)| step::<E>(ChangeKind::Withdrawn, row)));
        steps
    }
}

/// Whether something else is told than was, or anything where nothing was.
pub(super) fn differ<E: Shown>(then: Option<&E::Model>, now: Option<&E::Model>) -> bool {
    match (then, now) {
        (Some(then), Some(now)) => !E::say_the_same(now, then),
        (then, now) => then.is_some() != now.is_some(),
    }
}

/// That something would be shown today, since the first version that would be.
fn entered_late<E: Shown>(versions: &[Version<E>]) -> Option<Step> {
    let (last, told) = versions.last()?;
    told.as_ref().filter(|_| known_between::<E>(last).1.is_none())?;
    let (first, _) = versions.iter().find(|(_, told)| told.is_some())?;
    Some(step::<E>(ChangeKind::Entered, first))
}

/// A step that made a version, or withdrew it.
fn step<E: Shown>(kind: ChangeKind, row: &E::Model) -> Step {
    let (from, until) = known_between::<E>(row);
    let version = <VersionId as ValueType>::try_from(row.get(E::VERSION_ID)).ok();
    let made_by = <RequestId as ValueType>::try_from(row.get(E::RECORDED_BY)).ok();
    let (at, by) = match kind {
        ChangeKind::Withdrawn => (until.unwrap_or(from), version.map(By::Withdrawal)),
        ChangeKind::Entered | ChangeKind::Corrected => (from, made_by.map(By::Request)),
    };
    Step {
        changed: E::CHANGED,
        name: E::name(row),
        place: E::place(row),
        kind,
        fields: Vec::new(),
        at,
        by: by.unwrap_or(By::Unknown),
        reason: <String as ValueType>::try_from(row.get(E::REASON)).ok(),
        key: version.map(|version| version.0).unwrap_or_default(),
    }
}

/// The columns in which two versions differ, of what is told of both where something is.
fn fields<E: Shown>(before: &Version<E>, after: &Version<E>) -> Vec<String> {
    let (before, after) = match (&before.1, &after.1) {
        (Some(before), Some(after)) => (before, after),
        _ => (&before.0, &after.0),
    };
    let differs = |column: &E::Column| before.get(*column) != after.get(*column);
    let names = E::Column::iter().filter(differs).map(|column| column.to_string());
    names.filter(|name| !BOOKKEEPING.contains(&name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use sea_orm::{Iden, Iterable};
    use texts::Language;

    use super::{BOOKKEEPING, Shown};
    use crate::{
        consultation, estimate, follow_up, indicator, indicator_value, offer, organisation, outcome,
        participation, qualification_plan, regional_network, sub_project, supported_entity, target, trainer,
        training,
    };

    fn without_words<E: Shown>() -> Vec<String> {
        let columns = E::Column::iter().map(|column| column.to_string());
        let told = columns.filter(|column| !BOOKKEEPING.contains(&column.as_str()));
        let words =
            |column: String| Language::ALL.map(|language| E::CHANGED.column_in_words(&column, language));
        let told = told.flat_map(words);
        told.filter(|words| words.starts_with("stored-column-")).collect()
    }

    #[test]
    fn whatever_can_be_corrected_has_words() {
        let missing = [
            without_words::<consultation::Entity>(),
            without_words::<estimate::Entity>(),
            without_words::<follow_up::Entity>(),
            without_words::<indicator::Entity>(),
            without_words::<indicator_value::Entity>(),
            without_words::<offer::Entity>(),
            without_words::<organisation::Entity>(),
            without_words::<outcome::Entity>(),
            without_words::<participation::Entity>(),
            without_words::<qualification_plan::Entity>(),
            without_words::<regional_network::Entity>(),
            without_words::<sub_project::Entity>(),
            without_words::<supported_entity::Entity>(),
            without_words::<target::Entity>(),
            without_words::<trainer::Entity>(),
            without_words::<training::Entity>(),
        ];
        assert_eq!(missing.concat(), Vec::<String>::new());
    }
}
