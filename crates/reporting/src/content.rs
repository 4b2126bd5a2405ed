//! What a report says, before it has sheets.

use chrono::{DateTime, NaiveDate, Utc};
use counting::{IndicatorSet, MissingFields, Profile, Rulebook};
use domain::{
    attainment::Attainment,
    estimate::Estimate,
    figure::{Breakdown, Figure},
    indicator::{Catalogue, RulebookKind},
    waiver::Waiver,
};
use texts::{Arg, Language};

use crate::table::{Column, ColumnKind};

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
    /// Name of the download.
    pub file_name: String,
    /// Figures of every level from the unit down to its sub-projects, each level in the order of its rows.
    pub figures: Vec<Figure>,
    /// Targets in force, in the order of their rows.
    pub targets: Vec<Attainment>,
    /// Informed estimates in force, in the order of their rows.
    pub estimates: Vec<Estimate>,
    /// Waived warnings about the report's unit, in the order of their rows.
    pub waivers: Vec<Waiver>,
    /// Cases left out of the figures because of missing data, in the order of their rows.
    pub left_out: Vec<LeftOutCase>,
    /// The choices the figures follow.
    pub profile: Profile,
    /// The rulebook of the law.
    pub rulebook: &'static Rulebook,
    /// The indicators of the figures.
    pub catalogue: Catalogue,
}

/// The funding period a report is about.
#[derive(Clone, Debug)]
pub struct Period {
    /// Code, e.g. `IQ-2023`.
    pub code: String,
    /// The network's name in the period.
    pub name: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// What sub-projects are called: `Teilprojekt` or `Teilvorhaben`.
    pub sub_project_term: String,
    /// The line that names the funders, in German as they demand it.
    pub funder_line: String,
    /// Priority of the ESF programme.
    pub priority: Option<String>,
    /// Specific objective, e.g. `ESO4.4`.
    pub specific_objective: Option<String>,
}

/// A case left out of figures. Pseudonymous.
#[derive(Clone, Debug)]
pub struct LeftOutCase {
    /// Code of its sub-project.
    pub sub_project_code: String,
    /// Name of its sub-project.
    pub sub_project_name: String,
    /// The project's own reference of the person or entity.
    pub reference: String,
    /// First cut-off day on which it is left out as it is now.
    pub since: NaiveDate,
    /// What is missing.
    pub missing: MissingFields,
    /// The indicators that count it, or could count it, once that is known.
    pub indicators: IndicatorSet,
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

    /// The message `report-<key>` in the report's language.
    pub(crate) fn text(&self, key: &str) -> String {
        texts::text(self.language, &format!("report-{key}"))
    }

    /// The column headed `report-column-<key>`, with its width and kind.
    pub(crate) fn column(&self, (key, width, kind): (&str, u16, ColumnKind)) -> Column {
        Column::new(self.text(&format!("column-{key}")), width, kind)
    }

    /// The message `report-<key>`, which speaks of sub-projects by the period's own term.
    pub(crate) fn sub_projects(&self, key: &str) -> String {
        let args = [("term", Arg::Text(&self.period.sub_project_term))];
        texts::text_with(self.language, &format!("report-{key}"), &args)
    }

    /// What every sheet of figures is about: period, unit, cut-off and known-at.
    pub(crate) fn scope_line(&self) -> String {
        let args = [
            ("period", Arg::Text(&self.period.code)),
            ("unit", Arg::Text(&self.unit)),
            ("cutoff", Arg::Text(&texts::date(self.language, self.cut_off))),
            ("known", Arg::Text(&texts::moment(self.language, self.known_at))),
        ];
        texts::text_with(self.language, "report-line-scope", &args)
    }

    /// The rulebook and the version of the counting profile.
    pub(crate) fn rulebook_line(&self) -> String {
        let version = self.profile.version.to_string();
        let args = [("rulebook", Arg::Text(self.rulebook.name)), ("version", Arg::Text(&version))];
        texts::text_with(self.language, "report-line-rulebook", &args)
    }
}
