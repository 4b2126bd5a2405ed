//! Filling a database.

use std::sync::Arc;

use futures::future::try_join;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, PaginatorTrait, QueryFilter,
    Set,
};

use super::{
    Tier,
    network::{self, Place},
    people::{self, Rows, Times},
};
use crate::{
    Domain, Result, Versioned, Viewer, account, bulk,
    fact::{Operations, head_entity},
    organisation, participant, reference_data, sub_project,
};

const SEED: u64 = 2023;
/// Records became known so long before the filling; one in fifty so much later.
const KNOWN_BEFORE: chrono::TimeDelta = chrono::TimeDelta::days(60);
const LATER: chrono::TimeDelta = chrono::TimeDelta::days(30);

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Sub-projects done.
    pub sub_projects: usize,
    /// Participations.
    pub participations: usize,
    /// Facts.
    pub facts: usize,
    /// Rows of all tables.
    pub rows: usize,
}

/// Counts accounts, organisations, sub-projects and participants, whoever made them: only an empty database is filled.
///
/// # Errors
/// When the database fails.
pub async fn refuse_filled(domain: &Domain) -> Result<std::result::Result<(), u64>> {
    let db = &domain.db;
    let known = reference_data::organisation_codes()?;
    let organisations = organisation::Entity::current().filter(organisation::Column::Code.is_not_in(known));
    let found = account::Entity::find().count(db).await?
        + organisations.count(db).await?
        + sub_project::Entity::find().count(db).await?
        + participant::Entity::find().count(db).await?;
    Ok(if found > 0 { Err(found) } else { Ok(()) })
}

/// Fills an empty database with the network's reference data and generated records, and tells how far it is. Not one
/// doing: what was written before a failure stays.
///
/// # Errors
/// When the database fails.
pub async fn fill(domain: &Domain, tier: Tier, progress: impl Fn(&Filled)) -> Result<Filled> {
    reference_data::load(domain, &Viewer::local_operator()).await?;
    let first = domain.clock.now() - KNOWN_BEFORE;
    let times = Times { first, late: first + LATER };
    let places = network::make(domain, tier, first).await?;
    let operations = Arc::new(Operations::load(&domain.db).await?);
    let mut filled = Filled::default();
    let mut visitors = Vec::new();
    let mut left = tier.participations();
    let mut waiting = Rows::default();
    for (at, place) in places.iter().enumerate() {
        let wanted = left / (places.len() - at);
        left -= wanted;
        let mut rng = ChaCha8Rng::seed_from_u64(SEED + place.number as u64);
        let (place, operations) = (*place, Arc::clone(&operations));
        let drawing = tokio::task::spawn_blocking(move || {
            people::draw(&mut rng, (place, times, &operations), (&visitors, wanted))
        });
        let drawing = async { Ok(drawing.await) };
        let (drawn, ()) = try_join(drawing, write(&domain.db, std::mem::take(&mut waiting))).await?;
        let mut drawn = drawn.unwrap_or_else(|panicked| std::panic::resume_unwind(panicked.into_panic()));
        visitors = std::mem::take(&mut drawn.visitors);
        filled.add(&drawn);
        waiting = drawn;
        progress(&filled);
    }
    write(&domain.db, waiting).await?;
    bulk::insert(&domain.db, places.iter().map(head).collect()).await?;
    let tidy = match domain.db.get_database_backend() {
        DbBackend::Postgres => "VACUUM (ANALYZE)",
        _ => "ANALYZE",
    };
    domain.db.execute_unprepared(tidy).await?;
    Ok(filled)
}

impl Filled {
    fn add(&mut self, rows: &Rows) {
        self.sub_projects += 1;
        self.participations += rows.participations.len();
        self.facts += rows.facts.len();
        self.rows += rows.participants.len()
            + rows.participations.len()
            + rows.outcomes.len()
            + rows.follow_ups.len()
            + rows.facts.len();
    }
}

async fn write(db: &DatabaseConnection, rows: Rows) -> Result<()> {
    bulk::insert(db, rows.participants).await?;
    bulk::insert(db, rows.participations).await?;
    bulk::insert(db, rows.outcomes).await?;
    bulk::insert(db, rows.follow_ups).await?;
    bulk::insert(db, rows.facts).await
}

fn head(place: &Place) -> head_entity::ActiveModel {
    head_entity::ActiveModel {
        sub_project_id: Set(place.sub_project),
        funding_period_id: Set(place.period),
        revision: Set(1),
    }
}
