//! Lists, pages, batches and versions.

use domain::{
    Page, Versioned, db, district, institution, offer, offer_type, organisation, regional_network, strand,
    sub_project, supersede,
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel};

use crate::fixture::{Fixture, moment};

#[tokio::test]
async fn pages_of_organisations_join_to_the_sorted_list() {
    let fixture = Fixture::with_demo_network().await;
    let db = &fixture.domain.db;
    let query = organisation::Query::default();

    let mut names = Vec::new();
    let mut page = Page { after: None, limit: 7 };
    loop {
        let rows = organisation::store::page(db, &query, &page).await.expect("a page").rows;
        let Some(last) = rows.last() else { break };
        page.after = Some((last.name.clone(), last.id));
        names.extend(rows.into_iter().map(|row| row.name));
    }

    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
    assert_eq!(names.len(), 19);
    assert_eq!(organisation::store::count(db, &query).await.expect("a count"), 19);
}

#[tokio::test]
async fn organisations_are_found_by_present_and_former_names() {
    let fixture = Fixture::with_demo_network().await;
    let db = &fixture.domain.db;
    rename(&fixture, "HSA", "Technische Hochschule Augsburg").await;

    for (words, expected) in [
        ("hochschule augsburg", vec!["HSA"]),
        ("Technische Hochschule", vec!["HSA"]),
        ("Tür an Tür", vec!["TAT-IP"]),
        ("%", vec![]),
        ("_", vec![]),
        ("Musterkammer", vec!["DEMO-KFR", "DEMO-KOB"]),
    ] {
        assert_eq!(codes_named(db, words, None).await, expected, "{words}");
    }
    let before = Some(moment("2026-02-15T00:00:00Z"));
    assert!(codes_named(db, "Technische Hochschule", before).await.is_empty());
    let query = organisation::Query { named: Some("Hochschule Augsburg".to_owned()), known_at: before };
    let found = organisation::store::page(db, &query, &Page { after: None, limit: 9 }).await.expect("a page");
    assert_eq!(found.rows[0].name, "Hochschule Augsburg");
}

async fn codes_named(
    db: &impl ConnectionTrait,
    words: &str,
    known_at: Option<chrono::DateTime<chrono::Utc>>,
) -> Vec<String> {
    let query = organisation::Query { named: Some(words.to_owned()), known_at };
    let rows = organisation::store::page(db, &query, &Page { after: None, limit: 9 }).await.expect("a page");
    let mut codes: Vec<String> = rows.rows.into_iter().map(|row| row.code).collect();
    codes.sort();
    codes
}

/// Gives an organisation another name, in March 2026.
async fn rename(fixture: &Fixture, code: &str, name: &str) {
    let tx = db::begin(&fixture.domain.db).await.expect("a transaction");
    let current =
        organisation::store::by_codes(&tx, &[code.to_owned()], None).await.expect("a reading").remove(0);
    let at = moment("2026-03-01T00:00:00Z");
    supersede::<organisation::Entity>(&tx, &[current.version_id], at).await.expect("closed");
    let version_id = domain::id::VersionId::fresh();
    let renamed = organisation::Model { version_id, name: name.to_owned(), recorded_at: at, ..current };
    db::insert_all(&tx, vec![renamed.into_active_model().reset_all()]).await.expect("inserted");
    tx.commit().await.expect("committed");
}

#[tokio::test]
async fn sub_projects_are_filtered_by_all_they_belong_to() {
    let fixture = Fixture::with_demo_network().await;
    let db = &fixture.domain.db;
    let period = fixture.period("IQ-2023").await;
    let networks = regional_network::store::of_periods(db, &[period], None).await.expect("a reading");
    let strands = strand::store::of_periods(db, &[period]).await.expect("a reading");
    let types = offer_type::store::all(db).await.expect("a reading");
    let owner = organisation::store::by_codes(db, &["TAT-IP".to_owned()], None).await.expect("a reading");
    let munich = networks.iter().find(|network| network.code == "MUC").map(|network| network.id);
    let fair = strands.iter().find(|strand| strand.code == "P23-FI").map(|strand| strand.id);
    let bridging = types.iter().find(|known| known.code == "BM").map(|known| known.id);
    let counselling = types.iter().find(|known| known.code == "AQB").map(|known| known.id);
    let any = sub_project::Query::default();

    for (query, expected) in [
        (sub_project::Query { period: Some(period), ..any.clone() }, None),
        (
            sub_project::Query { network: munich, offer_type: counselling, ..any.clone() },
            Some(vec!["AQB-MUC"]),
        ),
        (sub_project::Query { strand: fair, ..any.clone() }, Some(vec!["FI-BY"])),
        (
            sub_project::Query { organisation: Some(owner[0].id), ..any.clone() },
            Some(vec!["AQB-AUG", "FRA-KOO", "SOB-KOO"]),
        ),
        (sub_project::Query { offer_type: bridging, ..any.clone() }, Some(vec!["ABI", "UNIA-PAED"])),
        (sub_project::Query { offer_type: bridging, period: Some(period), ..any.clone() }, Some(vec![])),
    ] {
        let rows = sub_project::store::all(db, &query).await.expect("a reading");
        let count = sub_project::store::count(db, &query).await.expect("a count");
        let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
        assert_eq!(count, codes.len() as u64, "{query:?}");
        match expected {
            Some(expected) => assert_eq!(codes, expected, "{query:?}"),
            None => assert_eq!(codes.len(), 24, "{query:?}"),
        }
    }
}

#[tokio::test]
async fn pages_of_sub_projects_and_offers_go_on_after_the_last_row() {
    let fixture = Fixture::with_demo_network().await;
    let db = &fixture.domain.db;
    let query = sub_project::Query::default();
    let all = sub_project::store::all(db, &query).await.expect("a reading");
    let after = Some((all[9].code.clone(), all[9].id));

    let page = sub_project::store::page(db, &query, &Page { after, limit: 5 }).await.expect("a page");

    assert_eq!((page.rows.as_slice(), page.goes_on), (&all[10..15], all.len() > 15));
    let period = Some(fixture.period("IQ-2019").await);
    let offers = offer::Query { period, ..offer::Query::default() };
    let first = offer::store::page(db, &offers, &Page { after: None, limit: 2 }).await.expect("a page").rows;
    let after = Some((first[1].code.clone(), first[1].id));
    let rest = offer::store::page(db, &offers, &Page { after, limit: 2 }).await.expect("a page");
    assert!(!rest.goes_on);
    let codes: Vec<&str> = first.iter().chain(&rest.rows).map(|offer| offer.code.as_str()).collect();
    assert_eq!(codes, ["ABI-BM", "AQB-PAS-AQB", "UNIA-PAED-BM"]);
    assert_eq!(offer::store::count(db, &offers).await.expect("a count"), 3);
}

#[tokio::test]
async fn batches_take_as_many_statements_for_many_keys_as_for_one() {
    let fixture = Fixture::with_demo_network().await;
    let db = &fixture.domain.db;
    let ags: Vec<String> =
        district::store::listed(db).await.expect("a reading").into_iter().map(|row| row.ags).collect();
    let sub_projects: Vec<_> = sub_project::Entity::current()
        .all(db)
        .await
        .expect("a reading")
        .into_iter()
        .map(|row| row.id)
        .collect();
    let institutions: Vec<_> =
        institution::store::all(db).await.expect("a reading").into_iter().map(|row| row.id).collect();

    for many in [1, 5, 50] {
        let before = fixture.statements();
        district::store::by_ags(db, &ags[..many]).await.expect("a reading");
        district::store::listed_by_ags(db, &ags[..many]).await.expect("a reading");
        regional_network::store::memberships_of(db, &ags[..many], None).await.expect("a reading");
        offer::store::of_sub_projects(db, &sub_projects[..many.min(28)], None).await.expect("a reading");
        sub_project::store::by_ids(db, &sub_projects[..many.min(28)], None).await.expect("a reading");
        institution::store::names_of(db, &institutions[..many.min(7)]).await.expect("a reading");
        assert_eq!(fixture.statements() - before, 6, "for {many} keys");
    }
    let before = fixture.statements();
    assert!(sub_project::store::by_ids(db, &[], None).await.expect("a reading").is_empty());
    assert_eq!(fixture.statements(), before, "no keys, no statement");
}
