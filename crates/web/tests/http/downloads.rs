//! Files of reports: whole, named, known again, for those who may, and written down.

use domain::{Viewer, audit, funding_period, id::ReportRunId, report};
use object_store::{ObjectStoreExt, PutPayload};
use sea_orm::{EntityTrait, IntoActiveModel, sea_query::Expr};

use crate::{
    sessions::{cookie, sign_in},
    world::{PASSWORD, World, noon, world},
};

const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// A finished run about the whole period; its id.
async fn finished(world: &World) -> ReportRunId {
    let db = &world.domain.db;
    let period = funding_period::store::by_code(db, "IQ-2023").await.expect("read").expect("the period");
    let id = ReportRunId::fresh();
    let run = report::Model {
        id,
        funding_period_id: period.id,
        regional_network_id: None,
        strand_id: None,
        is_bundle: false,
        sub_project_id: None,
        cut_off: noon().date_naive(),
        known_at: noon(),
        template_version: "2".into(),
        language: "de".into(),
        state: "done".into(),
        stage: "storing".into(),
        done: 1,
        total: 1,
        attempt: 1,
        next_attempt_at: None,
        heartbeat_at: None,
        requested_by: None,
        requested_by_name: "local operator".into(),
        requested_at: noon(),
        started_at: Some(noon()),
        finished_at: Some(noon()),
        failure: None,
        failure_place: None,
        file_key: Some("reports/one.xlsx".into()),
        file_name: Some("Übersicht 2024.xlsx".into()),
        file_size: Some(5),
        data_sha256: None,
        request_key: None,
        known_at_wanted: None,
        at_work_on: None,
        cancelled_by_name: None,
        retry_of: None,
        file_removed_at: None,
        file_removed_for: None,
        file_sha256: Some(SHA256.into()),
    };
    report::Entity::insert(run.into_active_model()).exec_without_returning(db).await.expect("a run");
    world.files.put(&"reports/one.xlsx".into(), PutPayload::from_static(b"bytes")).await.expect("stored");
    id
}

#[tokio::test]
async fn a_file_comes_whole_and_named_and_is_known_again() {
    let world = world().await.with_administrator().await;
    let address = format!("/reports/{}/file", finished(&world).await);
    let bearer = format!("Bearer {}", world.token().await);

    let answer = world.get(&address, &[("authorization", &bearer)]).await;
    let tag = answer.header("etag").to_owned();
    let again = world.get(&address, &[("authorization", &bearer), ("if-none-match", &tag)]).await;

    assert_eq!((answer.status.as_u16(), answer.text().as_str()), (200, "bytes"));
    assert_eq!(answer.header("content-length"), "5");
    assert_eq!(tag, format!("\"{SHA256}\""));
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"_bersicht 2024.xlsx\"; filename*=UTF-8''%C3%9Cbersicht%202024.xlsx"
    );
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}

#[tokio::test]
async fn each_download_is_written_down() {
    let world = world().await.with_administrator().await;
    let run = finished(&world).await;
    let bearer = format!("Bearer {}", world.token().await);

    world.get(&format!("/reports/{run}/file"), &[("authorization", &bearer)]).await;

    let page = audit::Page { after: None, limit: 1, order: audit::Order::NewestFirst };
    let log = audit::page(&world.domain, &Viewer::local_operator(), &page).await.expect("the log");
    assert_eq!((log[0].action.as_str(), log[0].object_id.as_deref()), ("download", Some(&*run.to_string())));
    assert_eq!(log[0].actor, "ada@example.org");
}

#[tokio::test]
async fn those_who_may_not_find_nothing() {
    let world = world().await;
    let run = finished(&world).await;
    let bearer = format!("Bearer {}", world.token().await);
    let nowhere = uuid::Uuid::nil();
    for (address, status) in [
        // whoever reads nothing is told the same whether it is there or not
        (format!("/reports/{run}/file"), 403),
        (format!("/reports/{nowhere}/file"), 403),
        (format!("/reports/{run}"), 403),
        ("/reports/x/file".to_owned(), 404),
    ] {
        let answer = world.get(&address, &[("authorization", &bearer)]).await;

        assert_eq!(answer.status, status, "{address}");
    }
    let visitor = world.get(&format!("/reports/{run}/file"), &[]).await;
    assert_eq!(visitor.status, 303);
}

#[tokio::test]
async fn a_removed_file_says_when_and_why_and_is_offered_again() {
    let world = world().await.with_administrator().await;
    let run = finished(&world).await;
    report::Entity::update_many()
        .col_expr(report::Column::FileRemovedAt, Expr::value(noon()))
        .col_expr(report::Column::FileRemovedFor, Expr::value("undrafted"))
        .col_expr(report::Column::FileKey, Expr::value(None::<String>))
        .exec(&world.domain.db)
        .await
        .expect("a tombstone");
    let (_, entered) = sign_in(&world, PASSWORD).await;
    let session = cookie(&entered);

    let answer = world.get(&format!("/reports/{run}/file"), &[("cookie", &session)]).await;

    let page = answer.text();
    assert_eq!(answer.status.as_u16(), 410, "{page}");
    assert!(page.contains("Aus diesem Bericht wurde keine Fassung") && page.contains("10.03.2025"), "{page}");
    assert!(page.contains(SHA256), "its hash stays: {page}");
    assert!(page.contains(&format!("action=\"/reports/{run}/retry\"")), "{page}");
}
