//! Loading data files: once, again, and over what has changed since.

use domain::{
    Error, Viewer, audit, db, funding_period,
    id::VersionId,
    organisation,
    reference_data::{self, Summary},
    supersede,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, PaginatorTrait};

use crate::fixture::{Fixture, moment, operator};

#[tokio::test]
async fn loading_twice_changes_nothing_and_is_audited_once() {
    let fixture = Fixture::empty().await;

    let first = reference_data::load(&fixture.domain, &operator()).await.expect("loaded");
    let second = reference_data::load(&fixture.domain, &operator()).await.expect("loaded");

    assert!(first.added > 200, "{first:?}");
    assert_eq!((first.changed, first.removed, first.unchanged), (0, 0, 0));
    assert_eq!(second, Summary { unchanged: first.added, ..Summary::default() });
    assert_eq!(audit::Entity::find().count(&fixture.domain.db).await.expect("a count"), 1);
    let chain = audit::verify(&fixture.domain, &operator(), None).await.expect("a reading");
    assert_eq!(chain.map(|end| end.position), Ok(1));
}

#[tokio::test]
async fn only_administrators_load() {
    let fixture = Fixture::empty().await;

    let refused = reference_data::load(&fixture.domain, &Viewer::public()).await;

    assert!(matches!(refused, Err(Error::Unauthenticated)));
    assert!(funding_period::store::all(&fixture.domain.db).await.expect("a reading").is_empty());
}

#[tokio::test]
async fn a_changed_name_of_reference_data_is_brought_back_in_place() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;
    let before = funding_period::store::by_code(db, "IQ-2023").await.expect("a reading").expect("known");
    let mut other = before.clone().into_active_model();
    other.name = sea_orm::Set("an older name".to_owned());
    other.update(db).await.expect("changed");

    let summary = reference_data::load(&fixture.domain, &operator()).await.expect("loaded");

    let after = funding_period::store::by_code(db, "IQ-2023").await.expect("a reading").expect("known");
    assert_eq!((summary.added, summary.changed, summary.removed), (0, 1, 0));
    assert_eq!(after, before);
}

#[tokio::test]
async fn a_versioned_record_gets_a_new_version_and_a_correction_stays() {
    for (reason, name_after) in [
        (Some("Mitgelieferte Daten"), "Tür an Tür – Integrationsprojekte gGmbH"),
        (Some("Umbenannt"), "Another name"),
        (None, "Another name"),
    ] {
        let fixture = Fixture::with_reference_data().await;
        let db = &fixture.domain.db;
        rename(&fixture, "TAT-IP", reason).await;

        reference_data::load(&fixture.later(), &operator()).await.expect("loaded");

        let codes = ["TAT-IP".to_owned()];
        let now = organisation::store::by_codes(db, &codes, None).await.expect("a reading");
        let [now] = now.as_slice() else { panic!("one current version with reason {reason:?}") };
        assert_eq!(now.name, name_after, "with reason {reason:?}");
        let in_march = Some(moment("2026-03-15T00:00:00Z"));
        let then = organisation::store::by_codes(db, &codes, in_march).await.expect("a reading");
        assert_eq!(then[0].name, "Another name", "what was known in March stays known");
    }
}

/// Puts a version with another name in the place of the current one, in March 2026.
async fn rename(fixture: &Fixture, code: &str, reason: Option<&str>) {
    let db = &fixture.domain.db;
    let codes = [code.to_owned()];
    let current = organisation::store::by_codes(db, &codes, None).await.expect("a reading").remove(0);
    let tx = db::begin(db).await.expect("a transaction");
    let at = moment("2026-03-01T00:00:00Z");
    supersede::<organisation::Entity>(&tx, &[current.version_id], at).await.expect("closed");
    let renamed = organisation::Model {
        version_id: VersionId::fresh(),
        name: "Another name".to_owned(),
        recorded_at: at,
        reason: reason.map(str::to_owned),
        ..current
    };
    db::insert_all(&tx, vec![renamed.into_active_model().reset_all()]).await.expect("inserted");
    tx.commit().await.expect("committed");
}
