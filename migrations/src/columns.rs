//! Column shapes that many tables share, so that a table reads as a list of what it holds.

use sea_orm_migration::{prelude::*, schema};

/// A UUID key, made by the program and never by the database.
pub fn key(name: &'static str) -> ColumnDef {
    schema::uuid(Alias::new(name)).primary_key().take()
}

/// A UUID that names a row of another table.
pub fn reference(name: &'static str) -> ColumnDef {
    schema::uuid(Alias::new(name))
}

/// A UUID that may name a row of another table.
pub fn optional_reference(name: &'static str) -> ColumnDef {
    schema::uuid_null(Alias::new(name))
}

/// Words.
pub fn text(name: &'static str) -> ColumnDef {
    schema::text(Alias::new(name))
}

/// Words that may be missing.
pub fn optional_text(name: &'static str) -> ColumnDef {
    schema::text_null(Alias::new(name))
}

/// A calendar day.
pub fn day(name: &'static str) -> ColumnDef {
    schema::date(Alias::new(name))
}

/// A calendar day that may be missing.
pub fn optional_day(name: &'static str) -> ColumnDef {
    schema::date_null(Alias::new(name))
}

/// A moment in UTC.
pub fn moment(name: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone(Alias::new(name))
}

/// A moment in UTC that may be missing.
pub fn optional_moment(name: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone_null(Alias::new(name))
}

/// A 32-bit number.
pub fn small_number(name: &'static str) -> ColumnDef {
    schema::integer(Alias::new(name))
}

/// A 32-bit number that may be missing.
pub fn optional_small_number(name: &'static str) -> ColumnDef {
    schema::integer_null(Alias::new(name))
}

/// A 64-bit number.
pub fn number(name: &'static str) -> ColumnDef {
    schema::big_integer(Alias::new(name))
}

/// A 64-bit number that may be missing.
pub fn optional_number(name: &'static str) -> ColumnDef {
    schema::big_integer_null(Alias::new(name))
}

/// A floating-point number.
pub fn double(name: &'static str) -> ColumnDef {
    schema::double(Alias::new(name))
}

/// A floating-point number that may be missing.
pub fn optional_double(name: &'static str) -> ColumnDef {
    schema::double_null(Alias::new(name))
}

/// Yes or no.
pub fn flag(name: &'static str) -> ColumnDef {
    schema::boolean(Alias::new(name))
}

/// A table out of its columns.
pub fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(Alias::new(name));
    for mut column in columns {
        table.col(&mut column);
    }
    table
}

/// The columns that make a table append-only: a row is a version of the record `id`.
pub fn versioned(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut all = vec![key("version_id"), reference("id")];
    all.extend(columns);
    all.extend([
        moment("recorded_at"),
        reference("recorded_by"),
        optional_text("reason"),
        optional_moment("superseded_at"),
    ]);
    table(name, all)
}

/// A foreign key on `column` to the `id` of `target`.
pub fn foreign_key(column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(Alias::new(column)).to(Alias::new(target), Alias::new("id")).take()
}

/// An index whose name tells its table and columns.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(Alias::new(table));
    for column in columns {
        index.col(Alias::new(*column));
    }
    index
}

/// A rule that no two rows share `columns`.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns).unique().take()
}

/// A rule that no two *current* versions share `columns`; closed versions may.
pub fn unique_current(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns)
        .name(format!("{table}_current_{}", columns.join("_")))
        .unique()
        .and_where(Expr::col(Alias::new("superseded_at")).is_null())
        .take()
}

/// Creates tables, then their indexes.
pub async fn create(
    manager: &SchemaManager<'_>,
    tables: Vec<TableCreateStatement>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}

/// Drops tables in the order given: those that refer to others first.
pub async fn drop(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(Alias::new(*table)).take()).await?;
    }
    Ok(())
}

/// Adds a column to a table.
pub async fn add(
    manager: &SchemaManager<'_>,
    (table, mut column): (&'static str, ColumnDef),
) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table(Alias::new(table)).add_column(&mut column).take()).await
}

/// Takes the same column away.
pub async fn take_away(
    manager: &SchemaManager<'_>,
    (table, column): (&'static str, ColumnDef),
) -> Result<(), DbErr> {
    let column = Alias::new(column.get_column_name());
    manager.alter_table(Table::alter().table(Alias::new(table)).drop_column(column).take()).await
}

/// Drops indexes that have the names of these.
pub async fn drop_indexes(
    manager: &SchemaManager<'_>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for index in indexes {
        let name = index.get_index_spec().get_name().unwrap_or_default().to_owned();
        manager.drop_index(Index::drop().name(name).to_owned()).await?;
    }
    Ok(())
}

/// Writes the parts of a migration that are the same in each file: it creates tables, adds a column to one, or indexes.
#[macro_export]
macro_rules! migration {
    ($name:literal, up: $up:expr, down: $down:expr) => {
        $crate::migration!(
            $name,
            manager,
            {
                let (tables, indexes) = $up;
                $crate::columns::create(manager, tables, indexes).await
            },
            $crate::columns::drop(manager, $down).await
        );
    };
    ($name:literal, adds: $column:expr, to: $table:literal) => {
        $crate::migration!(
            $name,
            manager,
            $crate::columns::add(manager, ($table, $column)).await,
            $crate::columns::take_away(manager, ($table, $column)).await
        );
    };
    ($name:literal, indexes: $indexes:expr) => {
        $crate::migration!(
            $name,
            manager,
            $crate::columns::create(manager, vec![], $indexes).await,
            $crate::columns::drop_indexes(manager, $indexes).await
        );
    };
    ($name:literal, $manager:ident, $up:expr, $down:expr) => {
        /// This change of the schema.
        pub struct Migration;

        impl sea_orm_migration::MigrationName for Migration {
            fn name(&self) -> &str {
                $name
            }
        }

        #[async_trait::async_trait]
        impl sea_orm_migration::MigrationTrait for Migration {
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }

            async fn up(
                &self,
                $manager: &sea_orm_migration::SchemaManager,
            ) -> Result<(), sea_orm_migration::DbErr> {
                $up
            }

            async fn down(
                &self,
                $manager: &sea_orm_migration::SchemaManager,
            ) -> Result<(), sea_orm_migration::DbErr> {
                $down
            }
        }
    };
}
