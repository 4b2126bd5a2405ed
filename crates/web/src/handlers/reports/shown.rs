//! Report runs as the pages show them.

use std::collections::HashMap;

use domain::{
    Actor, Error, Result, edition,
    id::ReportRunId,
    report::{Model, State},
};
use texts::Language;

use super::{
    edition::{badge, in_short},
    names::Names,
};
use crate::{
    form_token,
    pages::reports::{Cancelled, EditionMark, Failure, File, Progress, ReportRun, RunState},
    visit::Visit,
};

/// Turns runs into what the pages show.
pub struct Shown<'a> {
    visit: &'a Visit,
    language: Language,
    csrf: Option<String>,
}

/// What runs refer to.
struct Known {
    names: Names,
    editions: HashMap<ReportRunId, edition::Model>,
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
        let known = self.known(&runs).await?;
        runs.iter().map(|run| self.shown(run, &known)).collect()
    }

    /// One run.
    pub async fn one(&self, run: Model) -> Result<ReportRun> {
        let known = self.known(std::slice::from_ref(&run)).await?;
        self.shown(&run, &known)
    }

    async fn known(&self, runs: &[Model]) -> Result<Known> {
        let (domain, viewer) = (&self.visit.app.domain, &self.visit.caller.viewer);
        let units: Vec<_> = runs.iter().map(|run| (run.funding_period_id, run.about())).collect();
        let ids: Vec<_> = runs.iter().map(|run| run.id).collect();
        let editions = edition::of_runs(domain, viewer, &ids).await?;
        Ok(Known {
            names: Names::of(self.visit, &units).await?,
            editions: editions.into_iter().map(|edition| (edition.report_run_id, edition)).collect(),
        })
    }

    fn shown(&self, run: &Model, known: &Known) -> Result<ReportRun> {
        let mark = |edition: &edition::Model| -> Result<EditionMark> {
            Ok(EditionMark { words: in_short(self.language, edition), badge: badge(edition.state()?) })
        };
        Ok(ReportRun {
            id: run.id.to_string(),
            unit: known.names.unit(run.about()),
            period: known.names.period(run.funding_period_id),
            is_bundle: run.is_bundle,
            edition: known.editions.get(&run.id).map(mark).transpose()?,
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
                stage: run.stage_text(self.language),
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
