//! How long the files of reports are kept. What was handed in once is kept for ever; there is no setting for it.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
    sea_query::{Expr, Query, SelectStatement},
};
use serde_json::json;
use texts::{Arg, Language};

use super::{Column, Entity, KIND, Model, State, store};
use crate::{
    Domain, Result, Viewer,
    audit::{self, Action, Entry},
    db,
    edition::{self, event_entity},
    id::ReportRunId,
};

/// How long files are kept that nobody ever handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Files of which no edition was made, from when they were done.
    pub undrafted: TimeDelta,
    /// Files of drafts that were not handed in, from when they became drafts.
    pub drafts: TimeDelta,
}

impl Default for Keeping {
    /// Ninety days, and a year for drafts.
    fn default() -> Self {
        Self { undrafted: TimeDelta::days(90), drafts: TimeDelta::days(365) }
    }
}

/// Why a file was removed. The text is the message `web-report-removed-<code>`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Removal {
    /// No edition was made of it in time.
    Undrafted,
    /// The draft was not handed in in time.
    Draft,
}

/// What stands instead of a [`Removal`] where nobody removed the file here and it is gone from the store all the same.
pub const LOST: &str = "lost";

impl Removal {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A file whose time is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expired {
    /// The run that made it.
    pub run: ReportRunId,
    /// Its key in the store.
    pub key: String,
    /// Why it goes.
    pub why: Removal,
}

/// So many files are named at once.
const AT_ONCE: u64 = 200;

/// Files whose time is over, the oldest first. For the worker: unscoped.
pub async fn expired(domain: &Domain, keeping: &Keeping) -> Result<Vec<Expired>> {
    let mut expired = Vec::new();
    for why in [Removal::Undrafted, Removal::Draft] {
        let rows = over(why, keeping, domain.clock.now()).order_by_asc(Column::Id).limit(AT_ONCE);
        let rows = rows.all(&domain.db).await?;
        let file = |row: Model| Some(Expired { run: row.id, key: row.file_key?, why });
        expired.extend(rows.into_iter().filter_map(file));
    }
    Ok(expired)
}

/// Leaves a tombstone in place of a file: name, size and hashes stay, with the day and the reason. Then the file may go.
/// `false` when its time is not over any more, because somebody has made an edition of it meanwhile.
pub async fn bury(domain: &Domain, keeping: &Keeping, file: &Expired) -> Result<bool> {
    let tx = db::begin(&domain.db).await?;
    let now = domain.clock.now();
    hold(&tx, file.run).await?;
    let Some(run) = over(file.why, keeping, now).filter(Column::Id.eq(file.run)).one(&tx).await? else {
        return Ok(false);
    };
    let tombstone = store::set(
        Entity::update_many().filter(Column::Id.eq(file.run)),
        vec![
            (Column::FileKey, Expr::value(None::<String>)),
            (Column::FileRemovedAt, Expr::value(now)),
            (Column::FileRemovedFor, Expr::value(file.why.as_str())),
        ],
    );
    store::applied(&tx, tombstone).await?;
    let entry = Entry {
        object_id: Some(file.run.to_string()),
        before: Some(json!({ "fileSha256": run.file_sha256, "fileSize": run.file_size })),
        after: Some(json!({ "removedFor": file.why.as_str() })),
        ..Entry::new(Action::Change, KIND, "file of a report removed after its time of keeping")
    };
    audit::append(&tx, &domain.clock, &Viewer::worker(), vec![entry]).await?;
    tx.commit().await?;
    Ok(true)
}

/// Notes that somebody found the file of a finished run gone from the store: whoever asks for the same from now on gets a
/// new run. Its key stays, so that the file is known should it come back.
pub async fn lose(domain: &Domain, viewer: &Viewer, id: ReportRunId) -> Result<()> {
    let at_hand = Column::FileRemovedAt.is_null().and(Column::FileKey.is_not_null());
    let lost = vec![
        (Column::FileRemovedAt, Expr::value(domain.clock.now())),
        (Column::FileRemovedFor, Expr::value(LOST)),
    ];
    note(domain, viewer, (id, at_hand, lost), "file of a report found gone from the store").await
}

/// Notes that a lost file is in the store again.
pub async fn find_again(domain: &Domain, id: ReportRunId) -> Result<()> {
    let found = vec![
        (Column::FileRemovedAt, Expr::value(None::<DateTime<Utc>>)),
        (Column::FileRemovedFor, Expr::value(None::<String>)),
    ];
    let change = (id, Column::FileRemovedFor.eq(LOST), found);
    note(domain, &Viewer::worker(), change, "lost file of a report found again in the store").await
}

/// Changes a run where a condition holds, and says so in the log.
async fn note(
    domain: &Domain,
    viewer: &Viewer,
    (id, holds, values): (ReportRunId, Expr, Vec<(Column, Expr)>),
    what: &'static str,
) -> Result<()> {
    let tx = db::begin(&domain.db).await?;
    let update = Entity::update_many().filter(Column::Id.eq(id)).filter(holds);
    if store::applied(&tx, store::set(update, values)).await? {
        let entry = Entry { object_id: Some(id.to_string()), ..Entry::new(Action::Change, KIND, what) };
        audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
        tx.commit().await?;
    }
    Ok(())
}

impl Model {
    /// Why and when the file was removed, or was found lost, in words; none while it is at hand.
    pub fn removal_text(&self, language: Language) -> Option<String> {
        let at = texts::moment(language, self.file_removed_at?);
        let key = match self.file_removed_for.as_deref() {
            Some(code) => format!("web-report-removed-{code}"),
            None => "web-report-removed".to_owned(),
        };
        Some(texts::text_with(language, &key, &[("at", Arg::Text(&at))]))
    }
}

/// Keeps the file of a run from being removed until the transaction ends; `false` when it is no longer there.
pub(crate) async fn hold(tx: &DatabaseTransaction, id: ReportRunId) -> Result<bool> {
    let run = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    Ok(run.is_some_and(|run| run.file_key.is_some() && run.file_removed_at.is_none()))
}

/// The runs whose file's time is over for a reason: those with any edition but a draft are never among them.
fn over(why: Removal, keeping: &Keeping, now: DateTime<Utc>) -> Select<Entity> {
    let draft = edition::State::Draft.as_str();
    let condition = match why {
        Removal::Undrafted => Condition::all()
            .add(Column::FinishedAt.lt(now - keeping.undrafted))
            .add(Column::Id.not_in_subquery(runs_of_editions(Condition::all()))),
        Removal::Draft => {
            let drafts = Condition::all().add(edition::Column::State.eq(draft));
            let others = Condition::all().add(edition::Column::State.ne(draft));
            let young =
                Condition::all().add(edition::Column::Id.in_subquery(events_since(now - keeping.drafts)));
            Condition::all()
                .add(Column::Id.in_subquery(runs_of_editions(drafts)))
                .add(Column::Id.not_in_subquery(runs_of_editions(others)))
                .add(Column::Id.not_in_subquery(runs_of_editions(young)))
        }
    };
    Entity::find()
        .filter(Column::State.eq(State::Done.as_str()))
        .filter(Column::FileKey.is_not_null())
        .filter(Column::FileRemovedAt.is_null())
        .filter(condition)
}

/// The runs behind the editions that meet a condition.
fn runs_of_editions(condition: Condition) -> SelectStatement {
    let runs = edition::Column::ReportRunId;
    Query::select().column(runs).from(edition::Entity).cond_where(condition).take()
}

/// The editions to which something happened since a moment.
fn events_since(since: DateTime<Utc>) -> SelectStatement {
    use event_entity::{Column, Entity};
    Query::select().column(Column::ReportEditionId).from(Entity).and_where(Column::At.gte(since)).take()
}
