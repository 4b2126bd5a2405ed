//! The cases that make a figure differ, page by page.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use counting::Gender;

use super::{
    DifferenceCause, DifferenceQuery, Moment, Scene,
    changes::Changes,
    history::{self, Difference, History},
    sums::{RowKey, key},
};
use crate::{
    Domain, Error, Part, Result, Viewer,
    fact::Subject,
    figure::{
        Breakdown, CaseCursor, columns::SUB_PROJECTS_PER_STATEMENT, references::References,
        service::audit_reading,
    },
    id::SubProjectId,
    indicator::Indicator,
    sub_project::RegionCategory,
};

/// Which cases of a difference to read.
#[derive(Clone, Debug)]
pub struct ChangedCasesRequest {
    /// Code of the funding period.
    pub period: String,
    /// What the figure is about: the level and the code, as in [`crate::figure::Unit`].
    pub unit: (Breakdown, Option<String>),
    /// Category of region of the figure.
    pub region_category: RegionCategory,
    /// Code of its indicator.
    pub indicator: String,
    /// The first point.
    pub from: Moment,
    /// The second point.
    pub to: Moment,
    /// Only cases with one of these causes; empty means all.
    pub causes: Vec<DifferenceCause>,
    /// The last case seen; none means from the start.
    pub after: Option<CaseCursor>,
    /// How many at most.
    pub limit: usize,
}

/// What a case adds to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The gender column; none when it has none.
    pub gender: Option<Gender>,
    /// How much it counts: 1 for most.
    pub quantity: u64,
}

/// A case that makes a figure differ. Pseudonymous: the reference is the project's own.
#[derive(Clone, Debug)]
pub struct ChangedCase {
    /// Code of its sub-project.
    pub sub_project: Arc<str>,
    /// What it is about.
    pub subject: Subject,
    /// Reference of the person or the entity; the key where there is no other.
    pub reference: String,
    /// What it added at the first point; none when it did not count in the unit.
    pub from: Option<Standing>,
    /// What it adds at the second point; none when it does not count in the unit.
    pub to: Option<Standing>,
    /// Why.
    pub cause: DifferenceCause,
    /// When what made the difference became known; none when nothing was learnt.
    pub learnt_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A page of them.
#[derive(Clone, Debug)]
pub struct ChangedCasePage {
    /// The cases, by code of the sub-project, then by subject.
    pub cases: Vec<ChangedCase>,
    /// Whether there are more behind them.
    pub goes_on: bool,
    /// How many there are on all pages.
    pub total_count: u64,
}

/// The cases that make a figure differ between two points; the reading is audited.
///
/// # Errors
/// Those of [`super::difference`]; [`Error::NotFound`] when there is no such figure.
pub async fn changed_cases(
    domain: &Domain,
    viewer: &Viewer,
    request: &ChangedCasesRequest,
) -> Result<ChangedCasePage> {
    let scene = Scene::open(domain, viewer, &request.query()).await?;
    let row: RowKey = (request.unit.0, request.unit.1.clone(), request.region_category);
    let mut places: BTreeMap<(Arc<str>, SubProjectId), Membership> = BTreeMap::new();
    let mut is_known = false;
    for (question, is_second) in [(&scene.second, true), (&scene.first, false)] {
        for of in question.rows.iter().filter(|of| key(of) == row) {
            is_known = true;
            for id in &of.sub_projects {
                let code = scene.second.codes.get(id).or(question.codes.get(id));
                let Some(code) = code else { continue };
                let membership = places.entry((Arc::clone(code), *id)).or_default();
                *(if is_second { &mut membership.second } else { &mut membership.first }) = true;
            }
        }
    }
    if !is_known {
        return Err(Error::NotFound("figure"));
    }
    let indicator = Arc::clone(&scene.second.indicators[0]);
    let mut page = Page { request, total: 0, taken: Vec::new() };
    let places: Vec<_> = places.into_iter().collect();
    for some in places.chunks(SUB_PROJECTS_PER_STATEMENT) {
        let ids: Vec<SubProjectId> = some.iter().map(|((_, id), _)| *id).collect();
        let learnt = scene.learnt(&ids).await?;
        for ((code, id), membership) in some {
            let changed = scene.changed((*id, &indicator), learnt.get(id), *membership);
            page.take(code, changed);
        }
    }
    let Page { total, taken, .. } = page;
    let Part { rows: taken, goes_on } = Part::first(taken, request.limit);
    let references = References::of(&scene.snapshot, taken.iter().map(|(_, subject, _)| *subject)).await?;
    let cases = taken.iter().map(|(code, subject, difference)| ChangedCase {
        sub_project: Arc::clone(code),
        subject: *subject,
        reference: references.get(*subject),
        from: shown(difference.first),
        to: shown(difference.second),
        cause: difference.cause,
        learnt_at: difference.known_from,
    });
    let page = ChangedCasePage { cases: cases.collect(), goes_on, total_count: total };
    let Scene { second, snapshot, .. } = scene;
    // whoever keeps a connection while they wait for another may wait for ever
    snapshot.rollback().await?;
    audit_reading(domain, viewer, (&second, page.cases.len())).await?;
    Ok(page)
}

impl ChangedCasesRequest {
    fn query(&self) -> DifferenceQuery {
        let (level, code) = &self.unit;
        let code_of = |wanted| code.clone().filter(|_| *level == wanted);
        DifferenceQuery {
            period: self.period.clone(),
            network: code_of(Breakdown::Network),
            strand: None,
            sub_project: code_of(Breakdown::SubProject),
            by: Some(*level),
            kinds: Vec::new(),
            indicators: vec![self.indicator.clone()],
            from: self.from,
            to: self.to,
        }
    }
}

/// At which points a sub-project belonged to the figure's unit.
#[derive(Clone, Copy, Default)]
struct Membership {
    first: bool,
    second: bool,
}

/// The part of all cases that is wanted.
struct Page<'a> {
    request: &'a ChangedCasesRequest,
    total: u64,
    taken: Vec<(Arc<str>, Subject, Difference)>,
}

impl Page<'_> {
    /// Takes what belongs on the page out of the cases of the next sub-project.
    fn take(&mut self, code: &Arc<str>, mut changed: Vec<(Subject, Difference)>) {
        let wanted = &self.request.causes;
        changed.retain(|(_, difference)| wanted.is_empty() || wanted.contains(&difference.cause));
        changed.sort_unstable_by_key(|(subject, _)| *subject);
        self.total += changed.len() as u64;
        let after = self.request.after.as_ref();
        let is_behind = |subject: &Subject| {
            after.is_none_or(|after| (&*after.sub_project, after.subject) < (&**code, *subject))
        };
        // one more than wanted tells whether the list goes on
        let room = self.request.limit.saturating_add(1) - self.taken.len();
        let behind = changed.into_iter().filter(|(subject, _)| is_behind(subject)).take(room);
        self.taken.extend(behind.map(|(subject, difference)| (Arc::clone(code), subject, difference)));
    }
}

impl Scene {
    /// The cases of a sub-project that make a figure differ, in no order.
    fn changed(
        &self,
        (id, indicator): (SubProjectId, &Indicator),
        changes: Option<&Changes>,
        membership: Membership,
    ) -> Vec<(Subject, Difference)> {
        let nothing = BTreeMap::new();
        let block = self.facts.about(id, indicator.kind);
        let changed = changes.map_or(&nothing, |changes| &changes[indicator.kind as usize]);
        let people = self.facts.lock_people();
        let mut all = Vec::new();
        let mut one = |subject: Subject, history: History| {
            let mut difference = history.difference(indicator.bit, &self.points());
            if !membership.first {
                difference.first = history::Standing::default();
            }
            if !membership.second {
                difference.second = history::Standing::default();
            }
            if difference.first != difference.second {
                all.push((subject, difference));
            }
        };
        let open = |case| block.facts_of(case).map(|at| block.fact(at));
        let mut learnt_of: BTreeSet<usize> = BTreeSet::new();
        for (subject, versions) in changed {
            let case = block.case_of(*subject, &people);
            learnt_of.extend(case);
            one(*subject, History::of(versions, case.into_iter().flat_map(open)));
        }
        let (counted, ..) = block.raw();
        for case in block.cases() {
            let ever = block.facts_of(case).any(|at| counted[at] >> indicator.bit & 1 == 1);
            if ever && !learnt_of.contains(&case) {
                one(block.subject(case, &people), History::of(&[], open(case)));
            }
        }
        all
    }
}

/// A standing as people read it; none when the case adds nothing.
fn shown(standing: history::Standing) -> Option<Standing> {
    let (column, quantity) = standing.into_iter().enumerate().find(|(_, quantity)| *quantity != 0)?;
    let gender = match column {
        0 => Some(Gender::Female),
        1 => Some(Gender::Male),
        2 => Some(Gender::NonBinary),
        _ => None,
    };
    Some(Standing { gender, quantity })
}
