//! The people of a period, each with a small number.

use sea_orm::prelude::Uuid;

/// A slot without a person, and the number of nobody.
pub(in crate::figure) const NOBODY: u32 = u32::MAX;

/// Numbers, given once and never changed: every state of a period's facts can share them. 16 bytes a person for the
/// key, 5 to 11 for finding it.
#[derive(Default)]
pub(in crate::figure) struct People {
    keys: Vec<Uuid>,
    /// A hash table of numbers with open addressing; its length is a power of two, a quarter of it stays free.
    slots: Vec<u32>,
}

impl People {
    /// The number of a person, the next one for somebody new.
    pub fn number(&mut self, key: Uuid) -> u32 {
        if (self.keys.len() + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let at = self.slot(key);
        if self.slots[at] == NOBODY {
            self.slots[at] = u32::try_from(self.keys.len()).unwrap_or(NOBODY);
            self.keys.push(key);
        }
        self.slots[at]
    }

    /// The key of a number that was given.
    pub fn key(&self, number: u32) -> Uuid {
        self.keys[number as usize]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.keys.capacity() * size_of::<Uuid>() + self.slots.capacity() * size_of::<u32>()
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(64);
        self.slots = vec![NOBODY; length];
        for number in 0..self.keys.len() {
            let at = self.slot(self.keys[number]);
            self.slots[at] = u32::try_from(number).unwrap_or(NOBODY);
        }
    }

    /// The slot that holds a person, or the free one where the search for them ends.
    fn slot(&self, key: Uuid) -> usize {
        let last = self.slots.len() - 1;
        let mut at = scattered(key) & last;
        while self.slots[at] != NOBODY && self.keys[self.slots[at] as usize] != key {
            at = (at + 1) & last;
        }
        at
    }
}

/// Keys are made here and not by strangers: multiplication spreads them well enough.
fn scattered(key: Uuid) -> usize {
    let (high, low) = key.as_u64_pair();
    ((high ^ low).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

/// A set of people by their numbers, a bit each.
#[derive(Clone, Default)]
pub(in crate::figure) struct Crowd(Vec<u64>);

impl Crowd {
    /// Whether somebody is in it.
    pub fn contains(&self, number: u32) -> bool {
        let word = self.0.get(number as usize / 64);
        word.is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Takes somebody in; tells whether they are new.
    pub fn insert(&mut self, number: u32) -> bool {
        let at = number as usize / 64;
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        let bit = 1 << (number % 64);
        let new = self.0[at] & bit == 0;
        self.0[at] |= bit;
        new
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<u64>()
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::prelude::Uuid;

    use super::{Crowd, People};

    #[test]
    fn everybody_keeps_the_number_they_got() {
        let mut people = People::default();
        let keys: Vec<Uuid> = (0..5000).map(|number: u128| Uuid::from_u128(number << 3)).collect();

        let first: Vec<u32> = keys.iter().map(|key| people.number(*key)).collect();
        let again: Vec<u32> = keys.iter().map(|key| people.number(*key)).collect();

        assert_eq!(first, again);
        assert_eq!(first, (0..5000).collect::<Vec<u32>>());
        assert!(keys.iter().zip(first).all(|(key, number)| people.key(number) == *key));
        assert_eq!(people.len(), 5000);
    }

    #[test]
    fn a_crowd_knows_who_is_in_it() {
        let mut crowd = Crowd::default();

        assert!(crowd.insert(70));
        assert!(!crowd.insert(70));
        assert!(crowd.contains(70) && !crowd.contains(69) && !crowd.contains(7000));
    }
}
