//! The job that counts periods again. Its queue is the table of parts: there is nothing to hand out.

use std::{error::Error as StdError, time::Duration};

use domain::{
    Domain,
    recount::{self, Attempt, Release, Step},
};
use sea_orm::DbBackend;
use tokio::{task::JoinSet, time::sleep};
use tracing::{info, warn};
use ulid::Ulid;

use crate::{phase::Phases, rounds::Rounds};

/// How often a worker looks for parts that wait.
const EVERY: Duration = Duration::from_secs(1);
/// How often a sign of life is given.
const BEAT: Duration = Duration::from_secs(2);

/// Counts parts until the worker drains: as soon as a recount is asked for in this process, and those of others with a
/// look each second. A worker that drains gives its part back where it is.
pub async fn run(domain: Domain, phases: Phases) {
    let mut rounds = Rounds::every(EVERY, phases.clone());
    let mut failing = false;
    while rounds.next_or(domain.recount_bell.rung()).await {
        let worked = work_off(&domain, &phases).await;
        if let Err(error) = &worked
            && !failing
        {
            warn!(error = error as &dyn StdError, "looking for recounts fails; trying on every second");
        }
        failing = worked.is_err();
    }
}

/// Works until no part waits.
async fn work_off(domain: &Domain, phases: &Phases) -> domain::Result<()> {
    let rescued = recount::rescue(domain).await?;
    if rescued > 0 {
        info!(parts = rescued, "silent workers lost their parts of recounts");
    }
    let mut hands = JoinSet::new();
    for _ in 0..at_once(domain) {
        hands.spawn(hand(domain.clone(), phases.clone()));
    }
    while let Some(ended) = hands.join_next().await {
        match ended {
            Ok(worked) => worked?,
            Err(crash) => warn!(error = &crash as &dyn StdError, "counting broke down"),
        }
    }
    recount::finish(domain).await
}

/// So many parts are counted side by side: while one waits for the database, the other counts. SQLite has one writer.
fn at_once(domain: &Domain) -> usize {
    match domain.db.get_database_backend() {
        DbBackend::Sqlite => 1,
        _ => 2,
    }
}

/// Counts one part after the other.
async fn hand(domain: Domain, phases: Phases) -> domain::Result<()> {
    let name = Ulid::generate().to_string();
    while phases.is_working()
        && let Some(attempt) = recount::claim(&domain, &name).await?
    {
        let mut beats = JoinSet::new();
        beats.spawn(beat(domain.clone(), attempt));
        let counted = count(&domain, &phases, attempt).await;
        beats.shutdown().await;
        if let Err(error) = counted {
            warn!(recount_part.id = %attempt.part, attempt = attempt.number, error = &error as &dyn StdError, "counting failed");
            recount::release(&domain, attempt, Release::Failed(&error)).await?;
        }
    }
    Ok(())
}

/// Counts a part to its end, or until the worker drains.
async fn count(domain: &Domain, phases: &Phases, attempt: Attempt) -> domain::Result<()> {
    while recount::step(domain, attempt).await? == Step::Further {
        if !phases.is_working() {
            return recount::release(domain, attempt, Release::Left).await;
        }
    }
    Ok(())
}

/// Gives signs of life while a piece waits or takes long, until nobody wants them any more.
async fn beat(domain: Domain, attempt: Attempt) {
    loop {
        sleep(BEAT).await;
        if let Ok(false) = recount::alive(&domain, attempt).await {
            return;
        }
    }
}
