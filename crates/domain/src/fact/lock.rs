//! Who may write the ledger beside whom.
//!
//! An import reads records, counts and writes facts; were two of them to do so at once, each would miss what the
//! other is about to add. So whoever changes records holds the whole ledger, and a recount holds the sub-projects it counts
//! while others may count others. On SQLite a transaction that writes is alone anyway.

use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement};

use crate::{Result, db, id::SubProjectId};

/// Key of the advisory lock for the whole ledger. Sub-projects have keys of their own kind: one number, not two.
const LEDGER: &str = "1296646994, 1";

/// Begins a transaction that changes records, or rules by which they count: see [`whole_ledger`].
pub(crate) async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let tx = db::begin(db).await?;
    whole_ledger(&tx).await?;
    Ok(tx)
}

/// Waits until nobody else writes facts, and keeps others from it until the transaction ends. Comes before the first reading.
async fn whole_ledger(tx: &DatabaseTransaction) -> Result<()> {
    take(tx, format!("SELECT pg_advisory_xact_lock({LEDGER})")).await
}

/// Waits until no record changes and nobody else counts any of these sub-projects, and keeps others from both until the
/// transaction ends.
pub(crate) async fn sub_projects(tx: &DatabaseTransaction, ids: &[SubProjectId]) -> Result<()> {
    take(tx, format!("SELECT pg_advisory_xact_lock_shared({LEDGER})")).await?;
    let mut keys: Vec<i64> =
        ids.iter().map(|id| id.0.as_u64_pair()).map(|(high, low)| (high ^ low).cast_signed()).collect();
    keys.sort_unstable();
    for key in keys {
        take(tx, format!("SELECT pg_advisory_xact_lock({key})")).await?;
    }
    Ok(())
}

async fn take(tx: &DatabaseTransaction, statement: String) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.query_one_raw(Statement::from_string(DbBackend::Postgres, statement)).await?;
    }
    Ok(())
}
