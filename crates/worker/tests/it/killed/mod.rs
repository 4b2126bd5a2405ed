//! Killed anywhere: what writes is cut off at each of its awaits, and every time what it wrote, what happened and what the log
//! tells are one, and doing the same again succeeds.

mod deadline;
mod edition;
mod figure_note;
mod removal;
mod transaction;

use std::collections::BTreeSet;

use domain::{
    Viewer, audit,
    id::ReportRunId,
    report::{self, Attempt, ReportFile, ReportRequest},
};

use crate::house::House;

fn operator() -> Viewer {
    Viewer::local_operator()
}

/// A finished run; nobody looks for its file.
async fn done(house: &House, wish: ReportRequest) -> ReportRunId {
    let run = report::request(&house.domain, &operator(), wish).await.expect("a run").id;
    let attempt = Attempt { run, number: 1 };
    report::claim(&house.domain, attempt).await.expect("an answer").expect("the run waits");
    let file = ReportFile {
        key: format!("reports/{run}/1.xlsx"),
        name: "r.xlsx".to_owned(),
        size: 1,
        sha256: run.to_string(),
        data_sha256: String::new(),
    };
    assert!(report::publish(&house.domain, attempt, file).await.expect("an answer"));
    run
}

/// How often the log tells that something was done to an object.
async fn told(house: &House, purpose: &str, object: impl ToString) -> usize {
    let object = object.to_string();
    house.done_to(purpose).await.iter().filter(|id| **id == object).count()
}

/// That the log tells of exactly these objects that something was done to them, once to each.
async fn expect_told(house: &House, purpose: &str, objects: Vec<String>) {
    let told = house.done_to(purpose).await;
    assert_eq!(told.len(), objects.len(), "{purpose}");
    assert_eq!(told.iter().collect::<BTreeSet<_>>(), objects.iter().collect(), "{purpose}");
}

/// That nobody can tell from the log that anything was cut off.
async fn expect_whole_log(house: &House) {
    let verified = audit::verify(&house.domain, &operator(), None).await.expect("an answer");
    assert!(verified.is_ok(), "{verified:?}");
}
