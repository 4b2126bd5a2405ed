//! What changed behind an edition.

use async_graphql::SimpleObject;
use domain::edition::Changes;

/// How much of what an edition shows would be told otherwise today, at the same cut-off (Änderungen seit dem Kenntnisstand).
#[derive(SimpleObject)]
pub struct EditionChanges {
    /// All of them.
    total: i64,
    /// Cases, entities and events, each once whatever is told of them: corrected, withdrawn, entered late, or of a
    /// sub-project that has come or gone.
    cases: i64,
    /// Targets.
    targets: i64,
    /// Sub-projects, organisations and regional networks: their names, places in the network and days.
    structure: i64,
    /// Informed estimates.
    estimates: i64,
    /// Samples, drawn since or with other answers.
    samples: i64,
    /// Warnings waived since, or no longer.
    waivers: i64,
    /// The programme's indicators, and the counting profile.
    definitions: i64,
    /// Notes on figures, written since or withdrawn.
    notes: i64,
    /// How often records were corrected or withdrawn, also where they say by now what they did before; not in the total,
    /// since the other counts have what came of it.
    corrections: i64,
}

impl From<Changes> for EditionChanges {
    fn from(changes: Changes) -> Self {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Self {
            total: count(changes.total()),
            cases: count(changes.cases),
            targets: count(changes.targets),
            structure: count(changes.structure),
            estimates: count(changes.estimates),
            samples: count(changes.samples),
            waivers: count(changes.waivers),
            definitions: count(changes.definitions),
            notes: count(changes.notes),
            corrections: count(changes.corrections),
        }
    }
}
