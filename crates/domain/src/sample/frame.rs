//! The frame: everybody who can be drawn, each in a stratum. Pure.

use std::fmt::Write as _;

use chrono::NaiveDate;
use counting::{Employment, Gender, MissingFields, Rulebook, six_months_after};
use sha2::{Digest, Sha256};

use super::{AgeGroup, Asks, Education};
use crate::{
    case_file::CaseFile,
    id::{ParticipantId, SubProjectId},
};

/// What people of a stratum share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Traits {
    pub gender: Gender,
    pub employment: Employment,
    pub age_group: AgeGroup,
    pub education: Education,
}

/// Somebody who can be drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    pub traits: Traits,
    /// What names the case on any machine: `TV-1/P-7`, code of the sub-project and reference of the person.
    pub key: String,
    pub sub_project: SubProjectId,
    pub person: ParticipantId,
}

/// Whom an indicator counts at a cut-off, before anything is known of the survey: those who left, whose six months
/// have passed, whose data of the entry are complete, with the employment at entry that the indicator asks for.
pub(super) struct Population<'a> {
    pub asks: Asks,
    pub rulebook: &'a Rulebook,
    pub cut_off: NaiveDate,
}

impl Population<'_> {
    /// The traits of a case that belongs to the population.
    pub fn traits(&self, case: &CaseFile) -> Option<Traits> {
        let told = case.told();
        let first = told.stays.iter().min_by_key(|stay| stay.entered_on)?;
        let exit = told.exit(self.cut_off)?;
        six_months_after(exit).filter(|day| *day <= self.cut_off)?;
        if !MissingFields::of(first, self.rulebook).is_empty() {
            return None;
        }
        let employment = first.employment.filter(|status| match self.asks {
            Asks::Employment => *status != Employment::Employed,
            Asks::Improvement => *status == Employment::Employed,
        });
        Some(Traits {
            gender: first.gender?,
            employment: employment?,
            age_group: AgeGroup::of(first.birth_date?, first.entered_on),
            education: Education::of(first.isced?),
        })
    }
}

/// SHA-256 of a frame, hex: of its lines `TV-1/P-7 female unemployed from18_to29 tertiary`, in the order of the
/// candidates, each ended by a line feed.
pub(super) fn sha256(frame: &[Candidate]) -> String {
    let mut text = String::new();
    for Candidate { traits, key, .. } in frame {
        let Traits { gender, employment, age_group, education } = traits;
        let (age_group, education) = (age_group.as_str(), education.as_str());
        // writing to a text cannot fail
        let _ = writeln!(text, "{key} {gender} {employment} {age_group} {education}");
    }
    hex::encode(Sha256::digest(text))
}
