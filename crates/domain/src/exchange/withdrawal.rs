//! Withdrawing records: what was brought by mistake is closed without a successor, in one transaction with the recount.

use interchange::Table;
use sea_orm::{DatabaseTransaction, IntoActiveModel};
use serde_json::json;

use super::{
    Book, Finding, ImportError, Kind, Mode, Withdrawable,
    heading::{Heading, Purpose},
    service::headings,
    withdrawable::{Named, take_named},
    withdrawal_entity,
};
use crate::{
    Domain, Error, Result, Viewer,
    audit::{self, Action, Entry},
    consultation, db,
    fact::{self, Cause, Touched},
    follow_up,
    id::RequestId,
    outcome, participation, qualification_plan, reason, supersede, supported_entity, target, trainer,
    training,
};

/// What to withdraw.
#[derive(Debug)]
pub struct WithdrawalRequest {
    /// Tables with at least the key columns of their kinds, in any order.
    pub tables: Vec<(Kind, Table)>,
    /// Name and SHA-256 of each file, for the audit log.
    pub files: Vec<(String, String)>,
    /// Why; kept with the records and in the audit log.
    pub reason: String,
    /// Whether to keep what was done.
    pub mode: Mode,
}

/// What a withdrawal did, or would do.
#[derive(Debug, Default)]
pub struct WithdrawalOutcome {
    /// Records withdrawn.
    pub withdrawn: usize,
    /// Rows that name nothing that can be withdrawn.
    pub held_back: usize,
    /// Everything remarkable, in the order of the files.
    pub findings: Vec<Finding>,
}

/// Withdraws the records that tables name by their keys: they were known until now, and nothing follows them. Rows that
/// name no record are held back, all others take effect; facts follow in the same transaction.
///
/// # Errors
/// Missing key columns and kinds that others refer to refuse the whole withdrawal; a missing or too long reason, rights and database
/// failures too.
pub async fn withdraw(
    domain: &Domain,
    viewer: &Viewer,
    request: &WithdrawalRequest,
) -> std::result::Result<WithdrawalOutcome, ImportError> {
    viewer.require_writer()?;
    if let Some(mistake) = reason::mistake(&request.reason) {
        return Err(Error::invalid(mistake).into());
    }
    let (headings, mut findings) = headings(&request.tables, Purpose::Key)?;
    refuse_kinds(&headings)?;
    let (tx, now) = fact::lock::begin(domain).await?;
    let mut book = Book::open(&tx, now, viewer.request_id, viewer.writes().clone(), &headings).await?;

    let participations = take_named::<participation::Entity>(&headings, &mut book, &mut findings);
    let outcomes = take_named::<outcome::Entity>(&headings, &mut book, &mut findings);
    let follow_ups = take_named::<follow_up::Entity>(&headings, &mut book, &mut findings);
    let entities = take_named::<supported_entity::Entity>(&headings, &mut book, &mut findings);
    let trainers = take_named::<trainer::Entity>(&headings, &mut book, &mut findings);
    let consultations = take_named::<consultation::Entity>(&headings, &mut book, &mut findings);
    let trainings = take_named::<training::Entity>(&headings, &mut book, &mut findings);
    let plans = take_named::<qualification_plan::Entity>(&headings, &mut book, &mut findings);
    let targets = take_named::<target::Entity>(&headings, &mut book, &mut findings);

    let mut touched = Touched::because_of(Cause::Deletion);
    participations.note(&mut touched);
    outcomes.note(&mut touched);
    follow_ups.note(&mut touched);
    entities.note(&mut touched);
    trainers.note(&mut touched);
    consultations.note(&mut touched);
    trainings.note(&mut touched);
    plans.note(&mut touched);

    let mut closer = Closer {
        tx: &tx,
        request,
        book: &book,
        by: viewer.request_id,
        withdrawn: 0,
        held_back: 0,
        entries: Vec::new(),
    };
    closer.close(participations).await?;
    closer.close(outcomes).await?;
    closer.close(follow_ups).await?;
    closer.close(entities).await?;
    closer.close(trainers).await?;
    closer.close(consultations).await?;
    closer.close(trainings).await?;
    closer.close(plans).await?;
    closer.close(targets).await?;
    let Closer { withdrawn, held_back, entries, .. } = closer;

    fact::recount(&tx, now, &touched).await?;
    audit::append(&tx, &domain.clock, viewer, entries).await?;
    match request.mode {
        Mode::Apply => tx.commit().await?,
        Mode::DryRun => tx.rollback().await?,
    }
    Ok(WithdrawalOutcome { withdrawn, held_back, findings })
}

/// Refuses tables of kinds that others refer to.
fn refuse_kinds(headings: &[Heading<'_>]) -> std::result::Result<(), ImportError> {
    let refused = headings.iter().filter(|heading| !heading.kind.can_be_withdrawn());
    let findings: Vec<_> = refused.map(Heading::cannot_be_withdrawn).collect();
    if findings.is_empty() { Ok(()) } else { Err(ImportError::Refused(findings)) }
}

/// Closes versions and keeps count.
struct Closer<'a> {
    tx: &'a DatabaseTransaction,
    request: &'a WithdrawalRequest,
    book: &'a Book,
    by: RequestId,
    withdrawn: usize,
    held_back: usize,
    entries: Vec<Entry>,
}

impl Closer<'_> {
    async fn close<E: Withdrawable>(&mut self, named: Named<E>) -> Result<()> {
        let versions: Vec<_> = named.models.iter().map(E::version).collect();
        supersede::<E>(self.tx, &versions, self.book.now).await?;
        let withdrawals = versions.iter().map(|version| {
            let (withdrawn_by, reason) = (self.by, self.request.reason.clone());
            withdrawal_entity::Model { version_id: *version, withdrawn_by, reason }.into_active_model()
        });
        db::insert_all(self.tx, withdrawals.collect()).await?;
        if versions.len() + named.held_back > 0 {
            self.entries.push(Entry {
                after: Some(json!({
                    "withdrawn": versions.len(), "heldBack": named.held_back,
                    "reason": self.request.reason, "files": self.request.files,
                })),
                record_count: versions.len(),
                ..Entry::new(Action::Withdraw, E::KIND.as_str(), "withdraw")
            });
        }
        self.withdrawn += versions.len();
        self.held_back += named.held_back;
        Ok(())
    }
}
