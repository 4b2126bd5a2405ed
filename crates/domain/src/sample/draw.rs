//! The draw. Pure: a seed and a frame give the members.

use counting::sampling;
use sha2::{Digest, Sha256};

use super::frame::{Candidate, Traits};

/// A stratum with everybody drawn from it, who is asked first coming first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drawn {
    pub traits: Traits,
    pub population: u64,
    pub members: Vec<Candidate>,
}

/// How many have to be asked so that so many answer, when this share of them does; never more than there are.
pub(super) fn to_select(required: u64, expected_answers: f64, population: u64) -> u64 {
    ((required as f64 / expected_answers).ceil() as u64).min(population)
}

/// Draws from a sorted frame: each stratum gets places in proportion to its size, and the places of a stratum go to
/// the cases with the smallest SHA-256 of seed and key.
pub(super) fn draw(seed: &str, frame: &[Candidate], selected: u64) -> Vec<Drawn> {
    let strata: Vec<&[Candidate]> = frame.chunk_by(|one, other| one.traits == other.traits).collect();
    let sizes: Vec<u64> = strata.iter().map(|stratum| stratum.len() as u64).collect();
    let places = sampling::allocate(&sizes, selected);
    let drawn = strata.into_iter().zip(places).filter_map(|(stratum, places)| {
        let mut members: Vec<&Candidate> = stratum.iter().collect();
        members.sort_by_cached_key(|candidate| lot(seed, candidate));
        let members = members.into_iter().take(usize::try_from(places).unwrap_or(usize::MAX));
        Some(Drawn {
            traits: stratum.first()?.traits,
            population: stratum.len() as u64,
            members: members.cloned().collect(),
        })
    });
    drawn.collect()
}

/// A case's lot. The separator keeps the seed `1` with the case `2/3` apart from the seed `12` with the case `/3`.
fn lot(seed: &str, candidate: &Candidate) -> [u8; 32] {
    Sha256::new().chain_update(seed).chain_update([0]).chain_update(&candidate.key).finalize().into()
}

#[cfg(test)]
mod tests {
    use counting::{Employment, Gender};

    use super::{draw, to_select};
    use crate::{
        id::{ParticipantId, SubProjectId},
        sample::{
            AgeGroup, Education,
            frame::{Candidate, Traits, sha256},
        },
    };

    /// 60 women and 40 men.
    fn frame() -> Vec<Candidate> {
        let candidate = |number: u32| Candidate {
            traits: Traits {
                gender: if number < 60 { Gender::Female } else { Gender::Male },
                employment: Employment::Unemployed,
                age_group: AgeGroup::From30To54,
                education: Education::Tertiary,
            },
            key: format!("TV-1/P-{number:03}"),
            sub_project: SubProjectId::fresh(),
            person: ParticipantId::fresh(),
        };
        (0..100).map(candidate).collect()
    }

    fn keys(seed: &str) -> Vec<String> {
        let drawn = draw(seed, &frame(), 10);
        drawn.into_iter().flat_map(|stratum| stratum.members).map(|member| member.key).collect()
    }

    #[test]
    fn strata_get_places_in_proportion_and_nobody_is_drawn_twice() {
        let drawn = draw("2026", &frame(), 10);
        let sizes: Vec<_> = drawn.iter().map(|stratum| (stratum.population, stratum.members.len())).collect();
        assert_eq!(sizes, [(60, 6), (40, 4)]);
        let mut keys = keys("2026");
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 10);
    }

    #[test]
    fn seed_and_frame_decide_and_nothing_else() {
        assert_eq!(keys("2026"), keys("2026"), "keys of rows and the order of machines play no part");
        assert_ne!(keys("2026"), keys("2027"));
    }

    /// Reckoned by another program from the description alone: the first line is that of
    /// `TV-1/P-000 female unemployed from30_to54 tertiary`, a lot is `sha256("2026\\0TV-1/P-010")`.
    #[test]
    fn anybody_can_repeat_the_draw_with_other_means() {
        let frame = frame();
        assert_eq!(sha256(&frame), "17c6e232244c7a2be5692dce3855417c1d1bc8971ba9eb1a2f53dcd441af38cb");
        let expected = "010 011 013 001 019 003 063 075 072 090";
        let expected: Vec<_> = expected.split(' ').map(|number| format!("TV-1/P-{number}")).collect();
        assert_eq!(keys("2026"), expected);
    }

    #[test]
    fn more_are_asked_than_have_to_answer() {
        for (required, expected_answers, population, selected) in
            [(517, 1.0, 1000, 517), (517, 0.6, 1000, 862), (517, 0.3, 1000, 1000), (0, 0.5, 0, 0)]
        {
            assert_eq!(to_select(required, expected_answers, population), selected);
        }
    }
}
