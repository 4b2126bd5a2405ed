//! The figures below the report's own unit, beside what the evidence adds up to.

use std::collections::HashMap;

use domain::figure::{Breakdown, EvidencePart, Figure};
use domain::sub_project::RegionCategory;

use super::super::{activities, by_strand, by_sub_project, figure_columns::BY_UNIT};
use super::Standing;
use crate::Content;
use crate::content::{added, counts};

/// Women, men, non-binary people, all.
pub type Counts = [u64; 4];

/// A figure beside the evidence.
pub struct Check<'a> {
    pub unit: Unit<'a>,
    pub figure: &'a Figure,
    /// What the evidence adds up to.
    pub added: Counts,
    /// What the report says.
    pub reported: Counts,
    /// The row of the figure in the table of its sheet.
    pub row: usize,
}

/// What a figure is of.
#[derive(Clone, Copy)]
pub enum Unit<'a> {
    SubProject(&'a str),
    /// None for the sub-projects without one.
    Network(Option<&'a str>),
    /// None for the sub-projects without one.
    Strand(Option<&'a str>),
}

impl Check<'_> {
    pub fn holds(&self) -> bool {
        match self.figure.genders {
            Some(_) => self.added == self.reported,
            None => self.added[3] == self.reported[3],
        }
    }
}

/// All of them; those of nothing on both sides are left out.
pub struct Checks<'a> {
    pub of_sub_projects: Vec<Check<'a>>,
    /// Those of regional networks, then those of strands.
    pub above: Vec<Check<'a>>,
}

impl<'a> Checks<'a> {
    pub fn of(content: &'a Content) -> Self {
        let Some(top) = content.level() else {
            return Self { of_sub_projects: Vec::new(), above: Vec::new() };
        };
        let sums = Sums::of(content);
        let told = activities::told(content);
        let active = |level: Breakdown| {
            let told = told.iter().copied().enumerate();
            told.filter(move |(_, figure)| figure.unit.kind == level)
        };
        let of_sub_project = |(row, figure): (usize, &'a Figure)| {
            let code = figure.unit.code.as_deref()?;
            sums.check(Unit::SubProject(code), figure, (row, &[code]))
        };
        let of_network = |(row, figure): (usize, &'a Figure)| {
            let code = figure.unit.code.as_deref();
            let members = content.network_members(code);
            sums.check(Unit::Network(code), figure, (row, &Vec::from_iter(members)))
        };
        let of_strands = by_strand::told(content).enumerate().filter_map(|(row, (strand, figure))| {
            let members: Vec<&str> = strand.sub_projects.iter().map(String::as_str).collect();
            sums.check(Unit::Strand(strand.code.as_deref()), figure, (row, &members))
        });
        let below = |level: Breakdown| top < level;
        let of_sub_projects = by_sub_project::told(content)
            .enumerate()
            .chain(active(Breakdown::SubProject))
            .filter(|_| below(Breakdown::SubProject))
            .filter_map(of_sub_project);
        let of_networks = content
            .figures_by(Breakdown::Network, &BY_UNIT)
            .into_iter()
            .enumerate()
            .chain(active(Breakdown::Network))
            .filter(|_| below(Breakdown::Network))
            .filter_map(of_network);
        Self { of_sub_projects: of_sub_projects.collect(), above: of_networks.chain(of_strands).collect() }
    }

    pub fn standing(&self) -> Standing {
        Standing::of(self.of_sub_projects.iter().chain(&self.above).map(Check::holds))
    }
}

/// What the evidence adds up to by sub-project, list, place of the indicator and category of region.
struct Sums<'a> {
    content: &'a Content,
    sums: HashMap<(&'a str, EvidencePart, usize, RegionCategory), Counts>,
}

impl<'a> Sums<'a> {
    fn of(content: &'a Content) -> Self {
        let mut sums: HashMap<_, Counts> = HashMap::new();
        for part in [EvidencePart::People, EvidencePart::Others] {
            for sum in &content.evidence.list(part).sums {
                let code = sum.sub_project.code.as_deref().unwrap_or_default();
                let all = sums.entry((code, part, sum.indicator, sum.region_category)).or_default();
                *all = added(*all, counts(sum));
            }
        }
        Self { content, sums }
    }

    /// The check of a figure of sub-projects; none where nothing counts, in the evidence or in the report.
    fn check(
        &self,
        unit: Unit<'a>,
        figure: &'a Figure,
        (row, members): (usize, &[&'a str]),
    ) -> Option<Check<'a>> {
        let part = EvidencePart::of(&figure.indicator);
        let place = crate::content::place(self.content.evidence.list(part), &figure.indicator);
        let of = |code: &&'a str| self.sums.get(&(*code, part, place?, figure.region_category));
        let all = members.iter().filter_map(of).fold([0; 4], |all, one| added(all, *one));
        let genders = figure.genders.unwrap_or_default();
        let reported = [genders.women, genders.men, genders.non_binary, figure.total];
        (all[3] > 0 || figure.total > 0).then_some(Check { unit, figure, added: all, reported, row })
    }
}
