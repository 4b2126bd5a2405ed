//! Records by when they became known and when they were given up: what has changed behind an edition reads them so.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

/// The tables with a row for each person or contact; the others are small.
const TABLES: [&str; 5] = ["participation", "outcome", "follow_up", "consultation", "qualification_plan"];

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m23_record_indexes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in TABLES.into_iter().flat_map(indexes) {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in TABLES.into_iter().flat_map(indexes) {
            let name = index.get_index_spec().get_name().unwrap_or_default().to_owned();
            manager.drop_index(Index::drop().name(name).to_owned()).await?;
        }
        Ok(())
    }
}

/// Few versions are ever given up: their index costs next to nothing.
fn indexes(table: &'static str) -> [IndexCreateStatement; 2] {
    let given_up = index(table, &["sub_project_id", "superseded_at"])
        .and_where(Expr::col(Alias::new("superseded_at")).is_not_null())
        .take();
    [index(table, &["sub_project_id", "recorded_at"]), given_up]
}
