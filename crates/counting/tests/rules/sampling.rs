//! Samples: how many answers, from whom, and what they say.

use counting::sampling::{Stratum, allocate, extrapolate, is_reliable, margin_of_error, required_answers};
use proptest::collection::vec;
use proptest::prelude::*;

#[test]
fn answers_needed_for_three_points_at_95_percent() {
    for (population, answers) in [
        (0, 0),
        (1, 1),
        (10, 10),
        (200, 169),
        (500, 341),
        (1_000, 517),
        (2_000, 697),
        (5_000, 880),
        (20_000, 1_014),
        (u64::MAX, 1_068),
    ] {
        assert_eq!(required_answers(population), answers, "of {population}");
    }
}

#[test]
fn a_sample_is_shared_out_in_proportion_with_the_largest_remainders_first() {
    for (strata, sample, expected) in [
        (&[500, 300, 200][..], 10, &[5, 3, 2][..]),
        (&[50, 30, 20], 7, &[4, 2, 1]),
        (&[1, 1, 1], 2, &[1, 1, 1]),
        (&[10, 10, 10], 10, &[4, 3, 3]),
        (&[990, 5, 5], 10, &[8, 1, 1]),
        (&[60, 35, 3, 2], 10, &[5, 3, 1, 1]),
        (&[990, 0, 10], 10, &[9, 0, 1]),
        (&[3, 2], 100, &[3, 2]),
        (&[3, 2], 0, &[1, 1]),
        (&[0, 0], 5, &[0, 0]),
        (&[], 5, &[]),
    ] {
        assert_eq!(allocate(strata, sample), expected, "{sample} to {strata:?}");
    }
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-4
}

#[test]
fn the_margin_of_error_shrinks_with_the_answers_and_vanishes_when_all_have_answered() {
    let margin = |share, answers, population| margin_of_error(share, answers, population).expect("answers");
    assert!(close(margin(0.5, 100, u64::MAX), 0.098));
    assert!(close(margin(0.5, 517, 1_000), 0.03));
    assert!(close(margin(0.2, 100, 1_000), 0.0744));
    assert!(close(margin(0.5, 1_000, 1_000), 0.0));
    assert!(close(margin(0.5, 1, 1), 0.0));
    assert_eq!(margin_of_error(0.5, 0, 10), None);
    assert_eq!(margin_of_error(0.5, 11, 10), None);
}

#[test]
fn reliable_is_at_most_three_points() {
    assert!(is_reliable(0.0));
    assert!(is_reliable(0.03));
    assert!(!is_reliable(0.030_1));
}

#[test]
fn strata_are_extrapolated_one_by_one() {
    let strata = [
        Stratum { population: 600, answers: 60, results: 30 },
        Stratum { population: 400, answers: 40, results: 10 },
        Stratum { population: 0, answers: 0, results: 0 },
    ];
    let estimate = extrapolate(&strata).expect("answers everywhere");
    assert_eq!(estimate.population, 1_000);
    assert!(close(estimate.total, 400.0));
    assert!(close(estimate.share(), 0.4));
    // 600² · 0.25 / 60 · 540 / 599 + 400² · 0.1875 / 40 · 360 / 399 = 2029.09
    assert!(close(estimate.margin, 1.96 * 2029.0868_f64.sqrt() / 1_000.0));
    assert!(close(estimate.total_margin(), estimate.margin * 1_000.0));
    assert!(!is_reliable(estimate.margin));
}

#[test]
fn nothing_is_extrapolated_from_silence_or_contradiction() {
    let fine = Stratum { population: 10, answers: 5, results: 2 };
    for odd in [
        Stratum { population: 10, answers: 0, results: 0 },
        Stratum { population: 10, answers: 11, results: 2 },
        Stratum { population: 10, answers: 5, results: 6 },
        Stratum { population: 0, answers: 1, results: 0 },
    ] {
        assert_eq!(extrapolate(&[fine, odd]), None, "{odd:?}");
    }
    assert_eq!(extrapolate(&[]), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn the_required_answers_are_reliable_and_one_fewer_is_not(population in 2u64..100_000) {
        let answers = required_answers(population);
        let margin = |answers| margin_of_error(0.5, answers, population).expect("answers");
        prop_assert!(is_reliable(margin(answers)));
        prop_assert!(!is_reliable(margin(answers - 1)) || answers == 1);
    }

    #[test]
    fn an_allocation_is_whole_fair_and_possible(strata in vec(0u64..200, 0..8), sample in 0u64..800) {
        let places = allocate(&strata, sample);
        let population: u64 = strata.iter().sum();
        let filled = strata.iter().filter(|size| **size > 0).count() as u64;
        prop_assert_eq!(places.iter().sum::<u64>(), sample.min(population).max(filled));
        for (size, places) in strata.iter().zip(&places) {
            prop_assert!(places <= size);
            prop_assert_eq!(*places == 0, *size == 0);
        }
    }

    #[test]
    fn one_stratum_extrapolates_as_a_simple_sample(
        population in 1u64..5_000,
        parts in (0.0f64..1.0, 0.0f64..=1.0),
    ) {
        let answers = ((population as f64 * parts.0) as u64).max(1);
        let results = (answers as f64 * parts.1) as u64;
        let estimate = extrapolate(&[Stratum { population, answers, results }]).expect("answers");
        let share = results as f64 / answers as f64;
        let margin = margin_of_error(share, answers, population).expect("answers");
        prop_assert!(close(estimate.share(), share) && close(estimate.margin, margin));
    }
}
