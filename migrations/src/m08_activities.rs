//! What project staff do beside participations: trainers, consultations, trainings, qualification plans; and targets.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// The columns of a target's key that may be empty. For an index empty values differ from each other, so the index
/// compares what stands in for them.
const ONE_CURRENT_TARGET: &str = "CREATE UNIQUE INDEX target_current_key ON target (\
    funding_period_id, indicator, \
    COALESCE(sub_project_id, '00000000-0000-0000-0000-000000000000'), \
    COALESCE(regional_network_id, '00000000-0000-0000-0000-000000000000'), \
    COALESCE(region_category, ''), COALESCE(gender, ''), kind, COALESCE(\"year\", 0), \
    COALESCE(valid_from, '0001-01-01'), COALESCE(document, '')) WHERE superseded_at IS NULL";

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m08_activities"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, tables(), indexes()).await?;
        manager.get_connection().execute_unprepared(ONE_CURRENT_TARGET).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["target", "qualification_plan", "training", "consultation", "trainer"];
        drop(manager, &tables).await
    }
}

fn tables() -> Vec<TableCreateStatement> {
    let place = || vec![reference("funding_period_id"), reference("sub_project_id")];
    let of_sub_project = |name, columns: Vec<ColumnDef>| versioned(name, [place(), columns].concat());
    vec![
        of_sub_project(
            "trainer",
            vec![
                text("code"),
                optional_text("topics"),
                optional_day("active_from"),
                optional_day("active_until"),
            ],
        ),
        of_sub_project(
            "consultation",
            vec![
                text("reference"),
                day("held_on"),
                text("contact"),
                optional_reference("participant_id"),
                optional_text("subject"),
                optional_text("channel"),
                optional_text("referral"),
                optional_text("gender"),
                optional_text("age_band"),
                optional_text("nationality"),
                optional_text("country_of_qualification"),
                optional_text("qualification_level"),
                optional_text("reference_profession"),
                optional_text("residence_title"),
                optional_text("german_level"),
                optional_text("benefits"),
                optional_text("outcome"),
            ],
        ),
        of_sub_project(
            "training",
            vec![
                text("reference"),
                day("held_on"),
                text("audience"),
                optional_text("topic"),
                optional_text("format"),
                optional_double("hours"),
                optional_small_number("attendances"),
                optional_small_number("attendances_female"),
                optional_small_number("attendances_male"),
                optional_small_number("attendances_non_binary"),
                optional_text("trainer"),
            ],
        ),
        of_sub_project(
            "qualification_plan",
            vec![
                text("reference"),
                reference("participant_id"),
                day("agreed_on"),
                optional_text("reference_profession"),
                optional_text("target"),
                text("status"),
                optional_day("closed_on"),
            ],
        ),
        versioned(
            "target",
            vec![
                reference("funding_period_id"),
                optional_reference("sub_project_id"),
                optional_reference("regional_network_id"),
                text("indicator"),
                double("value"),
                optional_text("region_category"),
                optional_text("gender"),
                text("kind"),
                optional_small_number("year"),
                optional_day("valid_from"),
                optional_text("document"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique_current("trainer", &["code"]),
        index("trainer", &["sub_project_id"]),
        unique_current("consultation", &["reference"]),
        index("consultation", &["sub_project_id"]),
        index("consultation", &["participant_id"]),
        unique_current("training", &["reference"]),
        index("training", &["sub_project_id"]),
        index("training", &["trainer"]),
        unique_current("qualification_plan", &["reference"]),
        index("qualification_plan", &["sub_project_id"]),
        index("qualification_plan", &["participant_id"]),
        index("target", &["funding_period_id"]),
        index("target", &["sub_project_id"]),
    ]
}
