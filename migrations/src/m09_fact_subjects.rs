//! Facts about anything that is counted, by rulebook, with a quantity and the cause of their coming and going.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m09_fact_subjects"
    }
}

const CARRY_OVER: &str = "\
INSERT INTO fact_by_subject (id, funding_period_id, sub_project_id, rulebook, subject_kind, subject_id, participant_id, \
  gender, quantity, counted, left_out, missing, valid_from, valid_until, known_from, known_until, cause, end_cause) \
SELECT id, funding_period_id, sub_project_id, \
  COALESCE((SELECT rulebook FROM funding_period WHERE funding_period.id = fact.funding_period_id), 'ESF_PLUS_2021'), \
  CASE WHEN participant_id IS NULL THEN 'entity' ELSE 'person' END, COALESCE(participant_id, supported_entity_id), \
  participant_id, gender, 1, counted, left_out, missing, valid_from, valid_until, known_from, known_until, 'new', \
  CASE WHEN known_until IS NULL THEN NULL ELSE 'correction' END \
FROM fact";

const CARRY_BACK: &str = "\
INSERT INTO fact_by_person (id, funding_period_id, sub_project_id, participant_id, supported_entity_id, gender, counted, \
  left_out, missing, valid_from, valid_until, known_from, known_until) \
SELECT id, funding_period_id, sub_project_id, CASE WHEN subject_kind = 'person' THEN subject_id END, \
  CASE WHEN subject_kind = 'entity' THEN subject_id END, gender, counted, left_out, missing, valid_from, valid_until, \
  known_from, known_until \
FROM fact WHERE subject_kind IN ('person', 'entity') AND rulebook NOT IN ('PROGRAMME', 'ACTIVITIES')";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_subject = table(
            "fact_by_subject",
            vec![
                key("id"),
                reference("funding_period_id"),
                reference("sub_project_id"),
                text("rulebook"),
                text("subject_kind"),
                reference("subject_id"),
                optional_reference("participant_id"),
                optional_text("gender"),
                small_number("quantity"),
                number("counted"),
                number("left_out"),
                small_number("missing"),
                day("valid_from"),
                optional_day("valid_until"),
                moment("known_from"),
                optional_moment("known_until"),
                text("cause"),
                optional_text("end_cause"),
            ],
        );
        let indexes = vec![index("fact", &["subject_id"]), index("fact", &["sub_project_id"])];
        replace(manager, by_subject, CARRY_OVER, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_person = table(
            "fact_by_person",
            vec![
                key("id"),
                reference("funding_period_id"),
                reference("sub_project_id"),
                optional_reference("participant_id"),
                optional_reference("supported_entity_id"),
                optional_text("gender"),
                number("counted"),
                number("left_out"),
                small_number("missing"),
                day("valid_from"),
                optional_day("valid_until"),
                moment("known_from"),
                optional_moment("known_until"),
            ],
        );
        let indexes = vec![index("fact", &["participant_id"]), index("fact", &["sub_project_id"])];
        replace(manager, by_person, CARRY_BACK, indexes).await
    }
}

/// Puts a table that was filled from `fact` in its place.
async fn replace(
    manager: &SchemaManager<'_>,
    successor: TableCreateStatement,
    carry: &str,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    let Some(TableRef::Table(name, _)) = successor.get_table_name().cloned() else {
        return Err(DbErr::Migration("a table without a name".to_owned()));
    };
    manager.create_table(successor).await?;
    manager.get_connection().execute_unprepared(carry).await?;
    drop(manager, &["fact"]).await?;
    manager.rename_table(Table::rename().table(name, Alias::new("fact")).take()).await?;
    create(manager, Vec::new(), indexes).await
}
