//! Reading qualification plans: only what the viewer may see. They tell of people, so that reading them is audited.

use chrono::{DateTime, Utc};

use super::{Model, store};
use crate::{
    Domain, Page, RecordQuery, Result, Viewer,
    audit::{self, Action, Entry},
    id::QualificationPlanId,
};

/// A page of qualification plans, by reference.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    (query, page): (&RecordQuery, &Page<QualificationPlanId>),
) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let rows = store::page(&domain.db, viewer.reads(), (query, page)).await?;
    if !rows.is_empty() {
        let entry =
            Entry { record_count: rows.len(), ..Entry::new(Action::Read, "qualification_plan", "list") };
        audit::record(domain, viewer, entry).await?;
    }
    Ok(rows)
}

/// How many qualification plans the list holds.
pub async fn count(domain: &Domain, viewer: &Viewer, query: &RecordQuery) -> Result<u64> {
    viewer.require_reader()?;
    store::count(&domain.db, viewer.reads(), query).await
}

/// The qualification plan with a key, as it was known at a moment.
///
/// # Errors
/// [`crate::Error::NotFound`] when there is none or the viewer may not see it.
pub async fn get(
    domain: &Domain,
    viewer: &Viewer,
    (id, known_at): (QualificationPlanId, Option<DateTime<Utc>>),
) -> Result<Model> {
    viewer.require_reader()?;
    let row = store::get(&domain.db, viewer.reads(), (id, known_at)).await?;
    let entry = Entry {
        object_id: Some(row.id.to_string()),
        ..Entry::new(Action::Read, "qualification_plan", "one")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(row)
}
