//! The newest stamp of the ledger, and why parts of recounts fail.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m15_settled"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let clock = table("ledger_clock", vec![small_number("id").primary_key().take(), moment("at")]);
        let indexes = vec![index("recount", &["funding_period_id"])];
        create(manager, vec![clock], indexes).await?;
        let failure =
            Table::alter().table(Alias::new("recount_part")).add_column(optional_text("failure")).to_owned();
        manager.alter_table(failure).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let failure =
            Table::alter().table(Alias::new("recount_part")).drop_column(Alias::new("failure")).to_owned();
        manager.alter_table(failure).await?;
        let name = "recount_funding_period_id";
        manager.drop_index(Index::drop().name(name).table(Alias::new("recount")).to_owned()).await?;
        drop(manager, &["ledger_clock"]).await
    }
}
