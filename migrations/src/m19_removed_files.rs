//! Why the file of a report was removed.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m19_removed_files"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(run().add_column(optional_text(COLUMN)).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(run().drop_column(Alias::new(COLUMN)).take()).await
    }
}

const COLUMN: &str = "file_removed_for";

fn run() -> TableAlterStatement {
    Table::alter().table(Alias::new("report_run")).take()
}
