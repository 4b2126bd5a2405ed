//! Lists of records of sub-projects: only what the viewer may see. Reading those that tell of people is audited.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Value};

use crate::{
    Domain, Error, Page, Part, RecordQuery, Result, Viewer,
    audit::{self, Action, Entry},
    page::Sorted,
    record_query::OfSubProject,
};

/// A table of records that are read as a list.
pub trait Listed: OfSubProject + EntityTrait<Model: Send + Sync> {
    /// The key of a record.
    type Id: Copy + Into<Value> + ToString + Send + Sync;
    /// What the list is sorted by.
    const SORTED_BY: Self::Column;
    /// How errors and the audit log call a record.
    const KIND: &'static str;
    /// Whether a record tells of a person.
    const TELLS_OF_PEOPLE: bool;

    /// The place of a record in the list: what it is sorted by, and its key.
    fn place(row: &Self::Model) -> (String, Self::Id);
}

/// A page of the list.
pub async fn page<E: Listed>(
    domain: &Domain,
    viewer: &Viewer,
    (query, page): (&RecordQuery, &Page<E::Id>),
) -> Result<Part<E::Model>> {
    viewer.require_reader()?;
    let select = E::visible_to(viewer.reads(), query);
    let part = Sorted { select, by: (E::SORTED_BY, E::ID) }.read(&domain.db, page).await?;
    if E::TELLS_OF_PEOPLE && !part.rows.is_empty() {
        let entry = Entry { record_count: part.rows.len(), ..Entry::new(Action::Read, E::KIND, "list") };
        audit::record(domain, viewer, entry).await?;
    }
    Ok(part)
}

/// How many records the list holds.
pub async fn count<E: Listed>(domain: &Domain, viewer: &Viewer, query: &RecordQuery) -> Result<u64> {
    viewer.require_reader()?;
    Ok(E::visible_to(viewer.reads(), query).count(&domain.db).await?)
}

/// The record with a key, as it was known at a moment; none means now.
///
/// # Errors
/// [`Error::NotFound`] when there is none or the viewer may not see it.
pub async fn get<E: Listed>(
    domain: &Domain,
    viewer: &Viewer,
    (id, known_at): (E::Id, Option<DateTime<Utc>>),
) -> Result<E::Model> {
    viewer.require_reader()?;
    let visible = E::visible_to(viewer.reads(), &RecordQuery { known_at, ..RecordQuery::default() });
    let row = visible.filter(E::ID.eq(id)).one(&domain.db).await?.ok_or(Error::NotFound(E::KIND))?;
    if E::TELLS_OF_PEOPLE {
        let entry = Entry { object_id: Some(id.to_string()), ..Entry::new(Action::Read, E::KIND, "one") };
        audit::record(domain, viewer, entry).await?;
    }
    Ok(row)
}
