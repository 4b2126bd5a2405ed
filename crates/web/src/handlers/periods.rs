//! Which funding period a page is about: the same on every page for whoever names none.

use domain::{
    Domain, Error, Result,
    funding_period::{self, Model},
    sub_project::{self, Query},
};

use crate::visit::Visit;

/// The period of a code. Without one, the newest that has begun and whose sub-projects are known, since one of which nothing
/// is known has nothing to show; else the newest that has begun; else the first.
pub async fn shown<'a>(
    domain: &Domain,
    newest_first: &'a [Model],
    code: Option<&str>,
) -> Result<Option<&'a Model>> {
    if let Some(code) = code {
        return Ok(newest_first.iter().find(|period| period.code == code));
    }
    let today = domain.clock.today();
    let begun = || newest_first.iter().filter(|period| period.starts_on <= today);
    for period in begun() {
        let query = Query { period: Some(period.id), ..Query::default() };
        if sub_project::store::count(&domain.db, &query).await? > 0 {
            return Ok(Some(period));
        }
    }
    Ok(begun().next().or(newest_first.last()))
}

/// The period shown and all that have a rulebook, the newest first, for those who may read records.
pub async fn reporting(visit: &Visit, code: Option<&str>) -> Result<(Model, Vec<Model>)> {
    let domain = &visit.app.domain;
    visit.caller.viewer.require_reader()?;
    let mut all = funding_period::store::all(&domain.db).await?;
    all.retain(|period| period.rulebook.is_some());
    all.reverse();
    let period = shown(domain, &all, code).await?.cloned();
    Ok((period.ok_or(Error::NotFound("funding_period"))?, all))
}
