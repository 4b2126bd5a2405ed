//! Recounts and their parts: the table is the queue that any number of workers share.

use sea_orm_migration::prelude::*;

use crate::columns::*;

/// This change of the schema.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m11_recount"
    }
}

/// Tables of records that facts are about: they are looked up by their keys.
const BY_KEY: [&str; 7] = [
    "participation",
    "outcome",
    "consultation",
    "training",
    "qualification_plan",
    "trainer",
    "supported_entity",
];

/// The open facts by place and by the person or record they are about: what a recount reads, in the order it reads it.
/// It also serves whoever reads the open facts of sub-projects.
const OPEN_FACTS: &str = "CREATE INDEX fact_open ON fact \
    (sub_project_id, COALESCE(participant_id, subject_id)) WHERE known_until IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let recount = table(
            "recount",
            vec![
                key("id"),
                reference("funding_period_id"),
                text("cause"),
                text("kinds"),
                optional_text("reason"),
                moment("requested_at"),
                optional_reference("requested_by"),
                text("requested_by_name"),
                optional_moment("finished_at"),
            ],
        );
        let part = table(
            "recount_part",
            vec![
                key("id"),
                reference("recount_id"),
                optional_reference("sub_project_id"),
                optional_reference("regional_network_id"),
                text("state"),
                optional_reference("position"),
                number("done"),
                number("total"),
                number("changed"),
                small_number("attempt"),
                optional_text("claimed_by"),
                optional_moment("heartbeat_at"),
                optional_moment("next_attempt_at"),
                optional_moment("started_at"),
                optional_moment("finished_at"),
            ],
        );
        let indexes = vec![
            index("recount", &["finished_at"]),
            index("recount_part", &["recount_id"]),
            index("recount_part", &["state"]),
            index("participation", &["offer_id"]),
            index("participation", &["sub_project_id", "participant_id"]),
            index("outcome", &["sub_project_id", "participant_id"]),
            index("follow_up", &["sub_project_id", "participant_id"]),
        ];
        create(manager, vec![recount, part], indexes).await?;
        for table in BY_KEY {
            manager.create_index(index(table, &["id"])).await?;
        }
        manager
            .drop_index(Index::drop().name("fact_sub_project_id").table(Alias::new("fact")).to_owned())
            .await?;
        manager.get_connection().execute_unprepared(OPEN_FACTS).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("fact_open").table(Alias::new("fact")).to_owned()).await?;
        manager.create_index(index("fact", &["sub_project_id"])).await?;
        for table in BY_KEY {
            let name = format!("{table}_id");
            manager.drop_index(Index::drop().name(name).table(Alias::new(table)).to_owned()).await?;
        }
        manager
            .drop_index(
                Index::drop().name("participation_offer_id").table(Alias::new("participation")).to_owned(),
            )
            .await?;
        for table in ["follow_up", "outcome", "participation"] {
            let name = format!("{table}_sub_project_id_participant_id");
            manager.drop_index(Index::drop().name(name).table(Alias::new(table)).to_owned()).await?;
        }
        drop(manager, &["recount_part", "recount"]).await
    }
}
