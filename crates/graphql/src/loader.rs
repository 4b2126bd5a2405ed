//! Reads of one request that are gathered into one statement per concept.
//!
//! Each concept implements `Loader` for [`Reads`] with its own keys, by one store function.

use std::{collections::HashMap, hash::Hash};

use async_graphql::{
    dataloader::{DataLoader, HashMapCache, Loader},
    runtime::{TokioSpawner, TokioTimer},
};
use chrono::{DateTime, Utc};
use domain::{Domain, Viewer};

use crate::{
    caller::Caller,
    error::{ApiError, Result},
};

/// As known at a moment; `None` means now.
pub type KnownAt = Option<DateTime<Utc>>;

/// What loaders read from: the pool, never a transaction.
pub struct Reads {
    /// The domain.
    pub domain: Domain,
    /// Who asks: records are read as far as they may see them.
    pub viewer: Viewer,
}

/// The loaders of one request, made anew for each, so that nobody sees what another was shown.
pub struct Loaders(DataLoader<Reads, HashMapCache>);

impl Loaders {
    /// Loaders for a caller.
    pub fn new(caller: &Caller) -> Self {
        let reads = Reads { domain: caller.domain.clone(), viewer: caller.viewer.clone() };
        Self(DataLoader::with_cache(
            reads,
            TokioSpawner::current(),
            TokioTimer::default(),
            HashMapCache::default(),
        ))
    }

    /// The value of a key, if there is one.
    pub async fn find<K>(&self, key: K) -> Result<Option<<Reads as Loader<K>>::Value>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Reads: Loader<K, Error = ApiError>,
    {
        self.0.load_one(key).await
    }

    /// The values of several keys.
    pub async fn all<K>(&self, keys: Vec<K>) -> Result<HashMap<K, <Reads as Loader<K>>::Value>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Reads: Loader<K, Error = ApiError>,
    {
        self.0.load_many(keys).await
    }

    /// The values of a key that has many of them; none is an empty list.
    pub async fn list<K, V>(&self, key: K) -> Result<Vec<V>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        V: Send + Sync + Clone + 'static,
        Reads: Loader<K, Value = Vec<V>, Error = ApiError>,
    {
        Ok(self.find(key).await?.unwrap_or_default())
    }
}

/// A key together with the moment it is read as of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AsOf<K> {
    /// The key.
    pub key: K,
    /// The moment.
    pub known_at: KnownAt,
}

/// The keys of each moment; mostly there is only one.
pub fn by_moment<K: Clone>(keys: &[AsOf<K>]) -> HashMap<KnownAt, Vec<K>> {
    let mut moments: HashMap<KnownAt, Vec<K>> = HashMap::new();
    for AsOf { key, known_at } in keys {
        moments.entry(*known_at).or_default().push(key.clone());
    }
    moments
}

/// Rows by what they belong to, each list in the order of the rows.
pub fn grouped<K: Hash + Eq, R>(rows: Vec<R>, owner: impl Fn(&R) -> K) -> HashMap<K, Vec<R>> {
    let mut groups: HashMap<K, Vec<R>> = HashMap::new();
    for row in rows {
        groups.entry(owner(&row)).or_default().push(row);
    }
    groups
}
