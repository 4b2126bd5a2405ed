//! Records by when they became known and when they were given up: what has changed behind an edition reads them so.

use sea_orm_migration::prelude::*;

use crate::columns::*;

crate::migration!("m23_record_indexes", indexes: TABLES.into_iter().flat_map(of).collect());

/// The tables with a row for each person or contact; the others are small.
const TABLES: [&str; 5] = ["participation", "outcome", "follow_up", "consultation", "qualification_plan"];

/// Few versions are ever given up: their index costs next to nothing.
fn of(table: &'static str) -> [IndexCreateStatement; 2] {
    let given_up = index(table, &["sub_project_id", "superseded_at"])
        .and_where(Expr::col(Alias::new("superseded_at")).is_not_null())
        .take();
    [index(table, &["sub_project_id", "recorded_at"]), given_up]
}
