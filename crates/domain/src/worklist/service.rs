//! Putting the worklist together.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use chrono::NaiveDate;
use counting::MissingFields;
use sea_orm::EntityTrait;

use super::{
    Counts, Item, Place, Reason, WorklistQuery, responsible,
    rules::{Days, Due, after_leaving},
    store,
};
use crate::{
    Domain, Part, Result, Viewer,
    apart::apart,
    audit::{self, Action, Entry},
    case_file, counting_profile, deadline,
    fact::{self, SubjectKind},
    id::{ParticipantId, SubProjectId},
    participant,
    rows::Rows,
    selection::{self, Asked, Selection},
    sub_project::{self, LawDays},
};

/// The worklist of what a viewer may see. The cases on it are known by [`Worklist::page`] only, which audits.
#[derive(Clone)]
pub struct Worklist(Arc<Listed>);

struct Listed {
    selection: Selection,
    /// In order.
    noted: Vec<Noted>,
}

/// A case on the list, before anything is known of its names.
#[derive(Clone)]
pub(super) struct Noted {
    pub(super) place: Place,
    pub(super) sub_project: SubProjectId,
    since: NaiveDate,
    pub(super) missing: MissingFields,
}

/// Which part of a worklist is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Only for these reasons; empty means all.
    pub reasons: Vec<Reason>,
    /// Behind this place; none means from the start.
    pub after: Option<Place>,
    /// So many cases at most.
    pub limit: usize,
}

/// Puts the worklist together; every record of its sub-projects is looked at.
///
/// # Errors
/// Unknown codes and a cut-off before the period; those who read nothing are refused.
pub async fn read(domain: &Domain, viewer: &Viewer, query: &WorklistQuery) -> Result<Worklist> {
    viewer.require_reader()?;
    let (domain, viewer, query) = (domain.clone(), viewer.clone(), query.clone());
    apart(async move { list(&domain, &viewer, &query).await }).await
}

impl Worklist {
    /// Its cases, in order.
    pub(super) fn noted(&self) -> &[Noted] {
        &self.0.noted
    }

    /// The sub-projects it is about, by code.
    pub(super) fn sub_projects(&self) -> &[sub_project::Model] {
        &self.0.selection.sub_projects
    }

    /// How many cases stand on it, by reason.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for case in &self.0.noted {
            counts.add(case.place.reason);
        }
        counts
    }

    /// A part of it, those that have to be mended first coming first. The reading is audited.
    pub async fn page(&self, domain: &Domain, viewer: &Viewer, wanted: &Wanted) -> Result<Part<Item>> {
        let Listed { selection, noted } = &*self.0;
        let is_wanted = |case: &&Noted| {
            wanted.after.as_ref().is_none_or(|after| case.place > *after)
                && (wanted.reasons.is_empty() || wanted.reasons.contains(&case.place.reason))
        };
        let part = Part::first(noted.iter().filter(is_wanted).cloned(), wanted.limit);
        let goes_on = part.goes_on;
        let rows = named(domain, selection, part.rows).await?;
        let entry = Entry {
            object_id: Some(selection.period.code.clone()),
            record_count: rows.len(),
            ..Entry::new(Action::Read, "participation", "cases of the worklist")
        };
        audit::record(domain, viewer, entry).await?;
        Ok(Part { rows, goes_on })
    }
}

async fn list(domain: &Domain, viewer: &Viewer, query: &WorklistQuery) -> Result<Worklist> {
    let asked = Asked {
        period: &query.period,
        network: query.network.as_deref(),
        strand: None,
        sub_project: query.sub_project.as_deref(),
        cut_off: query.cut_off,
        known_at: None,
    };
    let selection = selection::select(domain, viewer, asked).await?;
    let law_days = LawDays::read(&domain.db, selection.known_at).await?;
    let owing = selection::owing_law(&selection.sub_projects, (&law_days, query.cut_off));
    let rows = selection.sub_projects.iter();
    let codes: HashMap<SubProjectId, &str> = rows.map(|row| (row.id, row.code.as_str())).collect();
    let ids: Vec<SubProjectId> = codes.keys().copied().collect();
    let facts = store::left_out(&domain.db, &ids, (query.cut_off, selection.known_at)).await?;
    let left_out = left_out(&facts, query.cut_off);
    let mut noted = Vec::new();
    let mut note = |(sub_project, person): Case, due: Due, missing| {
        let Some(code) = codes.get(&sub_project) else { return };
        let Due { reason, since, until } = due;
        let place = Place { until, sub_project: (*code).to_owned(), person, reason };
        noted.push(Noted { place, sub_project, since, missing });
    };
    let deadlines = deadline::store::of(&domain.db, &selection.period).await?;
    let until = deadline::next_report(&deadlines, query.cut_off);
    for (case, LeftOut { since, missing }) in &left_out {
        note(*case, Due { reason: Reason::Incomplete, since: *since, until }, *missing);
    }
    let profile =
        counting_profile::store::profile_of(&domain.db, selection.period.id, selection.known_at).await?;
    let days = Days { cut_off: query.cut_off, next_report: until };
    let wanted = case_file::Wanted { sub_projects: &owing, profile: &profile, known_at: selection.known_at };
    let files = case_file::read(&domain.db, wanted).await?;
    for file in files.into_iter().filter_map(|file| file.by_law(&law_days)) {
        let case = (file.sub_project, file.person);
        let missing = left_out.get(&case).map(|left_out| left_out.missing).unwrap_or_default();
        for due in after_leaving(&file.told(), days) {
            note(case, due, missing);
        }
    }
    noted.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(Worklist(Arc::new(Listed { selection, noted })))
}

/// A person in a sub-project.
type Case = (SubProjectId, ParticipantId);

/// Since when somebody is left out of figures, and what is missing for all of them.
struct LeftOut {
    since: NaiveDate,
    missing: MissingFields,
}

/// Who is left out at a cut-off, each once, whatever the facts are about: the person or one of their plans.
fn left_out(facts: &[fact::Model], cut_off: NaiveDate) -> BTreeMap<Case, LeftOut> {
    let about = |fact: &fact::Model| (fact.sub_project_id, fact.rulebook.clone(), fact.subject_id);
    let mut since: BTreeMap<_, NaiveDate> = BTreeMap::new();
    for fact in facts {
        let first = since.entry(about(fact)).or_insert(fact.valid_from);
        *first = fact.valid_from.min(*first);
    }
    let mut all: BTreeMap<Case, LeftOut> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.valid_until.is_none_or(|until| cut_off < until)) {
        let person = if fact.subject_kind == SubjectKind::Person.as_str() {
            Some(ParticipantId(fact.subject_id))
        } else {
            fact.participant_id
        };
        let Some(person) = person else { continue };
        let since = since.get(&about(fact)).copied().unwrap_or(fact.valid_from);
        let missing = MissingFields::from_bits(u16::try_from(fact.missing).unwrap_or_default());
        let case = all.entry((fact.sub_project_id, person));
        let case = case.or_insert(LeftOut { since, missing: MissingFields::default() });
        case.since = case.since.min(since);
        case.missing = case.missing.iter().chain(missing.iter()).collect();
    }
    all
}

/// The same with references, names and who is responsible.
async fn named(domain: &Domain, selection: &Selection, shown: Vec<Noted>) -> Result<Vec<Item>> {
    let people: BTreeSet<ParticipantId> = shown.iter().map(|case| case.place.person).collect();
    let people: Vec<ParticipantId> = people.into_iter().collect();
    let people = Rows { select: participant::Entity::find(), column: participant::Column::Id, keys: &people };
    let references: HashMap<_, _> =
        people.read(&domain.db).await?.into_iter().map(|row| (row.id, row.reference)).collect();
    let sub_projects: BTreeSet<SubProjectId> = shown.iter().map(|case| case.sub_project).collect();
    let responsible = responsible::of(domain, selection, &sub_projects).await?;
    let rows = selection.sub_projects.iter();
    let names: HashMap<_, Arc<str>> = rows.map(|row| (row.id, Arc::from(row.name.as_str()))).collect();
    let today = domain.clock.today();
    let item = |case: Noted| {
        Some(Item {
            sub_project_name: Arc::clone(names.get(&case.sub_project)?),
            reference: references.get(&case.place.person)?.clone(),
            since: case.since,
            missing: case.missing,
            days_left: (case.place.until - today).num_days(),
            responsible: responsible.get(&case.sub_project).cloned().unwrap_or_default(),
            place: case.place,
        })
    };
    Ok(shown.into_iter().filter_map(item).collect())
}
