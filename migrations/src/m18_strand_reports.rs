//! Reports and their editions can be about one strand.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

/// What can be about a strand.
const TABLES: [&str; 2] = ["report_run", "report_edition"];

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m18_strand_reports"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let mut strand = optional_reference("strand_id");
            let add = Table::alter().table(Alias::new(table)).add_column(&mut strand).take();
            manager.alter_table(add).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let drop = Table::alter().table(Alias::new(table)).drop_column(Alias::new("strand_id")).take();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
