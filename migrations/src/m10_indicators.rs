//! Indicators of the programme as data, values entered by hand, and counting profiles with all their choices.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m10_indicators"
    }
}

/// The choices of a profile from before, as one text.
const CARRY_OVER: &str = "\
UPDATE counting_profile SET choices = '{\"ltu\":\"' || long_term_unemployment || '\",\"operation\":\"' || operation \
  || '\",\"short_advice_hours\":\"' || COALESCE(CAST(short_advice_hours AS TEXT), 'off') || '\"}'";

/// For an index empty values differ from each other, so the index compares what stands in for them.
const ONE_CURRENT_VALUE: &str = "CREATE UNIQUE INDEX indicator_value_current_key ON indicator_value (\
    indicator_id, sub_project_id, \"day\", COALESCE(gender, '')) WHERE superseded_at IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![definitions(), values()];
        let indexes = vec![
            unique_current("indicator_definition", &["funding_period_id", "code"]),
            unique_current("indicator_definition", &["funding_period_id", "bit"]),
            index("indicator_value", &["sub_project_id"]),
            index("indicator_value", &["id"]),
        ];
        create(manager, tables, indexes).await?;
        let db = manager.get_connection();
        db.execute_unprepared(ONE_CURRENT_VALUE).await?;
        let mut choices = text("choices").default("{}").take();
        for column in [&mut choices, &mut optional_reference("recorded_by"), &mut optional_text("reason")] {
            add(manager, column).await?;
        }
        db.execute_unprepared(CARRY_OVER).await?;
        for column in ["long_term_unemployment", "operation", "short_advice_hours"] {
            remove(manager, column).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut law = text("long_term_unemployment").default("ec").take();
        let mut operation = text("operation").default("sub_project").take();
        for column in [&mut law, &mut operation, &mut optional_double("short_advice_hours")] {
            add(manager, column).await?;
        }
        for column in ["choices", "recorded_by", "reason"] {
            remove(manager, column).await?;
        }
        drop(manager, &["indicator_value", "indicator_definition"]).await
    }
}

fn definitions() -> TableCreateStatement {
    versioned(
        "indicator_definition",
        vec![
            reference("funding_period_id"),
            text("code"),
            small_number("bit"),
            small_number("version"),
            text("name_de"),
            text("name_en"),
            text("definition_de"),
            text("definition_en"),
            text("source"),
            text("count"),
            text("conditions"),
            text("measures"),
            text("about"),
            text("strands"),
            text("legal_source"),
            day("valid_from"),
            flag("retired"),
        ],
    )
}

fn values() -> TableCreateStatement {
    versioned(
        "indicator_value",
        vec![
            reference("funding_period_id"),
            reference("sub_project_id"),
            reference("indicator_id"),
            day("day"),
            optional_text("gender"),
            number("value"),
            optional_text("document"),
        ],
    )
}

async fn add(manager: &SchemaManager<'_>, column: &mut ColumnDef) -> Result<(), DbErr> {
    let table = Table::alter().table(Alias::new("counting_profile")).add_column(column).take();
    manager.alter_table(table).await
}

async fn remove(manager: &SchemaManager<'_>, column: &'static str) -> Result<(), DbErr> {
    let table = Table::alter().table(Alias::new("counting_profile")).drop_column(Alias::new(column)).take();
    manager.alter_table(table).await
}
