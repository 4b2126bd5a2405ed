//! Who may write the ledger beside whom.
//!
//! An import reads records, counts and writes facts; were two of them to do so at once, each would miss what the
//! other is about to add. So whoever changes records holds the whole ledger, and a recount holds the operation it counts
//! while others may count other operations. On SQLite a transaction that writes is alone anyway.

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use super::operations::OperationKey;
use crate::Result;

/// Key of the advisory lock for the whole ledger. Operations have keys of their own kind: two numbers against one.
const LEDGER: &str = "1296646994, 1";

/// Waits until nobody else writes facts, and keeps others from it until the transaction ends. Comes before the first reading.
pub(crate) async fn whole_ledger(tx: &DatabaseTransaction) -> Result<()> {
    take(tx, format!("SELECT pg_advisory_xact_lock({LEDGER})")).await
}

/// Waits until no record changes and nobody else counts the operation, and keeps others from both until the transaction
/// ends.
pub(crate) async fn operation(tx: &DatabaseTransaction, key: OperationKey) -> Result<()> {
    take(tx, format!("SELECT pg_advisory_xact_lock_shared({LEDGER})")).await?;
    let (high, low) = key.uuid().as_u64_pair();
    take(tx, format!("SELECT pg_advisory_xact_lock({})", (high ^ low).cast_signed())).await
}

async fn take(tx: &DatabaseTransaction, statement: String) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.query_one_raw(Statement::from_string(DbBackend::Postgres, statement)).await?;
    }
    Ok(())
}
