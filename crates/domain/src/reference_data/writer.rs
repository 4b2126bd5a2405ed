//! Bringing tables into line with data files.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, DatabaseTransaction, EntityTrait, IdenStatic, IntoActiveModel,
    Iterable, ModelTrait, PrimaryKeyToColumn, sea_query::ValueType,
};

use super::Summary;
use crate::{
    Error, Result, Versioned, db,
    id::{RequestId, VersionId},
    version,
};

/// The reason of the versions that come from data files. A version with another reason is somebody's correction.
pub const REASON: &str = "Mitgelieferte Daten";

/// The columns of a versioned table that say nothing about the record itself.
const STAMP: [&str; 6] = ["version_id", "id", "recorded_at", "recorded_by", "reason", "superseded_at"];

/// Writes rows in one transaction and counts what it did.
///
/// Rows of data files come with fresh keys; rows that are stored already keep theirs.
pub struct Writer<'a> {
    /// The transaction.
    pub tx: &'a DatabaseTransaction,
    /// When the versions written become known.
    pub at: DateTime<Utc>,
    /// The doing that writes them.
    pub by: RequestId,
    /// What was done so far.
    pub summary: Summary,
}

impl Writer<'_> {
    /// Adds the rows that are missing and changes those that differ. Rows are recognised by the columns `named_by`
    /// and keep their key. Returns all wanted rows as they are stored now.
    pub async fn settle<E>(&mut self, named_by: &[E::Column], wanted: Vec<E::Model>) -> Result<Vec<E::Model>>
    where
        E: EntityTrait,
        E::Model: IntoActiveModel<E::ActiveModel> + PartialEq,
        E::ActiveModel: ActiveModelBehavior + Send,
    {
        let stored = E::find().all(self.tx).await?;
        let mut settled = Vec::new();
        let mut missing = Vec::new();
        for mut row in wanted {
            match find::<E>(&stored, named_by, &row) {
                None => missing.push(row.clone().into_active_model().reset_all()),
                Some(old) => {
                    for key in E::PrimaryKey::iter() {
                        row.set(key.into_column(), old.get(key.into_column()));
                    }
                    if row == *old {
                        self.summary.unchanged += 1;
                    } else {
                        row.clone().into_active_model().reset_all().update(self.tx).await?;
                        self.summary.changed += 1;
                    }
                }
            }
            settled.push(row);
        }
        self.summary.added += missing.len();
        db::insert_all(self.tx, missing).await?;
        Ok(settled)
    }

    /// The same for tables that only link others: links that are no longer wanted go.
    pub async fn settle_links<E>(&mut self, named_by: &[E::Column], wanted: Vec<E::Model>) -> Result<()>
    where
        E: EntityTrait,
        E::Model: IntoActiveModel<E::ActiveModel> + PartialEq,
        E::ActiveModel: ActiveModelBehavior + Send,
    {
        let settled = self.settle::<E>(named_by, wanted).await?;
        for row in E::find().all(self.tx).await? {
            if find::<E>(&settled, named_by, &row).is_none() {
                row.delete(self.tx).await?;
                self.summary.removed += 1;
            }
        }
        Ok(())
    }

    /// The same for versioned tables: a row that differs becomes a new version of its record, unless the current
    /// version is somebody's correction. Returns the current version of all wanted records.
    pub async fn settle_versions<E>(
        &mut self,
        named_by: &[E::Column],
        wanted: Vec<E::Model>,
    ) -> Result<Vec<E::Model>>
    where
        E: Versioned,
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelBehavior + Send,
    {
        let stored = E::current().all(self.tx).await?;
        let mut settled = Vec::new();
        let mut outdated = Vec::new();
        let mut versions = Vec::new();
        for mut row in wanted {
            match find::<E>(&stored, named_by, &row) {
                Some(old) if is_corrected::<E>(old) || says_the_same::<E>(old, &row) => {
                    self.summary.unchanged += 1;
                    settled.push(old.clone());
                    continue;
                }
                Some(old) => {
                    for id in E::Column::iter().filter(|column| column.as_str() == "id") {
                        row.set(id, old.get(id));
                    }
                    outdated.push(version_id::<E>(old)?);
                    self.summary.changed += 1;
                }
                None => self.summary.added += 1,
            }
            versions.push(row.clone().into_active_model().reset_all());
            settled.push(row);
        }
        version::supersede::<E>(self.tx, &outdated, self.at).await?;
        db::insert_all(self.tx, versions).await?;
        Ok(settled)
    }
}

/// The stored row that has the same values as `row` in the columns `named_by`.
fn find<'a, E: EntityTrait>(
    stored: &'a [E::Model],
    named_by: &[E::Column],
    row: &E::Model,
) -> Option<&'a E::Model> {
    stored.iter().find(|old| named_by.iter().all(|&column| old.get(column) == row.get(column)))
}

/// Whether somebody has put this version in the place of one from the data files, or was there before them.
fn is_corrected<E: Versioned>(version: &E::Model) -> bool {
    let reason = E::Column::iter().find(|column| column.as_str() == "reason");
    reason.is_some_and(|reason| version.get(reason) != REASON.into())
}

/// Whether two versions differ in their stamp only.
fn says_the_same<E: Versioned>(one: &E::Model, other: &E::Model) -> bool {
    E::Column::iter()
        .filter(|column| !STAMP.contains(&column.as_str()))
        .all(|column| one.get(column) == other.get(column))
}

fn version_id<E: Versioned>(version: &E::Model) -> Result<VersionId> {
    let value = version.get(E::VERSION_ID);
    <VersionId as ValueType>::try_from(value).map_err(|_| Error::Internal {
        what: "reading the key of a version",
        source: E::default().table_name().into(),
    })
}
