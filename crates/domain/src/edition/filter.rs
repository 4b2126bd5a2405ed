//! Which editions a list holds.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, sea_query::Expr};

use super::{Column, State};
use crate::{Error, Result, UserError, funding_period, regional_network, strand, sub_project};

/// Which editions are wanted, by codes. Conditions add up; what is left out leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct EditionFilter {
    /// Only those of this period.
    pub period: Option<String>,
    /// Only those on this regional network as a whole; needs the period.
    pub network: Option<String>,
    /// Only those on this strand; needs the period.
    pub strand: Option<String>,
    /// Only those on this sub-project.
    pub sub_project: Option<String>,
    /// Only those in one of these states; empty means any.
    pub states: Vec<State>,
    /// Only those with this cut-off.
    pub cut_off: Option<NaiveDate>,
}

impl EditionFilter {
    /// The same as a condition on editions.
    ///
    /// # Errors
    /// All mistakes at once: unknown codes, a regional network or a strand without its period.
    pub(super) async fn condition(&self, db: &impl ConnectionTrait) -> Result<Condition> {
        let (mut conditions, mut mistakes) = (Vec::new(), Vec::new());
        let mut only = |found: Option<Expr>, (field, code): (&'static str, &String)| match found {
            Some(condition) => conditions.push(condition),
            None => mistakes.push(UserError::new("unknown-code", field).with_value(code)),
        };
        let mut period = None;
        if let Some(code) = &self.period {
            period = funding_period::store::by_code(db, code).await?.map(|row| row.id);
            only(period.map(|id| Column::FundingPeriodId.eq(id)), ("period", code));
        }
        if let (Some(period), Some(code)) = (period, &self.network) {
            let rows = regional_network::store::of_periods(db, &[period], None).await?;
            let row = rows.into_iter().find(|row| row.code == *code);
            only(row.map(|row| Column::RegionalNetworkId.eq(row.id)), ("network", code));
        }
        if let (Some(period), Some(code)) = (period, &self.strand) {
            let row = strand::store::by_code(db, (period, code)).await?;
            only(row.map(|row| Column::StrandId.eq(row.id)), ("strand", code));
        }
        if let Some(code) = &self.sub_project {
            let rows = sub_project::store::by_codes(db, std::slice::from_ref(code), None).await?;
            only(rows.first().map(|row| Column::SubProjectId.eq(row.id)), ("subProject", code));
        }
        let in_a_period = [("network", &self.network), ("strand", &self.strand)];
        let homeless = in_a_period.into_iter().filter(|(_, code)| code.is_some() && self.period.is_none());
        mistakes.extend(homeless.map(|(field, _)| UserError::new("needs-period", field)));
        if !mistakes.is_empty() {
            return Err(Error::Invalid(mistakes));
        }
        conditions.extend(self.cut_off.map(|cut_off| Column::CutOff.eq(cut_off)));
        if !self.states.is_empty() {
            conditions.push(Column::State.is_in(self.states.iter().map(|state| state.as_str())));
        }
        Ok(conditions.into_iter().fold(Condition::all(), Condition::add))
    }
}
