//! Ranges of completed years.

use std::str::FromStr;

/// Completed years from one number to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AgeRange {
    youngest: u32,
    oldest: u32,
}

impl AgeRange {
    pub(super) fn contains(self, age: u32) -> bool {
        (self.youngest..=self.oldest).contains(&age)
    }
}

/// Not a range such as `18-29`, `55-` or `-17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoRange;

impl FromStr for AgeRange {
    type Err = NoRange;

    fn from_str(text: &str) -> Result<Self, NoRange> {
        let (from, to) = text.split_once('-').ok_or(NoRange)?;
        if from.is_empty() && to.is_empty() {
            return Err(NoRange);
        }
        let (youngest, oldest) = (years(from, 0)?, years(to, u32::MAX)?);
        (youngest <= oldest).then_some(Self { youngest, oldest }).ok_or(NoRange)
    }
}

fn years(digits: &str, open: u32) -> Result<u32, NoRange> {
    if digits.is_empty() {
        return Ok(open);
    }
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| digits.parse().ok()).flatten().ok_or(NoRange)
}
