//! What workers that were killed leave in the folder of files.

use std::{
    fs::{self, File},
    path::PathBuf,
    time::SystemTime,
};

use domain::{
    Viewer,
    id::ReportRunId,
    report::{self, Attempt, ReportRequest, State},
};
use object_store::{MultipartUpload as _, ObjectStoreExt as _, path::Path as Key};

use crate::house::{House, day, quick, whole_period};

/// What is left of an upload whose process was killed: nothing of its end is run.
async fn begun(house: &House, attempt: Attempt) -> PathBuf {
    let key = Key::from(format!("reports/{}/{}.xlsx", attempt.run, attempt.number));
    let mut upload = house.files.objects().put_multipart(&key).await.expect("an upload");
    upload.put_part("half of a wor".into()).await.expect("a part");
    std::mem::forget(upload);
    let folder = house.dir.path().join(format!("files/reports/{}", attempt.run));
    let prefix = format!("{}.xlsx#", attempt.number);
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let mut files =
        files.filter(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&prefix)));
    files.next().expect("the library writes beside the place")
}

fn age(file: &PathBuf) {
    let file = File::options().write(true).open(file).expect("a file");
    file.set_modified(SystemTime::UNIX_EPOCH).expect("a time");
}

async fn done(house: &House) -> ReportRunId {
    let worker = house.worker_that(quick).await;
    let run = house.ended(house.ask().await).await;
    worker.shutdown().await;
    assert_eq!(run.state().expect("a state"), State::Done);
    run.id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unfinished_upload_goes_once_it_is_old_and_its_run_has_ended() {
    // given what killed workers left of a run that has ended, of one under way, and just now
    let house = House::built().await;
    let ended = done(&house).await;
    let another = ReportRequest { cut_off: day(2023, 6, 30), ..whole_period() };
    let another = report::request(&house.domain, &Viewer::local_operator(), another).await;
    let under_way = another.expect("a run").id;
    let left = begun(&house, Attempt { run: ended, number: 2 }).await;
    let recent = begun(&house, Attempt { run: ended, number: 3 }).await;
    let at_work = begun(&house, Attempt { run: under_way, number: 1 }).await;
    let beside = left.with_file_name("1.xlsx#notes");
    fs::write(&beside, "somebody's own").expect("a file");
    [&left, &at_work, &beside].into_iter().for_each(age);
    report::claim(&house.domain, Attempt { run: under_way, number: 1 }).await.expect("an attempt at work");

    // when a worker tidies up
    let worker = house.worker_that(quick).await;
    house.until(ended, |_| !left.exists()).await;
    worker.shutdown().await;

    // then
    assert!(recent.exists(), "it may be somebody's who lost the run and does not know yet");
    assert!(at_work.exists(), "it may be that of the attempt at work");
    assert!(beside.exists());
    let key = house.run(ended).await.file_key.expect("a key");
    assert_eq!(house.files.read(&key).await.expect("the file"), b"workbook");
}
