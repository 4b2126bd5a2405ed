//! What a report says, before it has sheets.

mod changes;
mod evidence;
mod left_out;
mod notes;
mod period;
mod survey;
mod waived;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use counting::{Profile, Rulebook};
use domain::{
    attainment::Attainment,
    estimate::Estimate,
    figure::{Breakdown, Figure, Series, StrandFigures},
    indicator::{Catalogue, RulebookKind},
};
use texts::Language;

pub use changes::Changes;
pub use evidence::{Evidence, EvidenceSource};
pub(crate) use evidence::{added, counts, place};
pub use left_out::LeftOutCase;
pub use notes::Notes;
pub use period::Period;
pub use survey::{Extrapolated, Survey};
pub use waived::WaivedWarning;

use crate::layout::TransmissionLayout;

/// Everything printed in a report. Plain data: the same content always makes the same file.
#[derive(Clone, Debug)]
pub struct Content {
    /// The funding period.
    pub period: Period,
    /// What the report is about in words: the network, one regional network or one sub-project.
    pub unit: String,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment.
    pub known_at: DateTime<Utc>,
    /// Who asked for the report.
    pub requested_by: String,
    /// When; also the file's date of creation.
    pub requested_at: DateTime<Utc>,
    /// Language of every text.
    pub language: Language,
    /// Key of the report run.
    pub report_id: String,
    /// Name of the download.
    pub file_name: String,
    /// The form of the tables that are transmitted; none in a period without a law.
    pub layout: Option<&'static TransmissionLayout>,
    /// Figures of every level from the unit down to its sub-projects, each level in the order of its rows.
    pub figures: Vec<Figure>,
    /// Figures of the unit by strand.
    pub strands: Vec<StrandFigures>,
    /// The regional networks of the sub-projects that belong to one, by code of the sub-project.
    pub networks: BTreeMap<String, String>,
    /// Figures of the unit at month ends, and at last at the cut-off.
    pub development: Vec<Series>,
    /// Targets in force, in the order of their rows.
    pub targets: Vec<Attainment>,
    /// Surveys of samples, in the order of their rows.
    pub surveys: Vec<Survey>,
    /// Informed estimates in force, in the order of their rows.
    pub estimates: Vec<Estimate>,
    /// Cases left out of the figures because of missing data, in the order of their rows.
    pub left_out: Vec<LeftOutCase>,
    /// Waived warnings about the report's unit that go on, in the order of their rows.
    pub waivers: Vec<WaivedWarning>,
    /// What has changed since the edition before; none in a first edition.
    pub changes: Option<Changes>,
    /// Notes on figures.
    pub notes: Notes,
    /// The cases behind the figures.
    pub evidence: Evidence,
    /// The choices the figures follow.
    pub profile: Profile,
    /// The rulebook of the law.
    pub rulebook: &'static Rulebook,
    /// The indicators of the figures.
    pub catalogue: Catalogue,
}

impl Content {
    /// The highest level the report has figures for: that of its own unit.
    pub(crate) fn level(&self) -> Option<Breakdown> {
        self.figures.iter().map(|figure| figure.unit.kind).min()
    }

    /// The figures of a level that follow rulebooks of some kinds, in the order given.
    pub(crate) fn figures_by(&self, level: Breakdown, kinds: &[RulebookKind]) -> Vec<&Figure> {
        let wanted = |figure: &&Figure| figure.unit.kind == level && kinds.contains(&figure.indicator.kind);
        self.figures.iter().filter(wanted).collect()
    }

    /// The codes of the sub-projects of a regional network, or of those that belong to none, as far as they have evidence.
    pub(crate) fn network_members(&self, network: Option<&str>) -> BTreeSet<&str> {
        let own = |code: &&str| self.networks.get(*code).map(String::as_str) == network;
        self.evidence.sub_projects().filter(own).collect()
    }

    /// The code of the strand that a sub-project belongs to.
    pub(crate) fn strand_of(&self, sub_project: &str) -> Option<&str> {
        let has_it = |strand: &&StrandFigures| strand.sub_projects.iter().any(|code| code == sub_project);
        self.strands.iter().find(has_it)?.code.as_deref()
    }

    /// The figures of the report's own unit that follow rulebooks of some kinds, in the order given.
    pub(crate) fn figures_of_unit(&self, kinds: &[RulebookKind]) -> Vec<&Figure> {
        self.level().map(|level| self.figures_by(level, kinds)).unwrap_or_default()
    }
}
