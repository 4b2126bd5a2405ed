//! A set of indicators in one word.

/// Indicators of one rulebook by their bits (0 to 63); which rulebook, the holder knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct IndicatorSet(u64);

impl IndicatorSet {
    /// The set without members.
    pub const EMPTY: Self = Self(0);

    /// The set stored as a number, one binary digit per indicator.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The number to store.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether the indicator with this bit is in the set.
    pub const fn contains(self, bit: u8) -> bool {
        self.0 >> bit & 1 == 1
    }

    /// Puts the indicator with this bit (0 to 63) into the set.
    pub const fn insert(&mut self, bit: u8) {
        self.0 |= 1 << bit;
    }

    /// What is in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The bits of the members, ascending.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..64).filter(move |bit| self.contains(*bit))
    }
}

impl FromIterator<u8> for IndicatorSet {
    fn from_iter<I: IntoIterator<Item = u8>>(bits: I) -> Self {
        bits.into_iter().fold(Self::EMPTY, |mut set, bit| {
            set.insert(bit);
            set
        })
    }
}
