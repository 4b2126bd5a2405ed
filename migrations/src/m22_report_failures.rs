//! Where in a workbook a build failed.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m22_report_failures"
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

const COLUMN: &str = "failure_place";

fn run() -> TableAlterStatement {
    Table::alter().table(Alias::new("report_run")).take()
}
