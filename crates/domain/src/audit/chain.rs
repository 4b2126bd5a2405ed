//! Following the chain of entries: what an audit of the audit log does.

use std::{fmt, str::FromStr};

use super::{Model, seal};

/// A place in the chain: enough to prove later that nothing up to there was touched. Written `POSITION:HASH`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Position of the entry; 0 is the empty chain.
    pub position: i64,
    /// Hash of that entry, hex.
    pub hash: String,
}

impl Seal {
    /// Where the chain starts.
    pub fn start() -> Self {
        Self { position: 0, hash: seal::START.to_owned() }
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.position, self.hash)
    }
}

/// Words that are no [`Seal`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a seal is written POSITION:HASH")]
pub struct NoSeal;

impl FromStr for Seal {
    type Err = NoSeal;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let (position, hash) = words.split_once(':').ok_or(NoSeal)?;
        Ok(Self { position: position.parse().map_err(|_| NoSeal)?, hash: hash.to_owned() })
    }
}

/// Where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The entry at this position was changed after it was written.
    #[error("entry {0} was changed after it was written")]
    Changed(i64),
    /// The entry that should stand at this position is missing or out of order.
    #[error("entry {0} is missing or out of order")]
    Missing(i64),
    /// The entry at this position is not the one that was sealed there.
    #[error("entry {0} is not the one that was sealed")]
    Rewritten(i64),
    /// Entries at the end are gone.
    #[error("the entries end at {last}, but {promised} were written")]
    Truncated {
        /// The last entry there is.
        last: i64,
        /// How many there should be at least.
        promised: i64,
    },
    /// Entries stand behind the end of the chain.
    #[error("entry {0} stands behind the end of the chain")]
    Unannounced(i64),
}

/// A walk along the chain from its start.
#[derive(Clone, Debug)]
pub struct Walk {
    end: Seal,
    promised: Vec<Seal>,
}

impl Walk {
    /// A walk that has to come by each of the promised places.
    pub fn past(promised: impl IntoIterator<Item = Seal>) -> Self {
        Self { end: Seal::start(), promised: promised.into_iter().collect() }
    }

    /// Goes on to the next entry.
    ///
    /// # Errors
    /// The chain does not hold there.
    pub fn step(&mut self, entry: &Model) -> Result<(), Broken> {
        if entry.position != self.end.position + 1 || entry.previous_hash != self.end.hash {
            return Err(Broken::Missing(self.end.position + 1));
        }
        if seal::seal(entry) != entry.hash {
            return Err(Broken::Changed(entry.position));
        }
        self.end = Seal { position: entry.position, hash: entry.hash.clone() };
        if self.promised.iter().any(|seal| seal.position == self.end.position && *seal != self.end) {
            return Err(Broken::Rewritten(self.end.position));
        }
        Ok(())
    }

    /// Where the walk ended.
    ///
    /// # Errors
    /// It ended before a promised place.
    pub fn end(self) -> Result<Seal, Broken> {
        let promised = self.promised.iter().map(|seal| seal.position).max().unwrap_or_default();
        if promised > self.end.position {
            return Err(Broken::Truncated { last: self.end.position, promised });
        }
        Ok(self.end)
    }
}
