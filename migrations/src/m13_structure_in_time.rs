//! Organisations and sub-projects that change from a day on: what held before stays known.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m13_structure_in_time"
    }
}

const TABLES: [&str; 2] = ["organisation", "sub_project"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES {
            for mut column in [optional_day("valid_from"), optional_day("valid_until")] {
                let add = Table::alter().table(Alias::new(name)).add_column(&mut column).take();
                manager.alter_table(add).await?;
            }
            forget(manager, unique_current(name, &["code"])).await?;
            manager.create_index(unique_latest(name)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES {
            forget(manager, unique_latest(name)).await?;
            let past = Query::delete()
                .from_table(Alias::new(name))
                .and_where(Expr::col(Alias::new("valid_until")).is_not_null())
                .take();
            manager.exec_stmt(past).await?;
            for column in ["valid_from", "valid_until"] {
                let drop = Table::alter().table(Alias::new(name)).drop_column(Alias::new(column)).take();
                manager.alter_table(drop).await?;
            }
            manager.create_index(unique_current(name, &["code"])).await?;
        }
        Ok(())
    }
}

/// A rule that no two versions share a code that are current and hold without end.
fn unique_latest(table: &'static str) -> IndexCreateStatement {
    index(table, &["code"])
        .name(format!("{table}_latest_code"))
        .unique()
        .and_where(Expr::col(Alias::new("superseded_at")).is_null())
        .and_where(Expr::col(Alias::new("valid_until")).is_null())
        .take()
}

async fn forget(manager: &SchemaManager<'_>, index: IndexCreateStatement) -> Result<(), DbErr> {
    let name = index.get_index_spec().get_name().unwrap_or_default().to_owned();
    manager.drop_index(Index::drop().name(name).to_owned()).await
}
