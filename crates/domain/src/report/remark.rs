//! What whoever asks for a report should know about the moment they chose.

use sea_orm::{ColumnTrait, QueryFilter};
use texts::{Arg, Language};

use super::Model;
use crate::{Domain, Result, Versioned, sub_project};

/// Why a report says less than its cut-off promises. The text is the message `web-report-remark-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Remark {
    /// Nothing of the period was recorded at its known-at.
    NothingKnown,
    /// Its known-at lies before its cut-off.
    KnownBeforeCutOff,
}

impl Remark {
    /// The remark in words.
    pub fn text(self, run: &Model, language: Language) -> String {
        let code: &'static str = self.into();
        let (known_at, cut_off) = (texts::moment(language, run.known_at), texts::date(language, run.cut_off));
        let args = [("known_at", Arg::Text(&known_at)), ("cut_off", Arg::Text(&cut_off))];
        texts::text_with(language, &format!("web-report-remark-{code}"), &args)
    }
}

/// What there is to remark on a run, if anything.
///
/// # Errors
/// When the database fails.
pub async fn remark(domain: &Domain, run: &Model) -> Result<Option<Remark>> {
    let Some(known_at) = run.known_at_wanted else { return Ok(None) };
    let known = sub_project::Entity::known_at(Some(known_at))
        .filter(sub_project::Column::FundingPeriodId.eq(run.funding_period_id))
        .one(&domain.db)
        .await?;
    let is_early = known_at.date_naive() < run.cut_off;
    Ok(match known {
        None => Some(Remark::NothingKnown),
        Some(_) => is_early.then_some(Remark::KnownBeforeCutOff),
    })
}
