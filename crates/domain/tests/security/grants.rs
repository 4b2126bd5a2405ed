//! Granting rights and what they come to.

use std::collections::BTreeSet;

use chrono::{Days, TimeDelta};
use domain::{
    Role, Scope, Viewer,
    access_grant::{self, NewGrant},
    account,
    id::VersionId,
    sub_project,
};

use super::world::{PERIOD, World, insert, outcome, world};

const ADA: &str = "ada@example.org";

fn grant_of(world: &World, role: Role) -> NewGrant {
    NewGrant {
        email: ADA.into(),
        role,
        network: None,
        sub_project: None,
        valid_from: world.today(),
        valid_to: None,
    }
}

#[tokio::test]
async fn a_coordinator_reaches_what_belongs_to_the_network_today() {
    // given a network with two sub-projects, one elsewhere and one that has left the network
    let world = world().await;
    let ada = world.account(ADA).await;
    let period = world.period().await;
    let (east, west) = (world.network(period, "OST").await, world.network(period, "WEST").await);
    let first = world.sub_project(period, Some(east), "TV-1").await;
    let second = world.sub_project(period, Some(east), "TV-2").await;
    world.sub_project(period, Some(west), "TV-3").await;
    let left = world.sub_project(period, None, "TV-4").await;
    let before = sub_project::Model {
        version_id: VersionId::fresh(),
        regional_network_id: Some(east),
        superseded_at: Some(world.domain.clock.now()),
        ..left
    };
    insert::<sub_project::ActiveModel>(&world, before).await;

    // when ada coordinates the network
    let new =
        NewGrant { network: Some((PERIOD.into(), "OST".into())), ..grant_of(&world, Role::Coordinator) };
    access_grant::grant(&world.domain, &world.operator, new).await.expect("granted");

    // then she reads and writes its sub-projects
    let viewer = account::viewer_of(&world.domain, ada).await.expect("ada");
    let expected =
        Scope::Only { networks: BTreeSet::from([east]), sub_projects: BTreeSet::from([first.id, second.id]) };
    assert_eq!((viewer.reads(), viewer.writes()), (&expected, &expected));
    assert_eq!(viewer.roles(), &BTreeSet::from([Role::Coordinator]));
}

#[tokio::test]
async fn a_grant_holds_from_its_first_day_to_the_end_of_its_last() {
    let world = world().await;
    let ada = world.account(ADA).await;
    let new = NewGrant {
        valid_from: world.today() + Days::new(1),
        valid_to: Some(world.today() + Days::new(2)),
        ..grant_of(&world, Role::Auditor)
    };
    access_grant::grant(&world.domain, &world.operator, new).await.expect("granted");
    for (day, reads) in [(0, false), (1, true), (2, true), (3, false)] {
        let viewer = account::viewer_of(&world.domain, ada).await.expect("ada");
        assert_eq!(viewer.reads() == &Scope::All, reads, "day {day}");
        assert!(viewer.writes().is_nothing());
        world.pass(TimeDelta::days(1));
    }
}

#[tokio::test]
async fn a_revoked_grant_ends_at_once() {
    let world = world().await;
    let ada = world.account(ADA).await;
    let (domain, operator) = (&world.domain, &world.operator);
    let id =
        access_grant::grant(domain, operator, grant_of(&world, Role::Administrator)).await.expect("granted");
    assert!(account::viewer_of(domain, ada).await.expect("ada").is_administrator());

    access_grant::revoke(domain, operator, id).await.expect("revoked");

    assert!(account::viewer_of(domain, ada).await.expect("ada").reads().is_nothing());
    assert_eq!(outcome(access_grant::revoke(domain, operator, id).await), "grant-ended");
    let log = world.log().await;
    assert_eq!(
        log[1..],
        [
            ("create".to_owned(), "access_grant".to_owned(), Some(id.to_string())),
            ("change".to_owned(), "access_grant".to_owned(), Some(id.to_string())),
        ]
    );
}

#[tokio::test]
async fn all_mistakes_of_a_grant_come_at_once() {
    let world = world().await;
    let new = NewGrant {
        email: "nobody@example.org".into(),
        sub_project: Some("TV-9".into()),
        network: Some((PERIOD.into(), "NORD".into())),
        ..grant_of(&world, Role::Auditor)
    };

    let result = access_grant::grant(&world.domain, &world.operator, new).await;

    let expected = "grant-takes-no-network grant-takes-no-sub-project grant-needs-end account-unknown \
                    network-unknown sub-project-unknown";
    assert_eq!(outcome(result), expected);
    assert_eq!(world.log().await, []);
}

#[tokio::test]
async fn grants_are_listed_by_their_codes() {
    let world = world().await;
    world.account(ADA).await;
    let period = world.period().await;
    let network = world.network(period, "OST").await;
    world.sub_project(period, Some(network), "TV-1").await;
    for new in [
        NewGrant { network: Some((PERIOD.into(), "OST".into())), ..grant_of(&world, Role::Coordinator) },
        NewGrant { sub_project: Some("TV-1".into()), ..grant_of(&world, Role::ProjectStaff) },
    ] {
        access_grant::grant(&world.domain, &world.operator, new).await.expect("granted");
    }

    let grants = access_grant::list(&world.domain, &world.operator).await.expect("grants");

    let told: Vec<_> = grants
        .iter()
        .map(|grant| {
            (
                &*grant.email,
                &*grant.role,
                grant.period.as_deref(),
                grant.network.as_deref(),
                grant.sub_project.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (ADA, "coordinator", Some(PERIOD), Some("OST"), None),
            (ADA, "project_staff", None, None, Some("TV-1")),
        ]
    );
}

#[tokio::test]
async fn only_administrators_grant() {
    let world = world().await;
    let ada = world.account(ADA).await;
    let ada = account::viewer_of(&world.domain, ada).await.expect("ada");
    for (viewer, expected) in [(Viewer::public(), "unauthenticated"), (ada, "forbidden")] {
        let new = grant_of(&world, Role::Administrator);
        assert_eq!(outcome(access_grant::grant(&world.domain, &viewer, new).await), expected);
        assert_eq!(outcome(access_grant::list(&world.domain, &viewer).await), expected);
        let revoked = access_grant::revoke(&world.domain, &viewer, domain::id::AccessGrantId::fresh()).await;
        assert_eq!(outcome(revoked), expected);
    }
}
