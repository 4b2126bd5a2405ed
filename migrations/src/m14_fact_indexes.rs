//! Facts by when they became known and when they were given up: what a difference and figures of the past read.

use sea_orm_migration::prelude::*;

use crate::columns::*;

crate::migration!("m14_fact_indexes", indexes: indexes());

/// Few facts are ever given up: their index costs next to nothing.
fn indexes() -> Vec<IndexCreateStatement> {
    let given_up = index("fact", &["sub_project_id", "known_until"])
        .and_where(Expr::col(Alias::new("known_until")).is_not_null())
        .take();
    vec![index("fact", &["sub_project_id", "known_from"]), given_up]
}
