//! Whether the database's schema is the one this program was built for.

use anyhow::{Context as _, bail};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{DatabaseConnection, DbErr};

/// Refuses a schema that is older or newer.
pub async fn check(db: &DatabaseConnection) -> anyhow::Result<()> {
    match pending(db).await? {
        0 => Ok(()),
        count => bail!("the database lacks {count} changes of the schema: run `migranet migrate`"),
    }
}

/// How many changes of the schema are still to be applied. Reads only.
///
/// # Errors
/// When the database has changes this program does not know.
pub async fn pending(db: &DatabaseConnection) -> anyhow::Result<usize> {
    match Migrator::get_pending_migrations_read_only(db).await {
        Ok(pending) => Ok(pending.len()),
        Err(DbErr::Custom(_)) => bail!("the database was updated by a newer migranet: update this program"),
        Err(error) => Err(error).context("cannot read the state of the schema"),
    }
}
