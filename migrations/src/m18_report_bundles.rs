//! Report runs can make a bundle of reports.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m18_report_bundles"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut bundle = flag("is_bundle").default(false).take();
        let add = Table::alter().table(Alias::new("report_run")).add_column(&mut bundle).take();
        manager.alter_table(add).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // without the flag a bundle would pass for a report on the whole network
        let bundles = Query::delete()
            .from_table(Alias::new("report_run"))
            .and_where(Expr::col(Alias::new("is_bundle")).eq(true))
            .take();
        manager.exec_stmt(bundles).await?;
        let bundle = Alias::new("is_bundle");
        manager.alter_table(Table::alter().table(Alias::new("report_run")).drop_column(bundle).take()).await
    }
}
