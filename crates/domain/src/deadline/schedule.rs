//! What is done by itself for deadlines: rows and a sweep.
//!
//! Whatever begins on a day is due from the beginning of that day in UTC until the deadline has passed; what was missed is
//! done late, and once. A row says what was done already, so that any number of workers may look at once.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use texts::Language;

use super::{Deadline, check, store, task_entity};
use crate::{
    Domain, Error, Result, Viewer, db, funding_period,
    id::{DeadlineTaskId, FundingPeriodId},
    report::{self, ReportRequest},
    sub_project,
};

/// What is done by itself for a deadline.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Task {
    /// What is still missing is looked at, sub-project by sub-project.
    PreCheck,
    /// The report of the whole period is asked for on the day after the cut-off, so that there is a draft to look at.
    Draft,
}

impl Task {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The day on which it is to be done.
    fn on(self, deadline: &Deadline) -> NaiveDate {
        match self {
            Self::PreCheck => deadline.pre_check_on,
            Self::Draft => deadline.cut_off.succ_opt().unwrap_or(deadline.cut_off),
        }
    }

    /// Whether it is to be done on a day, unless it was done before.
    fn is_due(self, deadline: &Deadline, today: NaiveDate) -> bool {
        (self.on(deadline)..=deadline.due_on).contains(&today)
    }
}

/// Something to be done for a deadline.
#[derive(Clone, Debug)]
pub struct Due {
    /// The period.
    pub period: funding_period::Model,
    /// The deadline.
    pub deadline: Deadline,
    /// What.
    pub task: Task,
}

/// What is to be done now and was not done yet, for periods in which there is anybody to report on. For the worker:
/// unscoped.
///
/// # Errors
/// When the database fails.
pub async fn due(domain: &Domain) -> Result<Vec<Due>> {
    let today = domain.clock.today();
    let mut due = Vec::new();
    for period in funding_period::store::all(&domain.db).await? {
        let deadlines = store::of(&domain.db, &period).await?;
        let tasks = deadlines.into_iter().flat_map(|deadline| {
            let tasks = <Task as strum::VariantArray>::VARIANTS.iter().copied();
            tasks
                .filter(|task| task.is_due(&deadline, today))
                .map(|task| (deadline.clone(), task))
                .collect::<Vec<_>>()
        });
        let mut tasks: Vec<_> = tasks.collect();
        if tasks.is_empty() || !has_sub_projects(domain, period.id).await? {
            continue;
        }
        let done = task_entity::Entity::find()
            .filter(task_entity::Column::FundingPeriodId.eq(period.id))
            .filter(task_entity::Column::DoneAt.is_not_null())
            .all(&domain.db)
            .await?;
        tasks.retain(|(deadline, task)| {
            !done.iter().any(|row| row.cut_off == deadline.cut_off && row.task == task.as_str())
        });
        due.extend(tasks.into_iter().map(|(deadline, task)| Due { period: period.clone(), deadline, task }));
    }
    Ok(due)
}

async fn has_sub_projects(domain: &Domain, period: FundingPeriodId) -> Result<bool> {
    let query = sub_project::Query { period: Some(period), ..sub_project::Query::default() };
    Ok(sub_project::store::count(&domain.db, &query).await? > 0)
}

/// Does what is due, however many workers do so at once and wherever one of them dies. For the worker: unscoped.
///
/// # Errors
/// When the database fails; what was not done is due again.
pub async fn carry_out(domain: &Domain, due: &Due) -> Result<()> {
    match due.task {
        Task::PreCheck => pre_check(domain, due).await,
        Task::Draft => ask_for_draft(domain, due).await,
    }
}

/// Looks at what is missing, and writes it down together with the row that says so: whoever is second leaves it.
async fn pre_check(domain: &Domain, due: &Due) -> Result<()> {
    let looked = check::look(domain, (&due.period, due.deadline.cut_off)).await?;
    let tx = db::begin(&domain.db).await?;
    if note(&tx, row(due, domain.clock.now())).await? {
        check::write(&tx, domain, (&Viewer::worker(), &due.period), looked).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Asks for the report as known when the task was first taken up. Whoever asks again, because the first to do so died or
/// has not yet said that it is done, asks for the same and gets the same run.
async fn ask_for_draft(domain: &Domain, due: &Due) -> Result<()> {
    let row = begun(domain, due).await?;
    if row.done_at.is_some() {
        return Ok(());
    }
    let request = ReportRequest {
        period: due.period.code.clone(),
        cut_off: due.deadline.cut_off,
        known_at: Some(row.begun_at),
        network: None,
        strand: None,
        sub_project: None,
        language: Language::De,
    };
    let run = report::request(domain, &Viewer::worker(), request).await?;
    task_entity::Entity::update_many()
        .col_expr(task_entity::Column::DoneAt, Expr::value(domain.clock.now()))
        .col_expr(task_entity::Column::ReportRunId, Expr::value(run.id))
        .filter(task_entity::Column::Id.eq(row.id))
        .filter(task_entity::Column::DoneAt.is_null())
        .exec(&domain.db)
        .await?;
    Ok(())
}

/// The row of a task, written now unless there is one.
async fn begun(domain: &Domain, due: &Due) -> Result<task_entity::Model> {
    let now = domain.clock.now();
    note(&domain.db, task_entity::Model { done_at: None, ..row(due, now) }).await?;
    let same = task_entity::Entity::find()
        .filter(task_entity::Column::FundingPeriodId.eq(due.period.id))
        .filter(task_entity::Column::CutOff.eq(due.deadline.cut_off))
        .filter(task_entity::Column::Task.eq(due.task.as_str()));
    same.one(&domain.db).await?.ok_or(Error::Inconsistent { table: "deadline_task", column: "id" })
}

/// A row of a task that is done at a moment.
fn row(due: &Due, now: chrono::DateTime<chrono::Utc>) -> task_entity::Model {
    task_entity::Model {
        id: DeadlineTaskId::fresh(),
        funding_period_id: due.period.id,
        cut_off: due.deadline.cut_off,
        task: due.task.as_str().to_owned(),
        begun_at: now,
        done_at: Some(now),
        report_run_id: None,
    }
}

/// Writes the row of a task down; `false` when there is one.
async fn note(db: &impl ConnectionTrait, row: task_entity::Model) -> Result<bool> {
    let insert = task_entity::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned());
    Ok(insert.exec_without_returning(db).await? == 1)
}
