//! Recounts on the command line: working on them, and telling that one is open.

use domain::{
    Domain, Viewer, funding_period,
    id::{FundingPeriodId, RecountId},
    recount::{self, Progress as Counted},
};

use crate::{
    app::App,
    output,
    progress::Progress,
    server::{start_worker, worker_settings},
};

/// Works on recounts of a period in this process, beside other workers, until none is open; tells what came of those that
/// were waited for.
///
/// # Errors
/// When the worker does not start or the database fails.
pub async fn to_the_end(
    app: &App,
    domain: &Domain,
    (period, mut waiting): (FundingPeriodId, Vec<RecountId>),
) -> anyhow::Result<Vec<Counted>> {
    let viewer = Viewer::local_operator();
    let worker = start_worker(worker_settings(app), domain.clone(), app.files()?).await?;
    let line = Progress::new();
    let mut failure = None;
    let mut watch = |counted: &Counted| {
        let speed = counted.cases_per_second().unwrap_or_default();
        let step = format!("{speed:.0} cases/s, {} facts changed, part", counted.changed);
        line.show(&step, whole(counted.parts_done), whole(counted.parts));
        let cause = counted.failing.first().map(|failing| failing.cause.clone());
        if cause != failure {
            if let Some(cause) = &cause {
                output::error(&format!("{} parts fail and are tried again: {cause}", counted.failing.len()));
            }
            failure = cause;
        }
    };
    let mut ended = Vec::new();
    loop {
        for id in waiting {
            ended.push(worker::recounted(domain, &viewer, id, &mut watch).await?);
        }
        waiting = open(domain, period).await?;
        if waiting.is_empty() {
            break;
        }
    }
    line.end();
    worker.shutdown().await;
    Ok(ended)
}

/// The recounts of a period that are open.
pub async fn open(domain: &Domain, period: FundingPeriodId) -> anyhow::Result<Vec<RecountId>> {
    let open = recount::open(domain, &Viewer::local_operator(), period).await?;
    Ok(open.into_iter().map(|counted| counted.recount.id).collect())
}

/// Works off the recount that a change of a period's rules asked for, and tells what came of it.
pub async fn after_change(app: &App, domain: &Domain, period: FundingPeriodId) -> anyhow::Result<String> {
    let waiting = open(domain, period).await?;
    let ended = to_the_end(app, domain, (period, waiting)).await?;
    Ok(in_words(&ended))
}

/// What recounts counted and changed.
pub fn in_words(ended: &[Counted]) -> String {
    let cases: u64 = ended.iter().map(|counted| counted.cases_done).sum();
    let changed: u64 = ended.iter().map(|counted| counted.changed).sum();
    format!("{cases} cases counted, {changed} facts changed")
}

/// Says on standard error that a period is being counted again, when it is.
pub async fn tell_when_open(domain: &Domain, period: &str) -> anyhow::Result<()> {
    let Some(period) = funding_period::store::by_code(&domain.db, period).await? else { return Ok(()) };
    if let Some(since) = recount::open_since(&domain.db, period.id).await? {
        let since = output::moment(since);
        output::error(&format!("recount open since {since}: everything is told as known before"));
    }
    Ok(())
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
