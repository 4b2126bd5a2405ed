//! Counting sixty-four indicators at once: a byte for each, eight to a word.

use std::ops::Range;

/// Bits of a set.
pub(in crate::figure) const BITS: usize = 64;

/// The bits of a byte, each in a byte of its own.
const SPREAD: [u64; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            table[byte] |= ((byte as u64 >> bit) & 1) << (8 * bit);
            bit += 1;
        }
        byte += 1;
    }
    table
};

/// Sums by bit, in `BYTES` words of eight small counters each. They overflow after 255 additions: [`Lanes::empty`] them
/// before.
#[derive(Clone, Copy)]
pub(in crate::figure) struct Lanes<const BYTES: usize>([u64; BYTES]);

impl<const BYTES: usize> Lanes<BYTES> {
    pub const ZERO: Self = Self([0; BYTES]);

    /// Adds one to each bit that is set.
    #[inline]
    pub fn add(&mut self, bits: u64) {
        for (byte, lane) in self.0.iter_mut().enumerate() {
            *lane += SPREAD[(bits >> (8 * byte)) as usize & 0xFF];
        }
    }

    /// Moves the sums to where they have more room.
    pub fn empty(&mut self, sums: &mut [u64; BITS]) {
        for (lane, sums) in self.0.iter_mut().zip(sums.chunks_exact_mut(8)) {
            for (count, sum) in lane.to_le_bytes().into_iter().zip(sums) {
                *sum = sum.wrapping_add(count.into());
            }
            *lane = 0;
        }
    }
}

/// So many additions a lane can take.
pub(in crate::figure) const ROOM: usize = 255;

/// How many of the low bytes hold all bits that are ever set.
pub(in crate::figure) fn bytes_used(all: &[u64]) -> usize {
    let used = all.iter().fold(0, |used, bits| used | bits);
    (BITS - used.leading_zeros() as usize).div_ceil(8)
}

/// Adds `times` to each bit that is set; the sum of what is added and taken away comes out right.
pub(in crate::figure) fn add(sums: &mut [u64; BITS], mut bits: u64, times: u64) {
    while bits != 0 {
        let bit = bits.trailing_zeros() as usize;
        sums[bit] = sums[bit].wrapping_add(times);
        bits &= bits - 1;
    }
}

/// The same columns, a part of their rows.
#[derive(Clone, Copy)]
pub(in crate::figure) struct Part<'a> {
    counted: &'a [u64],
    from: &'a [u16],
    until: &'a [u16],
    columns: &'a [u8],
}

impl<'a> Part<'a> {
    pub fn of(
        (counted, from, until, columns): (&'a [u64], &'a [u16], &'a [u16], &'a [u8]),
        rows: Range<usize>,
    ) -> Self {
        Self {
            counted: &counted[rows.clone()],
            from: &from[rows.clone()],
            until: &until[rows.clone()],
            columns: &columns[rows],
        }
    }

    /// Adds the facts that hold on a day, by gender column.
    pub fn count(self, day: u16, sums: &mut [[u64; BITS]; 4]) {
        match bytes_used(self.counted) {
            0 => {}
            1..=4 => self.count_in::<4>(day, sums),
            5 => self.count_in::<5>(day, sums),
            _ => self.count_in::<8>(day, sums),
        }
    }

    fn count_in<const BYTES: usize>(self, day: u16, sums: &mut [[u64; BITS]; 4]) {
        let rows = self.counted.chunks(ROOM).zip(self.from.chunks(ROOM));
        let rows = rows.zip(self.until.chunks(ROOM).zip(self.columns.chunks(ROOM)));
        for ((counted, from), (until, columns)) in rows {
            let mut lanes = [Lanes::<BYTES>::ZERO; 4];
            let rows = counted.iter().zip(from).zip(until.iter().zip(columns));
            for ((counted, from), (until, column)) in rows {
                // without a branch: whether a fact holds cannot be guessed
                let holds = u64::from((*from <= day) & (day < *until)).wrapping_neg();
                lanes[usize::from(column & 3)].add(counted & holds);
            }
            for (lanes, sums) in lanes.iter_mut().zip(sums.iter_mut()) {
                lanes.empty(sums);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BITS, Part, add, bytes_used};

    #[test]
    fn lanes_count_what_counting_one_by_one_counts() {
        let rows = 3_000_usize;
        for highest in [7, 31, 39, 63] {
            let counted: Vec<u64> = (0..rows as u64)
                .map(|row| row.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (63 - highest))
                .collect();
            let from: Vec<u16> = (0..rows).map(|row| (row % 7) as u16).collect();
            let until: Vec<u16> = (0..rows).map(|row| (row % 11) as u16).collect();
            let columns: Vec<u8> = (0..rows).map(|row| (row % 5) as u8 + 2).collect();
            let mut expected = [[0; BITS]; 4];
            for row in 0..rows {
                if from[row] <= 4 && 4 < until[row] {
                    add(&mut expected[usize::from(columns[row] & 3)], counted[row], 1);
                }
            }

            let mut sums = [[0; BITS]; 4];
            Part::of((&counted, &from, &until, &columns), 0..rows).count(4, &mut sums);

            assert_eq!(sums, expected, "{highest}");
        }
    }

    #[test]
    fn only_bytes_that_are_used_are_counted() {
        for (bits, bytes) in [(0, 0), (1, 1), (0xFF, 1), (0x100, 2), (1 << 39, 5), (1 << 40, 6), (1 << 63, 8)]
        {
            assert_eq!(bytes_used(&[0, bits]), bytes, "{bits:x}");
        }
    }
}
