//! Report runs know the form of their workbook, and a run becomes one edition at most.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// The form of all workbooks that were built before runs noted theirs.
const FORM_SO_FAR: &str = "2";

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m18_report_template"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut version = text("template_version").default(FORM_SO_FAR).take();
        let add = Table::alter().table(Alias::new("report_run")).add_column(&mut version).take();
        manager.alter_table(add).await?;
        replace(manager, unique("report_edition", &RUN)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, index("report_edition", &RUN)).await?;
        let version = Alias::new("template_version");
        manager.alter_table(Table::alter().table(Alias::new("report_run")).drop_column(version).take()).await
    }
}

const RUN: [&str; 1] = ["report_run_id"];

/// Puts an index in the place of the one with its name.
async fn replace(manager: &SchemaManager<'_>, new: IndexCreateStatement) -> Result<(), DbErr> {
    let name = new.get_index_spec().get_name().unwrap_or_default().to_owned();
    manager.drop_index(Index::drop().name(name).table(Alias::new("report_edition")).to_owned()).await?;
    manager.create_index(new).await
}
