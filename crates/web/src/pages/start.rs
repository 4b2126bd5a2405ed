//! The start page: the network in a funding period, its map, its sub-projects and its history.

use askama::Template;

use super::{
    deadline::{Deadline, Elsewhere},
    layout::Page,
    map::Colour,
    worklist::WorklistSummary,
};

/// The start page, `/?period={code}`.
#[derive(Clone, Debug, Template)]
#[template(path = "start.html")]
pub struct Start {
    /// The frame.
    pub page: Page,
    /// Every funding period, the newest first.
    pub periods: Vec<PeriodLink>,
    /// The chosen one.
    pub period: Period,
    /// Editions of reports that wait for the viewer, of any period, by what is to be done with them.
    pub editions: Vec<WaitingEditions>,
    /// Its next deadline, for those who may read records.
    pub deadline: Option<Deadline>,
    /// The next deadline of another period, when it comes before that.
    pub deadline_elsewhere: Option<Elsewhere>,
    /// Its worklist in short, for those who may read records.
    pub worklist: Option<WorklistSummary>,
    /// How the network covers Bavaria in it.
    pub coverage: Coverage,
    /// Value of the map's `viewBox`.
    pub view_box: String,
    /// The 96 districts, by AGS.
    pub districts: Vec<District>,
    /// The day of the population figures, as people write it.
    pub population_on: String,
    /// The sub-projects of the period.
    pub sub_projects: Vec<SubProjectGroup>,
    /// Every period since 2005, the newest first.
    pub history: Vec<HistoryEntry>,
}

impl Start {
    /// How many sub-projects the period has.
    pub fn sub_project_count(&self) -> usize {
        self.sub_projects.iter().map(|group| group.sub_projects.len()).sum()
    }

    /// How many of the districts' memberships no source confirms.
    pub fn unconfirmed(&self) -> usize {
        self.districts
            .iter()
            .filter(|district| district.membership.as_ref().is_some_and(|membership| !membership.verified))
            .count()
    }

    /// Whether invented entries are among the sub-projects.
    pub fn has_invented(&self) -> bool {
        self.sub_projects.iter().flat_map(|group| &group.sub_projects).any(|sub_project| sub_project.invented)
    }

    /// The regional networks of the period; none where it has another form.
    pub fn networks(&self) -> &[Network] {
        match &self.coverage {
            Coverage::Regional(networks) => networks,
            Coverage::Single | Coverage::Unknown => &[],
        }
    }

    /// The colour of a district on the map.
    pub fn colour(&self, district: &District) -> &'static str {
        let network = district.membership.as_ref();
        let colour = match &self.coverage {
            Coverage::Regional(_) => network.map_or(Colour::Grey, |membership| membership.colour),
            Coverage::Single => Colour::Blue,
            Coverage::Unknown => Colour::Grey,
        };
        colour.as_str()
    }
}

/// Editions that wait for the same.
#[derive(Clone, Debug)]
pub struct WaitingEditions {
    /// For what, in words.
    pub title: String,
    /// The oldest of them.
    pub editions: Vec<EditionLink>,
    /// How many more there are.
    pub more: usize,
}

/// An edition, and where it is looked at.
#[derive(Clone, Debug)]
pub struct EditionLink {
    /// Key of its run.
    pub run: String,
    /// Name of its unit; none for the whole network.
    pub unit: Option<String>,
    /// Code of the funding period.
    pub period: String,
    /// Cut-off date, as people write it.
    pub cut_off: String,
    /// Number and state in words.
    pub state: String,
}

/// A funding period to choose.
#[derive(Clone, Debug)]
pub struct PeriodLink {
    /// Code, e.g. `IQ-2023`.
    pub code: String,
    /// First and last year, e.g. `2023–2025`.
    pub years: String,
    /// Whether it is the chosen one.
    pub selected: bool,
}

/// The chosen funding period.
#[derive(Clone, Debug)]
pub struct Period {
    /// Code.
    pub code: String,
    /// The network's name in it.
    pub name: String,
    /// First and last year.
    pub years: String,
    /// The network's form, in words.
    pub network_form: String,
    /// What sub-projects are called in it: `Teilprojekt` or `Teilvorhaben`.
    pub sub_project_term: String,
}

/// How the network covers Bavaria.
#[derive(Clone, Debug)]
pub enum Coverage {
    /// By regional networks.
    Regional(Vec<Network>),
    /// As one network.
    Single,
    /// By regional networks whose names are not known yet.
    Unknown,
}

/// A regional network.
#[derive(Clone, Debug)]
pub struct Network {
    /// Name.
    pub name: String,
    /// The coordinating organisation, if known.
    pub coordinator: Option<String>,
    /// Colour on the map.
    pub colour: Colour,
    /// How many districts belong to it.
    pub districts: usize,
    /// How many people live there.
    pub population: i64,
}

/// A district of Bavaria.
#[derive(Clone, Debug)]
pub struct District {
    /// Official municipality key, five digits.
    pub ags: String,
    /// Name.
    pub name: String,
    /// `Landkreis` or `Kreisfreie Stadt`.
    pub kind: String,
    /// NUTS-3 code.
    pub nuts3: String,
    /// Inhabitants.
    pub population: i64,
    /// The regional network it belongs to.
    pub membership: Option<Membership>,
    /// Its shape: value of an SVG path's `d`.
    pub path: String,
}

/// A district's membership in a regional network.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Name of the network.
    pub network: String,
    /// Colour of the network.
    pub colour: Colour,
    /// Whether a source confirms it.
    pub verified: bool,
}

/// Sub-projects of one regional network.
#[derive(Clone, Debug)]
pub struct SubProjectGroup {
    /// Name of the network; none for those that belong to none.
    pub network: Option<String>,
    /// Colour of the network.
    pub colour: Colour,
    /// The sub-projects, by name.
    pub sub_projects: Vec<SubProject>,
}

/// A sub-project.
#[derive(Clone, Debug)]
pub struct SubProject {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Who runs it, if known.
    pub organisation: Option<String>,
    /// Place, if known.
    pub city: Option<String>,
    /// The strand, if known.
    pub strand: Option<String>,
    /// First and last year, if known.
    pub years: Option<String>,
    /// What it offers.
    pub offers: Vec<Offer>,
    /// Whether it is an invented demonstration entry.
    pub invented: bool,
}

/// An offer of a sub-project.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Name.
    pub name: String,
    /// Name of its type.
    pub offer_type: String,
}

/// A funding period in the history.
#[derive(Clone, Debug)]
pub struct HistoryEntry {
    /// First and last year.
    pub years: String,
    /// The network's name.
    pub name: String,
    /// The network's form, in words.
    pub network_form: String,
    /// The theme, where there was one.
    pub focus: Option<String>,
    /// Who funded.
    pub funders: Vec<String>,
    /// Who administered.
    pub administrators: Vec<String>,
    /// Who were partners.
    pub partners: Vec<String>,
}
