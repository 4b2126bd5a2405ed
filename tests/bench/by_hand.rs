//! The least that SQL by hand would do: count participations at a cut-off with `count(*) FILTER`, by sub-project and
//! gender. No re-entries, no results, no follow-ups, no knowledge of earlier times: less than the figures say.

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait};

/// The conditions of entry indicators.
const INDICATORS: [&str; 15] = [
    "true",
    "employment = 'unemployed'",
    "employment = 'unemployed' AND unemployed_since <= entered_on - interval '12 months'",
    "employment = 'inactive'",
    "employment = 'employed'",
    "birth_date > entered_on - interval '18 years'",
    "birth_date > entered_on - interval '30 years' AND birth_date <= entered_on - interval '18 years'",
    "birth_date <= entered_on - interval '55 years'",
    "isced <= 2",
    "isced BETWEEN 3 AND 4",
    "isced BETWEEN 5 AND 8",
    "disability = 'yes'",
    "foreign_background = 'yes'",
    "minority = 'yes'",
    "housing_exclusion = 'yes'",
];

/// The best time of several settings of parallelism; none where there is no PostgreSQL.
pub async fn best(db: &DatabaseConnection, cut_off: NaiveDate) -> anyhow::Result<Option<Duration>> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(None);
    }
    let counts: Vec<String> =
        INDICATORS.iter().map(|condition| format!("count(*) FILTER (WHERE {condition})")).collect();
    let question = format!(
        "SELECT sub_project_id, gender, {} FROM participation WHERE superseded_at IS NULL AND entered_on <= '{cut_off}' \
         AND birth_date IS NOT NULL AND gender IS NOT NULL AND employment IS NOT NULL AND isced IS NOT NULL \
         GROUP BY sub_project_id, gender",
        counts.join(", ")
    );
    let mut best: Option<Duration> = None;
    for (workers, jit) in [(0, "off"), (1, "off"), (2, "off"), (2, "on")] {
        for _ in 0..3 {
            let tx = db.begin().await?;
            let settings = format!(
                "SET LOCAL max_parallel_workers_per_gather = {workers}; SET LOCAL jit = {jit}; SET LOCAL work_mem = '64MB'"
            );
            tx.execute_unprepared(&settings).await?;
            let start = Instant::now();
            let rows =
                tx.query_all_raw(Statement::from_string(DbBackend::Postgres, question.clone())).await?;
            let time = start.elapsed();
            anyhow::ensure!(!rows.is_empty(), "the database is empty");
            tx.rollback().await?;
            best = Some(best.map_or(time, |best| best.min(time)));
        }
    }
    Ok(best)
}
