//! Comparing the ledger with a fresh count. Nothing is written.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use counting::IndicatorSet;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use strum::VariantArray;

use super::order::operations_of;
use crate::{
    Domain, Result, Versioned, Viewer,
    fact::{self, OperationKey, Operations, Range, Statement, Subject},
    figure, funding_period,
    id::{FundingPeriodId, SubProjectId},
    indicator::{self, Catalogue, RulebookKind},
    sub_project,
};

/// So many people and records are compared at a time.
const AT_ONCE: u64 = 4000;

/// Something about which the ledger and a fresh count differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// Code of the sub-project.
    pub sub_project: String,
    /// How the project calls whom or what it is about.
    pub reference: String,
    /// Code of the rulebook.
    pub rulebook: String,
    /// What only the ledger says.
    pub ledger: Vec<Side>,
    /// What only a fresh count says.
    pub count: Vec<Side>,
}

/// What one side says.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Side {
    /// First cut-off.
    pub from: NaiveDate,
    /// The cut-off after the last one.
    pub until: Option<NaiveDate>,
    /// Gender column.
    pub gender: Option<String>,
    /// How much it counts.
    pub quantity: i32,
    /// Codes of the indicators it counts for.
    pub counted: Vec<String>,
    /// Codes of the indicators it is left out of.
    pub left_out: Vec<String>,
}

/// Compares the ledger of a period, or of all, with a fresh count, and tells what differs, as it is found. Says how many
/// differences there are.
///
/// # Errors
/// Administrators and auditors only; an unknown period is a mistake.
pub async fn verify(
    domain: &Domain,
    viewer: &Viewer,
    (period, mut tell): (Option<&str>, impl FnMut(Odd)),
) -> Result<usize> {
    viewer.require_audit_reader()?;
    let periods = match period {
        None => funding_period::store::all(&domain.db).await?,
        Some(code) => {
            let tx = figure::snapshot(&domain.db).await?;
            vec![indicator::period_of(&tx, code).await?]
        }
    };
    let mut found = 0;
    for period in periods {
        for operation in operations_of(&domain.db, period.id).await? {
            let mut after = None;
            loop {
                let tx = figure::snapshot(&domain.db).await?;
                let operations = Operations::load(&tx).await?;
                let range = piece(&tx, &operations, (operation, after)).await?;
                let kinds = RulebookKind::VARIANTS;
                let difference = fact::differences(&tx, &operations, (&range, kinds)).await?;
                for odd in in_words(&tx, difference).await? {
                    found += 1;
                    tell(odd);
                }
                after = range.to;
                if after.is_none() {
                    break;
                }
            }
        }
    }
    Ok(found)
}

/// The next piece of an operation.
async fn piece(
    tx: &DatabaseTransaction,
    operations: &Operations,
    (operation, after): (OperationKey, Option<sea_orm::prelude::Uuid>),
) -> Result<Range> {
    let all = Range { sub_projects: operations.members(operation), after, to: None };
    let keys = all.keys(tx, Some(AT_ONCE)).await?;
    let to = (keys.len() as u64 == AT_ONCE).then(|| keys.last().copied()).flatten();
    Ok(Range { to, ..all })
}

/// The differences, one for each subject, sub-project and rulebook.
async fn in_words(tx: &DatabaseTransaction, difference: fact::Difference) -> Result<Vec<Odd>> {
    type Sides = (Vec<Statement>, Vec<Statement>);
    let mut odds: BTreeMap<(SubProjectId, &'static str, Subject), Sides> = BTreeMap::new();
    for (statement, _) in difference.closed {
        let key = (statement.sub_project_id, statement.rulebook, statement.subject);
        odds.entry(key).or_default().0.push(statement);
    }
    for statement in difference.added {
        let key = (statement.sub_project_id, statement.rulebook, statement.subject);
        odds.entry(key).or_default().1.push(statement);
    }
    if odds.is_empty() {
        return Ok(Vec::new());
    }
    let references = figure::References::of(tx, odds.keys().map(|(.., subject)| *subject)).await?;
    let mut names = Names::default();
    let mut told = Vec::new();
    for ((sub_project, rulebook, subject), (mut ledger, mut count)) in odds {
        ledger.sort_unstable();
        count.sort_unstable();
        let mut sides = (Vec::new(), Vec::new());
        for statement in &ledger {
            sides.0.push(names.side(tx, statement).await?);
        }
        for statement in &count {
            sides.1.push(names.side(tx, statement).await?);
        }
        told.push(Odd {
            sub_project: names.sub_project(tx, sub_project).await?,
            reference: references.get(subject).cloned().unwrap_or_else(|| subject.id.to_string()),
            rulebook: rulebook.to_owned(),
            ledger: sides.0,
            count: sides.1,
        });
    }
    Ok(told)
}

/// Codes of what differences are about, read once.
#[derive(Default)]
struct Names {
    sub_projects: HashMap<SubProjectId, String>,
    catalogues: HashMap<FundingPeriodId, Catalogue>,
}

impl Names {
    async fn sub_project(&mut self, db: &impl ConnectionTrait, id: SubProjectId) -> Result<String> {
        if let Some(code) = self.sub_projects.get(&id) {
            return Ok(code.clone());
        }
        let row = sub_project::Entity::current().filter(sub_project::Column::Id.eq(id)).one(db).await?;
        let code = row.map_or_else(|| id.to_string(), |row| row.code);
        self.sub_projects.insert(id, code.clone());
        Ok(code)
    }

    async fn side(&mut self, db: &impl ConnectionTrait, statement: &Statement) -> Result<Side> {
        let period = statement.funding_period_id;
        if let std::collections::hash_map::Entry::Vacant(place) = self.catalogues.entry(period) {
            let row = funding_period::Entity::find_by_id(period).one(db).await?;
            place.insert(match row {
                Some(row) => Catalogue::of(db, &row, None).await?,
                None => Catalogue::default(),
            });
        }
        let catalogue = &self.catalogues[&period];
        let kind = RulebookKind::of(statement.rulebook);
        let codes = |bits: i64| -> Vec<String> {
            let set = IndicatorSet::from_bits(bits.cast_unsigned());
            let code = |bit| {
                let known = catalogue.of_kind(kind).find(|indicator| indicator.bit == bit);
                known.map_or_else(|| format!("#{bit}"), |indicator| indicator.code.to_string())
            };
            set.iter().map(code).collect()
        };
        Ok(Side {
            from: statement.valid_from,
            until: statement.valid_until,
            gender: statement.gender.map(str::to_owned),
            quantity: statement.quantity,
            counted: codes(statement.counted),
            left_out: codes(statement.left_out),
        })
    }
}
