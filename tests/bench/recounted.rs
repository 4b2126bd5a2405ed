//! A recount from its start to its end, by two hands as in a worker.

use std::fmt;

use domain::{
    Domain, Viewer,
    demo::PERIOD,
    recount::{self, Progress, Step},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend};
use tokio::task::JoinSet;

/// What a recount did.
pub struct Counted(Progress);

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let speed = self.0.cases_per_second().unwrap_or_default();
        write!(f, "{speed:.0} cases/s, {} facts", self.0.changed)
    }
}

/// Leaves nothing of the ledger.
pub async fn empty_ledger(db: &DatabaseConnection) -> anyhow::Result<()> {
    let statement = match db.get_database_backend() {
        DbBackend::Postgres => "TRUNCATE fact",
        _ => "DELETE FROM fact",
    };
    db.execute_unprepared(statement).await?;
    Ok(())
}

/// Counts the period again.
pub async fn to_the_end(domain: &Domain) -> anyhow::Result<Counted> {
    let viewer = Viewer::local_operator();
    let asked = recount::start(domain, &viewer, (PERIOD, Some("measuring".to_owned()))).await?;
    let mut hands = JoinSet::new();
    for number in 0..2 {
        hands.spawn(hand(domain.clone(), format!("hand {number}")));
    }
    while let Some(ended) = hands.join_next().await {
        ended??;
    }
    Ok(Counted(recount::get(domain, &viewer, asked.id).await?))
}

async fn hand(domain: Domain, name: String) -> domain::Result<()> {
    while let Some(attempt) = recount::claim(&domain, &name).await? {
        while recount::step(&domain, attempt).await? == Step::Further {}
    }
    Ok(())
}
