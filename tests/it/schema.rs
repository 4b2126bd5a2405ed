//! The schema: entities and migrations say the same, and every change can be reverted.

use std::collections::{BTreeMap, BTreeSet};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, Schema, Statement};

use crate::harness::on_each_database;

/// Tables by name, each with its columns: name, class of type, whether it must have a value.
type Tables = BTreeMap<String, BTreeSet<(String, &'static str, bool)>>;

/// Where migrations note what they did.
const BOOKKEEPING: &str = "seaql_migrations";

const SQLITE: &str = "SELECT t.name, c.name, lower(c.type), c.\"notnull\" OR c.pk FROM sqlite_master t, \
    pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";

const POSTGRES: &str = "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'NO' \
    FROM information_schema.columns WHERE table_schema = 'public'";

on_each_database! {
    async fn entities_and_migrations_say_the_same(backend) {
        let [one, other] = [backend.empty().await, backend.empty().await];
        let by_entities = domain::db::connect(one.url()).await.expect("a connection");
        create_from_entities(&by_entities).await;
        let by_migrations = domain::db::connect(other.url()).await.expect("a connection");

        Migrator::up(&by_migrations, None).await.expect("migrations apply");

        assert_eq!(tables(&by_entities).await, tables(&by_migrations).await);
    }

    async fn every_change_can_be_reverted_and_made_again(backend) {
        let database = backend.empty().await;
        let db = domain::db::connect(database.url()).await.expect("a connection");
        Migrator::up(&db, None).await.expect("migrations apply");
        let before = tables(&db).await;

        Migrator::down(&db, None).await.expect("migrations revert");
        let reverted = tables(&db).await;
        Migrator::up(&db, None).await.expect("migrations apply again");

        assert_eq!(reverted, Tables::new());
        assert_eq!(tables(&db).await, before);
    }
}

/// By `.cargo/config.toml`: either would be a lock that every value read by any thread takes.
#[tokio::test]
async fn sqlite_keeps_nothing_that_all_threads_wait_for() {
    let db = domain::db::connect("sqlite::memory:").await.expect("a connection");
    let options =
        Statement::from_string(DbBackend::Sqlite, "SELECT compile_options FROM pragma_compile_options");

    let rows = db.query_all_raw(options).await.expect("options").into_iter();
    let options: BTreeSet<String> = rows.map(|row| row.try_get_by_index(0).expect("an option")).collect();

    assert!(options.contains("DEFAULT_MEMSTATUS=0"), "{options:?}");
    assert!(!options.contains("ENABLE_MEMORY_MANAGEMENT"), "{options:?}");
}

/// Creates the table of each entity named.
macro_rules! create {
    ($db:expr, $($concept:ident::$entity:ident),+ $(,)?) => {
        $(create_table($db, domain::$concept::$entity::Entity).await;)+
    };
}

async fn create_from_entities(db: &DatabaseConnection) {
    create!(
        db,
        access_grant::entity,
        account::entity,
        api_token::entity,
        audit::entity,
        audit::head_entity,
        consultation::entity,
        counting_profile::entity,
        deadline::check_entity,
        deadline::check_result_entity,
        deadline::entity,
        deadline::lead_entity,
        deadline::task_entity,
        district::entity,
        estimate::entity,
        exchange::withdrawal_entity,
        figure_note::entity,
        fact::entity,
        fact::clock_entity,
        fact::head_entity,
        follow_up::entity,
        funding_period::entity,
        indicator::entity,
        indicator_value::entity,
        institution::entity,
        institution::name_entity,
        institution::role_entity,
        offer::entity,
        offer_type::entity,
        offer_type::period_entity,
        organisation::entity,
        outcome::entity,
        participant::entity,
        participation::entity,
        qualification_plan::entity,
        recount::entity,
        recount::part_entity,
        regional_network::district_entity,
        regional_network::entity,
        edition::entity,
        edition::event_entity,
        edition::four_eyes_entity,
        report::entity,
        sample::entity,
        sample::member_entity,
        sample::stratum_entity,
        session::entity,
        strand::entity,
        strand::funding_entity,
        sub_project::entity,
        supported_entity::entity,
        target::entity,
        trainer::entity,
        training::entity,
        waiver::entity,
        working_group::entity,
    );
}

async fn create_table(db: &DatabaseConnection, entity: impl EntityTrait) {
    let statement = Schema::new(db.get_database_backend()).create_table_from_entity(entity);
    db.execute(&statement).await.expect("an entity makes a table");
}

async fn tables(db: &DatabaseConnection) -> Tables {
    let backend = db.get_database_backend();
    let query = if backend == DbBackend::Sqlite { SQLITE } else { POSTGRES };
    let rows =
        db.query_all_raw(Statement::from_string(backend, query)).await.expect("the schema can be read");
    let mut tables = Tables::new();
    for row in rows {
        let table: String = row.try_get_by_index(0).expect("a table");
        let column: String = row.try_get_by_index(1).expect("a column");
        let kind: String = row.try_get_by_index(2).expect("a type");
        let required: bool = row.try_get_by_index(3).expect("a flag");
        if table != BOOKKEEPING {
            tables.entry(table).or_default().insert((column, class(&kind), required));
        }
    }
    tables
}

/// Types that hold the same are one class, whatever the database calls them.
fn class(kind: &str) -> &'static str {
    match kind {
        "varchar" | "text" | "character varying" => "text",
        "uuid_text" | "uuid" => "uuid",
        "date_text" | "date" => "day",
        "timestamp_with_timezone_text" | "timestamp with time zone" => "moment",
        "integer" => "number of 32 bits",
        "bigint" => "number of 64 bits",
        "double" | "double precision" => "floating-point number",
        "boolean" => "flag",
        _ => panic!("the schema test does not know the type {kind}"),
    }
}
