//! The pre-check (Vorprüfung): some days before a deadline, what is still missing, sub-project by sub-project.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::{KIND, check_entity, check_result_entity, service::known, silent, store};
use crate::{
    Domain, Error, Result, Versioned, Viewer,
    audit::{self, Action, Entry},
    db, funding_period,
    id::{PreCheckId, PreCheckResultId, SubProjectId},
    rows::Rows,
    sub_project,
    worklist::{self, Tally, WorklistQuery},
};

/// What a check found, as far as the viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreCheck {
    /// Cut-off of the deadline.
    pub cut_off: NaiveDate,
    /// What had happened by this day was looked at.
    pub looked_at: NaiveDate,
    /// When.
    pub checked_at: DateTime<Utc>,
    /// Sub-projects in which something is missing, by code.
    pub found: Vec<Found>,
}

/// What is missing in a sub-project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its code.
    pub sub_project: String,
    /// Its name.
    pub name: String,
    /// Cases on the worklist, by reason.
    pub counts: worklist::Counts,
    /// Incomplete cases by what they lack, by code of the field.
    pub missing: BTreeMap<String, u64>,
    /// Whether nothing at all is recorded, although it had begun.
    pub is_silent: bool,
}

/// The newest check before each deadline of a period, the earliest deadline first; of each, what the viewer may see.
///
/// # Errors
/// An unknown period is [`Error::NotFound`]; those who read no records are refused.
pub async fn checks(domain: &Domain, viewer: &Viewer, period: &str) -> Result<Vec<PreCheck>> {
    let period = known(domain, viewer, period).await?;
    let newest_first = check_entity::Entity::find()
        .filter(check_entity::Column::FundingPeriodId.eq(period.id))
        .order_by_desc(check_entity::Column::Id);
    let mut newest: BTreeMap<NaiveDate, check_entity::Model> = BTreeMap::new();
    for check in newest_first.all(&domain.db).await? {
        newest.entry(check.cut_off).or_insert(check);
    }
    let keys: Vec<_> = newest.values().map(|check| check.id).collect();
    let mut found = found(domain, viewer, &keys).await?;
    let told = |check: check_entity::Model| PreCheck {
        cut_off: check.cut_off,
        looked_at: check.looked_at,
        checked_at: check.checked_at,
        found: found.remove(&check.id).unwrap_or_default(),
    };
    Ok(newest.into_values().map(told).collect())
}

/// What some checks found in the sub-projects whose records the viewer may read.
async fn found(
    domain: &Domain,
    viewer: &Viewer,
    checks: &[PreCheckId],
) -> Result<HashMap<PreCheckId, Vec<Found>>> {
    let select = check_result_entity::Entity::find();
    let column = check_result_entity::Column::PreCheckId;
    let mut rows = Rows { select, column, keys: checks }.read(&domain.db).await?;
    rows.retain(|row| viewer.reads().covers(row.sub_project_id));
    let ids: Vec<SubProjectId> = rows.iter().map(|row| row.sub_project_id).collect();
    let names: HashMap<_, _> = sub_project::store::by_ids(&domain.db, &ids, None)
        .await?
        .into_iter()
        .map(|row| (row.id, (row.code, row.name)))
        .collect();
    let mut found: HashMap<PreCheckId, Vec<Found>> = HashMap::new();
    for row in rows {
        let Some((code, name)) = names.get(&row.sub_project_id).cloned() else { continue };
        let odd = |_| Error::Inconsistent { table: "pre_check_result", column: "missing" };
        let missing = serde_json::from_str(&row.missing).map_err(odd)?;
        let number = |stored: i64| usize::try_from(stored).unwrap_or_default();
        let counts = worklist::Counts {
            incomplete: number(row.incomplete),
            exit_outcome_due: number(row.exit_outcome_due),
            exit_status_unknown: number(row.exit_status_unknown),
            follow_up_due: number(row.follow_up_due),
        };
        let is_silent = row.is_silent;
        let lacking = Found { sub_project: code, name, counts, missing, is_silent };
        found.entry(row.pre_check_id).or_default().push(lacking);
    }
    for found in found.values_mut() {
        found.sort_by(|one, other| one.sub_project.cmp(&other.sub_project));
    }
    Ok(found)
}

/// Checks now, before the deadline with a cut-off; without one, before the next deadline.
///
/// # Errors
/// Administrators only; an unknown period and one without such a deadline are mistakes.
pub async fn check(
    domain: &Domain,
    viewer: &Viewer,
    (period, cut_off): (&str, Option<NaiveDate>),
) -> Result<PreCheck> {
    viewer.require_administrator()?;
    let row = known(domain, viewer, period).await?;
    let deadlines = store::of(&domain.db, &row).await?;
    let cut_off = super::chosen(&deadlines, (cut_off, domain.clock.today()))?.cut_off;
    let looked = look(domain, (&row, cut_off)).await?;
    let tx = db::begin(&domain.db).await?;
    write(&tx, domain, (viewer, &row), looked).await?;
    tx.commit().await?;
    let checks = checks(domain, viewer, period).await?;
    checks.into_iter().find(|check| check.cut_off == cut_off).ok_or(Error::NotFound("pre_check"))
}

/// What was found, before it is written down.
pub(super) struct Looked {
    check: check_entity::Model,
    tallies: Vec<Tally>,
    silent: BTreeSet<SubProjectId>,
}

/// Looks at every record of a period as the worklist does.
pub(super) async fn look(
    domain: &Domain,
    (period, cut_off): (&funding_period::Model, NaiveDate),
) -> Result<Looked> {
    let checked_at = domain.clock.now();
    let looked_at = cut_off.min(checked_at.date_naive()).max(period.starts_on);
    let query =
        WorklistQuery { period: period.code.clone(), cut_off: looked_at, network: None, sub_project: None };
    let list = worklist::read(domain, &Viewer::worker(), &query).await?;
    let id = PreCheckId::fresh();
    let check = check_entity::Model { id, funding_period_id: period.id, cut_off, looked_at, checked_at };
    let running = sub_project::Entity::as_of(None, looked_at)
        .filter(sub_project::Column::FundingPeriodId.eq(period.id))
        .all(&domain.db)
        .await?;
    let silent = silent(&domain.db, (&running, looked_at)).await?;
    Ok(Looked { check, tallies: list.by_sub_project(), silent })
}

/// Writes down what was found, in the transaction of whoever wanted to know.
pub(super) async fn write(
    tx: &DatabaseTransaction,
    domain: &Domain,
    (viewer, period): (&Viewer, &funding_period::Model),
    Looked { check, tallies, silent }: Looked,
) -> Result<()> {
    let counted = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let lacks = |tally: &Tally| tally.counts.of_any(&[]) > 0 || silent.contains(&tally.sub_project);
    let lacking = tallies.into_iter().filter(lacks);
    let results: Vec<_> = lacking
        .map(|tally| check_result_entity::Model {
            id: PreCheckResultId::fresh(),
            pre_check_id: check.id,
            sub_project_id: tally.sub_project,
            incomplete: counted(tally.counts.incomplete),
            exit_outcome_due: counted(tally.counts.exit_outcome_due),
            exit_status_unknown: counted(tally.counts.exit_status_unknown),
            follow_up_due: counted(tally.counts.follow_up_due),
            missing: serde_json::json!(tally.missing).to_string(),
            is_silent: silent.contains(&tally.sub_project),
        })
        .collect();
    let entry = Entry {
        object_id: Some(format!("{}/{}", period.code, check.cut_off)),
        record_count: results.len(),
        ..Entry::new(Action::Create, KIND, "pre-check before a deadline")
    };
    check_entity::Entity::insert(check.into_active_model()).exec_without_returning(tx).await?;
    let results = results.into_iter().map(IntoActiveModel::into_active_model).collect::<Vec<_>>();
    db::insert_all::<check_result_entity::ActiveModel>(tx, results).await?;
    audit::append(tx, &domain.clock, viewer, vec![entry]).await
}
