//! Report runs that ten clicks share, that can be cancelled and tried again, and whose files may go while their hashes stay.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m16_report_jobs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut column in columns() {
            let add = Table::alter().table(Alias::new("report_run")).add_column(&mut column).take();
            manager.alter_table(add).await?;
        }
        manager.create_index(one_under_way()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = one_under_way().get_index_spec().get_name().unwrap_or_default().to_owned();
        manager.drop_index(Index::drop().name(name).to_owned()).await?;
        let ended = Query::delete()
            .from_table(Alias::new("report_run"))
            .and_where(Expr::col(Alias::new("state")).is_in(["cancelling", "cancelled"]))
            .take();
        manager.exec_stmt(ended).await?;
        for column in columns() {
            let name = Alias::new(column.get_column_name());
            manager
                .alter_table(Table::alter().table(Alias::new("report_run")).drop_column(name).take())
                .await?;
        }
        Ok(())
    }
}

fn columns() -> [ColumnDef; 7] {
    [
        optional_text("request_key"),
        optional_moment("known_at_wanted"),
        optional_text("at_work_on"),
        optional_text("cancelled_by_name"),
        optional_reference("retry_of"),
        optional_text("data_sha256"),
        optional_moment("file_removed_at"),
    ]
}

/// A rule that at most one run of a key is under way: whoever asks for the same joins it.
fn one_under_way() -> IndexCreateStatement {
    unique("report_run", &["request_key"])
        .name("report_run_under_way_request_key")
        .and_where(Expr::col(Alias::new("state")).is_in(["waiting", "running"]))
        .take()
}
