//! Editions built again on another day.

use chrono::{NaiveTime, TimeDelta};
use domain::{Viewer, edition};
use sea_orm::ConnectionTrait;

use crate::house::House;

/// Years, with a leap day and both changes of the clock, and then one day around midnight.
const LATER: [TimeDelta; 3] = [TimeDelta::days(5 * 365 + 100), TimeDelta::hours(11), TimeDelta::hours(12)];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edition_has_the_same_bytes_on_any_day() {
    let house = House::built().await;
    let worker = house.worker(house.settings()).await;
    let run = house.ask().await;
    house.ended(run).await;
    worker.shutdown().await;
    let viewer = Viewer::local_operator();
    let draft = edition::draft(&house.domain, &viewer, run).await.expect("a draft");
    let frozen = edition::submit(&house.domain, &viewer, (draft.id, None)).await.expect("a submission");
    let since_midnight = house.domain.clock.now().time() - NaiveTime::MIN;

    for later in [LATER[0] - since_midnight, LATER[1], LATER[2]] {
        house.pass(later);
        let again =
            worker::rebuild(&house.domain, &house.files, (&viewer, frozen.id)).await.expect("a workbook");

        let day = house.domain.clock.today();
        assert!(again.is_same(), "{day}: {:?}", again.comparison);
        assert_eq!(again.sha256, frozen.file_sha256, "{day}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edition_with_other_bytes_is_built_again_though_its_file_is_gone() {
    let house = House::built().await;
    let worker = house.worker(house.settings()).await;
    let run = house.ask().await;
    let key = house.ended(run).await.file_key.expect("a file");
    worker.shutdown().await;
    let viewer = Viewer::local_operator();
    let draft = edition::draft(&house.domain, &viewer, run).await.expect("a draft");
    // somebody rewrote the past, and removed the only workbook to compare with
    house
        .domain
        .db
        .execute_unprepared("UPDATE report_edition SET file_sha256 = ''")
        .await
        .expect("an update");
    std::fs::remove_file(house.dir.path().join("files").join(&key)).expect("the file");

    let again = worker::rebuild(&house.domain, &house.files, (&viewer, draft.id)).await.expect("a workbook");

    assert!(!again.is_same() && again.comparison.is_none());
}
