//! Facts by when they became known and when they were given up: what a difference and figures of the past read.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m14_fact_indexes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in indexes() {
            let name = index.get_index_spec().get_name().unwrap_or_default().to_owned();
            manager.drop_index(Index::drop().name(name).to_owned()).await?;
        }
        Ok(())
    }
}

/// Few facts are ever given up: their index costs next to nothing.
fn indexes() -> [IndexCreateStatement; 2] {
    let given_up = index("fact", &["sub_project_id", "known_until"])
        .and_where(Expr::col(Alias::new("known_until")).is_not_null())
        .take();
    [index("fact", &["sub_project_id", "known_from"]), given_up]
}
