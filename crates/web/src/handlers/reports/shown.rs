//! Report runs as the pages show them.

use std::collections::HashMap;

use domain::{
    Actor, Error, Result, funding_period,
    id::{FundingPeriodId, RegionalNetworkId, StrandId, SubProjectId},
    regional_network,
    report::{About, Model, State},
    strand, sub_project,
};
use texts::Language;

use crate::{
    form_token,
    pages::reports::{Cancelled, Failure, File, Progress, ReportRun, RunState},
    visit::Visit,
};

/// Turns runs into what the pages show.
pub struct Shown<'a> {
    visit: &'a Visit,
    language: Language,
    csrf: Option<String>,
}

/// The names that runs refer to.
#[derive(Default)]
struct Names {
    periods: HashMap<FundingPeriodId, String>,
    networks: HashMap<RegionalNetworkId, String>,
    strands: HashMap<StrandId, String>,
    bundle: String,
    sub_projects: HashMap<SubProjectId, String>,
}

impl<'a> Shown<'a> {
    /// For a visitor, in their language; with buttons for those who may press them.
    pub async fn new(visit: &'a Visit) -> Result<Self> {
        let may_change = visit.caller.viewer.require_writer().is_ok();
        let csrf = if may_change { Some(form_token::of(&visit.session).await?) } else { None };
        Ok(Self { visit, language: visit.caller.language, csrf })
    }

    /// Several runs, with as many statements as one.
    pub async fn all(&self, runs: Vec<Model>) -> Result<Vec<ReportRun>> {
        let names = self.names(&runs).await?;
        runs.iter().map(|run| self.shown(run, &names)).collect()
    }

    /// One run.
    pub async fn one(&self, run: Model) -> Result<ReportRun> {
        let names = self.names(std::slice::from_ref(&run)).await?;
        self.shown(&run, &names)
    }

    async fn names(&self, runs: &[Model]) -> Result<Names> {
        let db = &self.visit.app.domain.db;
        let periods: Vec<_> = runs.iter().map(|run| run.funding_period_id).collect();
        let networks: Vec<_> = runs.iter().filter_map(|run| run.regional_network_id).collect();
        let strands: Vec<_> = runs.iter().filter_map(|run| run.strand_id).collect();
        let sub_projects: Vec<_> = runs.iter().filter_map(|run| run.sub_project_id).collect();
        let periods = funding_period::store::by_ids(db, &periods).await?;
        let networks = regional_network::store::by_ids(db, &networks, None).await?;
        let strands = strand::store::by_ids(db, &strands).await?;
        let sub_projects = sub_project::store::by_ids(db, &sub_projects, None).await?;
        Ok(Names {
            periods: periods.into_iter().map(|row| (row.id, row.name)).collect(),
            networks: networks.into_iter().map(|row| (row.id, row.name)).collect(),
            bundle: texts::text(self.language, "web-unit-bundle"),
            strands: strands.into_iter().map(|row| (row.id, row.name)).collect(),
            sub_projects: sub_projects.into_iter().map(|row| (row.id, row.name)).collect(),
        })
    }

    fn shown(&self, run: &Model, names: &Names) -> Result<ReportRun> {
        let unit = match run.about() {
            About::Period(_) => None,
            About::Bundle(_) => Some(&names.bundle),
            About::Network(id) => names.networks.get(&id),
            About::Strand(id) => names.strands.get(&id),
            About::SubProject(id) => names.sub_projects.get(&id),
        };
        Ok(ReportRun {
            id: run.id.to_string(),
            unit: unit.cloned(),
            period: names.periods.get(&run.funding_period_id).cloned().unwrap_or_default(),
            cut_off: texts::date(self.language, run.cut_off),
            known_at: texts::moment(self.language, run.known_at),
            language: run
                .language
                .parse()
                .map_err(|_| Error::Inconsistent { table: "report_run", column: "language" })?,
            requested_by: Actor::in_words(&run.requested_by_name, self.language),
            requested_at: texts::moment(self.language, run.requested_at),
            csrf: self.csrf.clone(),
            state: self.state(run)?,
        })
    }

    fn state(&self, run: &Model) -> Result<RunState> {
        let finished_at = run.finished_at.map(|at| texts::moment(self.language, at)).unwrap_or_default();
        Ok(match run.state()? {
            State::Waiting => RunState::Waiting,
            State::Running => RunState::Running(Progress {
                stage: texts::text(self.language, &format!("web-report-stage-{}", run.stage()?.as_str())),
                at_work_on: run.at_work_on.clone(),
                done: run.done,
                total: run.total,
            }),
            State::Done => RunState::Done(File {
                name: run.file_name.clone().unwrap_or_default(),
                size: size(self.language, run.file_size.unwrap_or_default()),
                sha256: run.file_sha256.clone().unwrap_or_default(),
                finished_at,
                removed: run.removal_text(self.language),
            }),
            State::Cancelling => RunState::Cancelling,
            State::Cancelled => RunState::Cancelled(Cancelled {
                by: Actor::in_words(run.cancelled_by_name.as_deref().unwrap_or_default(), self.language),
                finished_at,
            }),
            State::Failed => RunState::Failed(Failure {
                message: run.failure_text(self.language).unwrap_or_default(),
                finished_at,
            }),
        })
    }
}

/// A size in kilobytes, as people of the language write it.
fn size(language: Language, bytes: i64) -> String {
    format!("{} KB", texts::integer(language, bytes.max(0).div_euclid(1_000).max(1)))
}
