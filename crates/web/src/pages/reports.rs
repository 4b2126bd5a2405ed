//! Pages for asking for workbooks and watching them being made.

use askama::Template;
use texts::Language;

use super::{layout::Page, verify::VerifyForm};

/// The list with the form, `GET` and `POST /reports?period={code}`.
#[derive(Clone, Debug, Template)]
#[template(path = "reports.html")]
pub struct Reports {
    /// The frame.
    pub page: Page,
    /// The form.
    pub form: ReportForm,
    /// Runs the viewer may see, the newest first.
    pub runs: Vec<ReportRun>,
    /// Whether they are those that failed.
    pub only_failed: bool,
    /// The form that checks a workbook.
    pub verify: VerifyForm,
}

/// One run, `/reports/{id}`.
#[derive(Clone, Debug, Template)]
#[template(path = "report.html")]
pub struct Report {
    /// The frame.
    pub page: Page,
    /// The run.
    pub run: ReportRun,
    /// Why it says less than its cut-off promises, in words.
    pub remark: Option<String>,
    /// The edition made of its workbook, or the offer to make one; none while there is nothing to hand in.
    pub edition: Option<Edition>,
    /// What is wrong with the step that was tried.
    pub errors: Vec<FieldError>,
    /// The reason that was sent with it.
    pub reason: String,
}

impl Report {
    /// What has to be put right in the field `name`.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == name).map(|error| error.message.as_str())
    }
}

/// What the viewer sees of an edition, and may do with it.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its number; none before the draft is made.
    pub number: Option<i32>,
    /// Its state in words; empty before the draft is made.
    pub state: String,
    /// How the state is marked: a word of the design system's badges.
    pub badge: &'static str,
    /// What happened to it, in order.
    pub events: Vec<EditionEvent>,
    /// How many cases behind it have changed since it was frozen, as people write it; none where nothing is frozen, and of
    /// a draft that shows what is known.
    pub changes: Option<String>,
    /// How the report is asked for anew, of a draft behind which something has changed.
    pub anew: Option<SameReport>,
    /// How the workbook is made again when its file is gone; none while it is at hand.
    pub rebuild: Option<String>,
    /// The steps the viewer may take: `draft`, `submit`, `approve`, `return`.
    pub steps: Vec<&'static str>,
    /// Whether somebody else has to approve it, because the viewer submitted it.
    pub needs_other_eyes: bool,
    /// What comes after it was returned; none unless it was.
    pub next: Option<Next>,
    /// The other editions of the unit, to compare it with.
    pub others: Vec<OtherEdition>,
}

impl Edition {
    /// What happened to it before what happened last.
    pub fn earlier(&self) -> &[EditionEvent] {
        self.events.split_last().map_or(&[], |(_, earlier)| earlier)
    }
}

/// What comes after an edition that was returned.
#[derive(Clone, Debug)]
pub enum Next {
    /// The next edition of the report, which answers it.
    Answer {
        /// Key of its run.
        run: String,
        /// Number and state in words.
        words: String,
    },
    /// There is none yet; the viewer may ask for the same report again.
    AskAgain(SameReport),
    /// There is none yet, and others will make it.
    Wait,
}

/// The fields of the form that asks for the same report with what is known now.
#[derive(Clone, Debug)]
pub struct SameReport {
    /// Code of the period.
    pub period: String,
    /// The unit, as the form names it.
    pub unit: String,
    /// Cut-off date, `YYYY-MM-DD`.
    pub cut_off: String,
    /// Language of the workbook.
    pub language: String,
}

/// An edition to compare another with.
#[derive(Clone, Debug)]
pub struct OtherEdition {
    /// Its key.
    pub id: String,
    /// Number, cut-off and known-at, in words.
    pub name: String,
}

/// Two editions of a unit, `/reports/{id}/compare?with={edition}`.
#[derive(Clone, Debug, Template)]
#[template(path = "report_comparison.html")]
pub struct Comparison {
    /// The frame.
    pub page: Page,
    /// The run of one of them.
    pub run: ReportRun,
    /// The earlier one, in words.
    pub from: String,
    /// The later one, in words.
    pub to: String,
    /// The figures that differ.
    pub figures: Vec<DifferentFigure>,
}

/// A figure that differs.
#[derive(Clone, Debug)]
pub struct DifferentFigure {
    /// Code of the indicator.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What the earlier edition says; with the genders that differ, where the totals do not.
    pub from: String,
    /// What the later one says, likewise.
    pub to: String,
    /// What made the difference.
    pub causes: Vec<Cause>,
}

/// What made a figure differ.
#[derive(Clone, Debug)]
pub struct Cause {
    /// In words.
    pub name: String,
    /// By how many, with its sign.
    pub by: String,
    /// By how many of each gender, in words; none for indicators about entities.
    pub genders: Option<String>,
}

/// What happened to an edition.
#[derive(Clone, Debug)]
pub struct EditionEvent {
    /// The state reached, in words.
    pub state: String,
    /// When, as people write it.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: Option<String>,
}

/// The changing part of a run, `/reports/{id}/status`, asked for every second while it is under way.
#[derive(Clone, Debug, Template)]
#[template(path = "report_status.html")]
pub struct ReportStatus {
    /// The frame; only its language is used.
    pub page: Page,
    /// The run.
    pub run: ReportRun,
}

/// What a report may be asked about, and what was asked last. Fields of the form: `csrf`, `period`, `unit`,
/// `cut_off`, `known_at`, `language`.
#[derive(Clone, Debug)]
pub struct ReportForm {
    /// Token of the form.
    pub csrf: String,
    /// Funding periods; choosing one reloads the page.
    pub periods: Vec<Choice>,
    /// Code of the chosen period.
    pub period: String,
    /// Units of the chosen period, in groups.
    pub units: Vec<ChoiceGroup>,
    /// Cut-off date, `YYYY-MM-DD`.
    pub cut_off: String,
    /// Known-at in UTC, `YYYY-MM-DDTHH:MM`, or empty for now.
    pub known_at: String,
    /// Language of the workbook.
    pub language: Language,
    /// What has to be put right, all at once.
    pub errors: Vec<FieldError>,
}

impl ReportForm {
    /// What has to be put right in the field `name`.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == name).map(|error| error.message.as_str())
    }
}

/// Something to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// Whether it is chosen.
    pub selected: bool,
}

/// Choices under a heading.
#[derive(Clone, Debug)]
pub struct ChoiceGroup {
    /// The heading.
    pub label: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// A mistake in a field.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// Id of the field on the page, e.g. `cut_off`.
    pub field: &'static str,
    /// What to do about it, in words.
    pub message: String,
}

/// A run as it is shown.
#[derive(Clone, Debug)]
pub struct ReportRun {
    /// Id, as in the address.
    pub id: String,
    /// Name of the regional network, strand or sub-project it is about; none for the whole network.
    pub unit: Option<String>,
    /// The funding period.
    pub period: PeriodName,
    /// Whether it holds the reports of all units.
    pub is_bundle: bool,
    /// The edition made of it.
    pub edition: Option<EditionMark>,
    /// Cut-off date, as people write it.
    pub cut_off: String,
    /// Known-at, as people write it.
    pub known_at: String,
    /// Language of the workbook.
    pub language: Language,
    /// Who asked for it.
    pub requested_by: String,
    /// When, as people write it.
    pub requested_at: String,
    /// Token of the buttons that cancel or retry it; none for those who may only look.
    pub csrf: Option<String>,
    /// What has become of it.
    pub state: RunState,
}

/// What a funding period is called. Two may have the same name, never the same code.
#[derive(Clone, Debug, Default)]
pub struct PeriodName {
    /// Code, e.g. `IQ-2023`.
    pub code: String,
    /// Name of the network in it.
    pub name: String,
}

/// An edition in a few words.
#[derive(Clone, Debug)]
pub struct EditionMark {
    /// Number and state.
    pub words: String,
    /// How the state is marked: a word of the design system's badges.
    pub badge: &'static str,
}

/// What has become of a run.
#[derive(Clone, Debug)]
pub enum RunState {
    /// It waits for its turn.
    Waiting,
    /// It is being made.
    Running(Progress),
    /// It is there.
    Done(File),
    /// It could not be made.
    Failed(Failure),
    /// It is about to stop.
    Cancelling,
    /// It was stopped; by whom and when, as people write it.
    Cancelled(Cancelled),
}

impl RunState {
    /// Key of its name.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Waiting => "web-report-state-waiting",
            Self::Running(_) => "web-report-state-running",
            Self::Done(_) => "web-report-state-done",
            Self::Failed(_) => "web-report-state-failed",
            Self::Cancelling => "web-report-state-cancelling",
            Self::Cancelled(_) => "web-report-state-cancelled",
        }
    }

    /// Whether it will change by itself.
    pub const fn is_under_way(&self) -> bool {
        matches!(self, Self::Waiting | Self::Running(_) | Self::Cancelling)
    }
}

/// Who stopped a run.
#[derive(Clone, Debug)]
pub struct Cancelled {
    /// Their name.
    pub by: String,
    /// When it had stopped, as people write it.
    pub finished_at: String,
}

/// How far a run is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The stage, in words.
    pub stage: String,
    /// Name of what is being worked on.
    pub at_work_on: Option<String>,
    /// Work done in the stage.
    pub done: i64,
    /// Work of the stage; 0 while unknown.
    pub total: i64,
}

/// The finished workbook.
#[derive(Clone, Debug)]
pub struct File {
    /// Name of the download.
    pub name: String,
    /// Size, as people write it.
    pub size: String,
    /// SHA-256, hex.
    pub sha256: String,
    /// When it was done, as people write it.
    pub finished_at: String,
    /// Why and since when it is gone, in words; none while it can be downloaded.
    pub removed: Option<String>,
}

/// Why there is no workbook.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What happened and what to do, in words.
    pub message: String,
    /// When, as people write it.
    pub finished_at: String,
}
