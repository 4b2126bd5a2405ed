//! The mathematics of surveys by sample, as for the results six months after leaving.
//!
//! A sample is reliable when the margin of error of a proportion is at most 3 percentage points at a
//! confidence of 95 % (European Commission, SFC2021 FAQ on sampling). The formulas are those of
//! simple random and of stratified sampling without replacement. Nobody is drawn here.
//!
//! Shares and margins are fractions: 0.03 is 3 percentage points.

/// The quantile of the normal distribution for a confidence of 95 %.
const Z: f64 = 1.96;

/// The largest margin of error of a reliable sample.
const RELIABLE: f64 = 0.03;

/// What the rounding of computers may add to a margin.
const ROUNDING: f64 = 1e-9;

/// How many answers make a reliable sample of a population: `n0 / (1 + (n0 - 1) / N)` with
/// `n0 = 1.96² · 0.25 / 0.03²`, rounded up, never more than there are people.
pub fn required_answers(population: u64) -> u64 {
    if population == 0 {
        return 0;
    }
    let unlimited = Z * Z * 0.25 / (RELIABLE * RELIABLE);
    let answers = unlimited / (1.0 + (unlimited - 1.0) / population as f64);
    (answers.ceil() as u64).min(population)
}

/// Shares a sample out to strata of these sizes, in proportion: first the full places, then the rest
/// to the largest remainders, among equals to the earlier stratum. A sample larger than all strata
/// takes them whole.
///
/// A stratum that is not empty gets at least one place. It comes from the stratum that is furthest
/// above its proportion and has more than one; where none has, the sum is larger than the sample.
pub fn allocate(strata: &[u64], sample: u64) -> Vec<u64> {
    let population: i128 = strata.iter().copied().map(i128::from).sum();
    let sample = i128::from(sample).min(population);
    // places times the population, so that shares stay whole numbers
    let due = |stratum: usize| sample * i128::from(strata[stratum]);
    let above = |stratum: usize, places: i128| places * population - due(stratum);
    let mut places: Vec<i128> =
        (0..strata.len()).map(|stratum| due(stratum).checked_div(population).unwrap_or(0)).collect();
    let mut by_remainder: Vec<usize> = (0..strata.len()).collect();
    by_remainder.sort_by_key(|&stratum| above(stratum, places[stratum]));
    let rest = usize::try_from(sample - places.iter().sum::<i128>()).unwrap_or(0);
    for &stratum in by_remainder.iter().take(rest) {
        places[stratum] += 1;
    }
    for (stratum, places) in places.iter_mut().enumerate() {
        *places = (*places).max(i128::from(strata[stratum] > 0));
    }
    while places.iter().sum::<i128>() > sample {
        let givers = (0..strata.len()).filter(|&stratum| places[stratum] > 1);
        let Some(giver) = givers.max_by_key(|&stratum| above(stratum, places[stratum])) else {
            break;
        };
        places[giver] -= 1;
    }
    places.into_iter().map(|places| u64::try_from(places).unwrap_or(0)).collect()
}

/// The margin of error at 95 % of a share found in a simple random sample, with finite population
/// correction: `1.96 · √(p (1 - p) / n · (N - n) / (N - 1))`. `None` without answers, or with more
/// answers than people.
pub fn margin_of_error(share: f64, answers: u64, population: u64) -> Option<f64> {
    variance(share, answers, population).map(|variance| Z * variance.sqrt())
}

fn variance(share: f64, answers: u64, population: u64) -> Option<f64> {
    if answers == 0 || answers > population {
        return None;
    }
    let unasked = (population - answers) as f64;
    let others = population.saturating_sub(1).max(1) as f64;
    Some(share * (1.0 - share) / answers as f64 * unasked / others)
}

/// Whether a margin of error is small enough: at most 3 percentage points.
pub fn is_reliable(margin: f64) -> bool {
    margin <= RELIABLE + ROUNDING
}

/// The people of one stratum and what they answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// How many belong to it.
    pub population: u64,
    /// How many of them answered.
    pub answers: u64,
    /// How many of those have the result asked for.
    pub results: u64,
}

/// What a sample says about all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// How many people belong to all strata.
    pub population: u64,
    /// How many of them have the result, as extrapolated.
    pub total: f64,
    /// The margin of error of the share at 95 %.
    pub margin: f64,
}

impl Estimate {
    /// The share of those with the result.
    pub fn share(&self) -> f64 {
        self.total / self.population as f64
    }

    /// The margin of error of the total, in people.
    pub fn total_margin(&self) -> f64 {
        self.margin * self.population as f64
    }
}

/// Extrapolates from strata to all: the share of each times its population, summed, with the margin
/// of error that follows from the variance of each stratum. Empty strata add nothing. A stratum in
/// which all answers are the same has no variance, however few they are.
///
/// `None` without people, when nobody of a stratum answered, or when the numbers contradict each
/// other.
pub fn extrapolate(strata: &[Stratum]) -> Option<Estimate> {
    let population: u64 = strata.iter().map(|stratum| stratum.population).sum();
    let (mut total, mut spread) = (0.0, 0.0);
    for stratum in strata.iter().filter(|stratum| stratum.population > 0 || stratum.answers > 0) {
        if stratum.results > stratum.answers {
            return None;
        }
        let size = stratum.population as f64;
        let share = stratum.results as f64 / stratum.answers as f64;
        spread += size * size * variance(share, stratum.answers, stratum.population)?;
        total += size * share;
    }
    let margin = Z * spread.sqrt() / population as f64;
    (population > 0).then_some(Estimate { population, total, margin })
}
