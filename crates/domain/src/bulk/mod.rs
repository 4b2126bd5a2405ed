//! Writing very many rows at once: with PostgreSQL's binary `COPY`, elsewhere with inserts.
//!
//! Each batch is a doing of its own on a connection of its own. `COPY` cannot be sent through a transaction of sea-orm:
//! it fails there, and the next statement waits for ever.

mod binary;

use sea_orm::{
    ActiveModelTrait, DatabaseConnection, DbBackend, DbErr, EntityName, Iden, IntoActiveModel, Iterable,
    TransactionTrait,
};

use crate::{Result, db};

/// Sent at once; more only takes memory.
const BYTES_PER_MESSAGE: usize = 1 << 20;

/// Inserts rows, all or none of them.
pub(crate) async fn insert<A>(db: &DatabaseConnection, rows: Vec<A>) -> Result<()>
where
    A: ActiveModelTrait + IntoActiveModel<A> + Send,
{
    if db.get_database_backend() == DbBackend::Postgres {
        return copy(db, rows).await;
    }
    let tx = db.begin().await?;
    db::insert_all(&tx, rows).await?;
    Ok(tx.commit().await?)
}

async fn copy<A: ActiveModelTrait>(db: &DatabaseConnection, rows: Vec<A>) -> Result<()> {
    let columns: Vec<_> = <A::Entity as sea_orm::EntityTrait>::Column::iter().collect();
    let names: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.unquoted())).collect();
    let table = A::Entity::default().table_name().to_owned();
    let statement = format!("COPY \"{table}\" ({}) FROM STDIN (FORMAT binary)", names.join(", "));
    let mut connection = db.get_postgres_connection_pool().acquire().await.map_err(failed)?;
    let mut copy = connection.copy_in_raw(&statement).await.map_err(failed)?;
    let mut message = binary::header();
    for row in &rows {
        if let Err(value) = binary::append(&mut message, columns.iter().map(|column| row.get(*column))) {
            copy.abort("a value out of shape").await.map_err(failed)?;
            return Err(DbErr::Type(format!("{table} cannot be copied: {value}")).into());
        }
        if message.len() >= BYTES_PER_MESSAGE {
            copy.send(std::mem::take(&mut message)).await.map_err(failed)?;
        }
    }
    binary::end(&mut message);
    copy.send(message).await.map_err(failed)?;
    copy.finish().await.map_err(failed)?;
    Ok(())
}

fn failed(error: sea_orm::sqlx::Error) -> DbErr {
    DbErr::Exec(sea_orm::RuntimeErr::SqlxError(std::sync::Arc::new(error)))
}
