//! Killed while all reports of a moment are built as one file.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::{
    Error, Viewer,
    report::{self, Attempt, BundleRequest, State},
};
use sea_orm::ConnectionTrait;
use texts::Language;

use super::{job, published, state, stored, taken_over, work};
use crate::{
    house::{House, PERIOD, on_each_database},
    orphans,
};

/// A house whose bundles hold as little as one can: the whole period and a network.
async fn small_house(backend: crate::house::Backend) -> House {
    let house = House::on(backend).await;
    for statement in
        ["UPDATE sub_project SET strand_id = NULL", "DELETE FROM regional_network WHERE code = 'SOUTH'"]
    {
        house.domain.db.execute_unprepared(statement).await.expect("a change");
    }
    house
}

on_each_database! {
    async fn a_bundle_cut_off_at_any_await_is_seen_whole_or_not_at_all_and_is_taken_over(backend) {
        let house = small_house(backend).await;
        let operator = Viewer::local_operator();
        let (mut published_files, mut attempts) = (BTreeSet::new(), BTreeSet::new());
        house.at_every_await(
            async |_| {
                let cut_off = house.wish().cut_off;
                let (period, language) = (PERIOD.to_owned(), Language::De);
                let wish = BundleRequest { period, cut_off, known_at: None, language };
                let run = report::request_bundle(&house.domain, &operator, wish).await.expect("a run").id;
                Attempt { run, number: 1 }
            },
            async |attempt| work(job(&house), *attempt).await,
            async |attempt, ended| {
                // a file that is there is whole, and is handed out once the run is done
                let now = house.run(attempt.run).await;
                let own = stored(&house).await.into_iter().filter(|key| key.contains(&attempt.run.to_string()));
                for key in own {
                    let bytes = house.files.read(&key).await.expect("the file");
                    let end = bytes.len().checked_sub(22).map(|end| &bytes[end..end + 4]);
                    assert_eq!(end, Some(b"PK\x05\x06".as_slice()), "{key} ends in its table of contents");
                }
                match report::file_of(&house.domain, &operator, attempt.run).await {
                    Ok(file) => assert_eq!((state(&now), Some(file.key)), (State::Done, now.file_key)),
                    Err(Error::NotFound(_)) => assert!(ended.is_none() && state(&now) != State::Done, "{now:?}"),
                    Err(error) => panic!("{error:?}"),
                }

                let run = taken_over(&house, attempt.run).await;
                published_files.insert(published(&house, &run).await);
                attempts.insert(run.attempt);
            },
        )
        .await;
        assert_eq!(attempts, BTreeSet::from([1, 2]), "some died before they published, some after");
        house.pass(TimeDelta::seconds(1));
        orphans::remove(&house.domain, &house.files).await.expect("the store is tidied up");
        assert_eq!(stored(&house).await, published_files);
    }
}
