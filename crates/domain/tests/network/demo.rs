//! What the demonstration network says.

use domain::{offer, offer_type, organisation, reference_data, sub_project};
use sea_orm::EntityTrait;

use crate::fixture::{Fixture, operator};

#[tokio::test]
async fn loading_it_twice_changes_nothing() {
    let fixture = Fixture::with_reference_data().await;

    let first = reference_data::load_demo_network(&fixture.domain, &operator()).await.expect("loaded");
    let second = reference_data::load_demo_network(&fixture.domain, &operator()).await.expect("loaded");
    let reference = reference_data::load(&fixture.domain, &operator()).await.expect("loaded");

    assert!(first.added > 60 && first.changed == 0, "{first:?}");
    assert_eq!((second.written(), reference.written()), (0, 0));
    assert_eq!(second.unchanged, first.added + first.unchanged);
}

#[tokio::test]
async fn every_kind_is_one_the_network_knows() {
    let fixture = Fixture::with_demo_network().await;

    for organisation in organisation::Entity::find().all(&fixture.domain.db).await.expect("a reading") {
        let kind = organisation.kind.expect("a kind");
        assert!(kind.parse::<organisation::Kind>().is_ok(), "{kind} of {}", organisation.code);
    }
}

#[tokio::test]
async fn every_offer_is_valid_in_the_period_of_its_sub_project() {
    let fixture = Fixture::with_demo_network().await;
    let db = &fixture.domain.db;
    let sub_projects = sub_project::Entity::find().all(db).await.expect("a reading");
    let validities = offer_type::period_entity::Entity::find().all(db).await.expect("a reading");
    let offers = offer::Entity::find().all(db).await.expect("a reading");

    assert!(offers.len() >= sub_projects.len());
    for offer in offers {
        let owner = sub_projects.iter().find(|owner| owner.id == offer.sub_project_id).expect("an owner");
        let valid = validities.iter().any(|row| {
            row.offer_type_id == offer.offer_type_id && row.funding_period_id == owner.funding_period_id
        });
        assert!(valid, "{} of {}", offer.code, owner.code);
    }
}

#[tokio::test]
async fn invented_sub_projects_belong_to_invented_organisations() {
    let fixture = Fixture::with_demo_network().await;
    let db = &fixture.domain.db;
    let organisations = organisation::Entity::find().all(db).await.expect("a reading");
    let sub_projects = sub_project::Entity::find().all(db).await.expect("a reading");

    assert_eq!(sub_projects.len(), 28);
    for sub_project in sub_projects {
        let owner = organisations.iter().find(|owner| Some(owner.id) == sub_project.organisation_id);
        assert_eq!(owner.is_some_and(|owner| owner.invented), sub_project.invented, "{}", sub_project.code);
    }
}
