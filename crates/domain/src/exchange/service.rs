//! The import: read, check, write, count, and seal, in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use interchange::Table;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, IntoActiveModel, prelude::Uuid};
use serde_json::json;

use super::{
    Book, Finding, Importable, Kind,
    apply::{Changes, Tally, apply, apply_remembered},
    finding::name_editions,
    heading::{Heading, Purpose},
};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    consultation, db,
    fact::{self, Cause, Statement, Touched},
    follow_up,
    id::EditionId,
    offer, organisation, outcome, participation, qualification_plan, reason, regional_network, sub_project,
    supersede, supported_entity, target, trainer, training,
};

/// What to import.
#[derive(Debug)]
pub struct ImportRequest {
    /// The tables with their kinds, in any order.
    pub tables: Vec<(Kind, Table)>,
    /// Name and SHA-256 of each file, for the audit log.
    pub files: Vec<(String, String)>,
    /// Whether to keep what was done.
    pub mode: Mode,
    /// Why records are corrected; kept with each correction. What is behind a report that was handed in changes only with
    /// it.
    pub reason: Option<String>,
}

/// Whether an import keeps what it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It does.
    Apply,
    /// It takes the same road and turns back at its end.
    DryRun,
}

/// What an import did, or would do.
#[derive(Debug, Default)]
pub struct ImportOutcome {
    /// New records.
    pub inserted: usize,
    /// Corrected records.
    pub changed: usize,
    /// Rows that say what is known already.
    pub unchanged: usize,
    /// Rows held back by errors.
    pub held_back: usize,
    /// Everything remarkable, in the order of the files.
    pub findings: Vec<Finding>,
}

/// An import or a withdrawal that did nothing at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The files lack columns that the records need, or are of a kind that cannot be withdrawn.
    #[error("the files are refused as a whole")]
    Refused(Vec<Finding>),
    /// The use case failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sea_orm::DbErr> for ImportError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Failed(error.into())
    }
}

/// Imports tables as one: rows with errors are held back, all others go in, facts follow in the same transaction. Without a
/// reason, rows that would tell a case of a report that was handed in otherwise are held back too, whatever they are about.
///
/// # Errors
/// Missing required columns in any table refuse the whole import; a reason that is too long, rights and database failures too.
pub async fn import(
    domain: &Domain,
    viewer: &Viewer,
    request: &ImportRequest,
) -> std::result::Result<ImportOutcome, ImportError> {
    viewer.require_writer()?;
    if let Some(mistake) = request.reason.as_deref().and_then(reason::given).and_then(reason::mistake) {
        return Err(Error::invalid(mistake).into());
    }
    let mut rewritten = BTreeMap::new();
    loop {
        match attempt(domain, viewer, (request, &rewritten)).await? {
            Attempt::Done(mut outcome) => {
                name_editions(domain, viewer, &mut outcome.findings).await?;
                return Ok(outcome);
            }
            Attempt::Rewrites(cases) if cases.keys().all(|case| rewritten.contains_key(case)) => {
                return Err(Error::invalid(UserError::new("behind-edition", "reason")).into());
            }
            Attempt::Rewrites(cases) => rewritten.extend(cases),
        }
    }
}

/// How an attempt to import ended.
enum Attempt {
    /// It did what it could.
    Done(ImportOutcome),
    /// It did nothing: without a reason it would have changed these cases and records of a report that was handed in. The
    /// rows about them are to be held back, each with an edition that shows it.
    Rewrites(BTreeMap<Uuid, EditionId>),
}

async fn attempt(
    domain: &Domain,
    viewer: &Viewer,
    (request, rewritten): (&ImportRequest, &BTreeMap<Uuid, EditionId>),
) -> std::result::Result<Attempt, ImportError> {
    let (headings, mut findings) = headings(&request.tables, Purpose::Record)?;
    let (tx, now) = fact::lock::begin(domain).await?;
    let mut book = Book::open(&tx, now, viewer.request_id, viewer.writes().clone(), &headings).await?;
    book.rewritten.clone_from(rewritten);
    book.reason = request.reason.as_deref().and_then(reason::given).map(str::to_owned);

    let organisations = apply::<organisation::Entity>(&headings, &mut book, &mut findings);
    let districts = apply::<regional_network::district_entity::Entity>(&headings, &mut book, &mut findings);
    let sub_projects = apply::<sub_project::Entity>(&headings, &mut book, &mut findings);
    let offers = apply::<offer::Entity>(&headings, &mut book, &mut findings);
    let participations =
        apply_remembered::<participation::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let outcomes = apply_remembered::<outcome::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let follow_ups =
        apply_remembered::<follow_up::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let entities =
        apply_remembered::<supported_entity::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let trainers = apply_remembered::<trainer::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let consultations =
        apply_remembered::<consultation::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let trainings = apply_remembered::<training::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let plans =
        apply_remembered::<qualification_plan::Entity>(&tx, &headings, (&mut book, &mut findings)).await?;
    let targets = apply::<target::Entity>(&headings, &mut book, &mut findings);

    let mut people: BTreeSet<_> = participations.added.iter().map(|(_, row)| row.participant_id).collect();
    people.extend(consultations.added.iter().filter_map(|(_, row)| row.participant_id));
    people.extend(plans.added.iter().map(|(_, row)| row.participant_id));
    db::insert_all(&tx, active(book.participants.take_fresh(&people, now))).await?;

    let mut touched = Touched::because_of(Cause::Structure);
    participations.note(&mut touched);
    outcomes.note(&mut touched);
    follow_ups.note(&mut touched);
    entities.note(&mut touched);
    trainers.note(&mut touched);
    consultations.note(&mut touched);
    trainings.note(&mut touched);
    plans.note(&mut touched);
    sub_projects.note(&mut touched);
    let regrouped: Vec<_> = sub_projects.added.iter().map(|(_, row)| row.id).collect();
    let retyped: Vec<_> = offers.added.iter().map(|(_, row)| row.id).collect();

    let mut writer = Writer { tx: &tx, request, now, tally: Tally::default(), entries: Vec::new() };
    writer.write(organisations).await?;
    writer.write(districts).await?;
    writer.write(sub_projects).await?;
    writer.write(offers).await?;
    writer.write(participations).await?;
    writer.write(outcomes).await?;
    writer.write(follow_ups).await?;
    writer.write(entities).await?;
    writer.write(trainers).await?;
    writer.write(consultations).await?;
    writer.write(trainings).await?;
    writer.write(plans).await?;
    writer.write(targets).await?;
    let Writer { tally, entries, .. } = writer;

    fact::note_moved(&tx, &mut touched, (&regrouped, &retyped)).await?;
    let difference = fact::counted_again(&tx, &touched).await?;
    if book.reason.is_none() {
        let rewritten = book.frozen.rewritten(&tx, &difference).await?;
        if !rewritten.is_empty() {
            tx.rollback().await?;
            return Ok(Attempt::Rewrites(rewritten));
        }
    }
    let cause = |statement: &Statement| touched.cause(statement.subject, statement.sub_project_id);
    fact::write(&tx, difference, now, cause).await?;
    audit::append(&tx, &domain.clock, viewer, entries).await?;
    match request.mode {
        Mode::Apply => tx.commit().await?,
        Mode::DryRun => tx.rollback().await?,
    }
    let Tally { inserted, changed, unchanged, held_back } = tally;
    Ok(Attempt::Done(ImportOutcome { inserted, changed, unchanged, held_back, findings }))
}

/// Finds the columns of every table; what is missing anywhere refuses everything.
pub(super) fn headings(
    tables: &[(Kind, Table)],
    purpose: Purpose,
) -> std::result::Result<(Vec<Heading<'_>>, Vec<Finding>), ImportError> {
    let mut findings = Vec::new();
    let mut headings = Vec::with_capacity(tables.len());
    for (kind, table) in tables {
        let (heading, about) = Heading::new(*kind, table, purpose);
        headings.push(heading);
        findings.extend(about);
    }
    if findings.iter().any(|finding| finding.severity == super::Severity::Error) {
        return Err(ImportError::Refused(findings));
    }
    Ok((headings, findings))
}

/// Writes changes and keeps count.
struct Writer<'a> {
    tx: &'a DatabaseTransaction,
    request: &'a ImportRequest,
    now: chrono::DateTime<chrono::Utc>,
    tally: Tally,
    entries: Vec<Entry>,
}

impl Writer<'_> {
    async fn write<E>(&mut self, changes: Changes<E>) -> Result<()>
    where
        E: Importable,
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: Send,
    {
        supersede::<E>(self.tx, &changes.closing(), self.now).await?;
        let added = changes.added.into_iter().map(|(_, model)| model).collect();
        db::insert_all(self.tx, active::<_, E::ActiveModel>(added)).await?;
        let Tally { inserted, changed, unchanged, held_back } = changes.tally;
        if inserted + changed + unchanged + held_back > 0 {
            self.entries.push(Entry {
                object_id: None,
                after: Some(json!({
                    "inserted": inserted, "changed": changed, "unchanged": unchanged, "heldBack": held_back,
                    "files": self.request.files, "reason": self.request.reason,
                })),
                record_count: inserted + changed,
                ..Entry::new(Action::Import, E::KIND.as_str(), "import")
            });
        }
        self.tally.inserted += inserted;
        self.tally.changed += changed;
        self.tally.unchanged += unchanged;
        self.tally.held_back += held_back;
        Ok(())
    }
}

fn active<M, A>(rows: Vec<M>) -> Vec<A>
where
    M: IntoActiveModel<A>,
    A: ActiveModelTrait,
{
    rows.into_iter().map(IntoActiveModel::into_active_model).collect()
}
