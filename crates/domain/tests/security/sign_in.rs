//! Signing in.

use chrono::TimeDelta;
use domain::account::{self, REFUSALS_ALLOWED, REFUSALS_WINDOW, sign_in};

use super::world::{PASSWORD, World, outcome, world};

const ADA: &str = "ada@example.org";

async fn attempt(world: &World, email: &str, password: &str) -> String {
    outcome(sign_in(&world.domain, email, password.into()).await)
}

#[tokio::test]
async fn the_right_password_signs_in_and_is_audited_with_the_account() {
    let world = world().await;
    let id = world.account(ADA).await;

    let viewer = sign_in(&world.domain, "Ada@Example.org", PASSWORD.into()).await.expect("signed in");
    account::sign_out(&world.domain, &viewer).await.expect("signed out");

    assert_eq!(viewer.account_id(), Some(id));
    assert!(viewer.roles().is_empty() && viewer.reads().is_nothing() && viewer.writes().is_nothing());
    let log = world.log().await;
    let actions: Vec<_> = log.iter().map(|(action, ..)| &**action).collect();
    assert_eq!(actions, ["create", "sign_in", "sign_out"]);
}

#[tokio::test]
async fn every_refusal_reads_the_same() {
    let world = world().await;
    world.account(ADA).await;
    world.account("shut@example.org").await;
    account::disable(&world.domain, &world.operator, "shut@example.org").await.expect("shut");
    for (email, password) in [
        (ADA, "wrong password"),
        ("nobody@example.org", PASSWORD),
        ("shut@example.org", PASSWORD),
        ("a password in the wrong field", ""),
    ] {
        assert_eq!(attempt(&world, email, password).await, "sign-in-refused", "{email}");
    }
    let refused: Vec<_> =
        world.log().await.into_iter().filter(|(action, ..)| action == "refuse").map(|(.., id)| id).collect();
    assert_eq!(
        refused,
        [Some(ADA.into()), Some("nobody@example.org".into()), Some("shut@example.org".into()), None]
    );
}

#[tokio::test]
async fn after_too_many_refusals_an_address_waits() {
    let world = world().await;
    world.account(ADA).await;
    world.account("eve@example.org").await;
    for _ in 0..REFUSALS_ALLOWED {
        assert_eq!(attempt(&world, ADA, "wrong password").await, "sign-in-refused");
    }

    assert_eq!(attempt(&world, ADA, PASSWORD).await, "sign-in-throttled");
    assert_eq!(attempt(&world, "eve@example.org", PASSWORD).await, "ok");
    world.pass(REFUSALS_WINDOW - TimeDelta::seconds(1));
    assert_eq!(attempt(&world, ADA, PASSWORD).await, "sign-in-throttled");
    world.pass(TimeDelta::seconds(1));
    assert_eq!(attempt(&world, ADA, PASSWORD).await, "ok");
}

#[tokio::test]
async fn attempts_made_at_once_share_the_limit() {
    let world = world().await;
    world.account(ADA).await;

    let attempts = (0..12).map(|_| attempt(&world, ADA, "wrong password"));
    let outcomes = futures::future::join_all(attempts).await;

    let refused = outcomes.iter().filter(|outcome| *outcome == "sign-in-refused").count();
    assert_eq!(refused as u64, REFUSALS_ALLOWED, "{outcomes:?}");
}

#[tokio::test]
async fn a_new_password_replaces_the_old_and_a_shut_account_can_be_opened() {
    let world = world().await;
    let id = world.account(ADA).await;
    let (domain, operator) = (&world.domain, &world.operator);

    let short = account::set_password(domain, operator, ADA, "short".into()).await;
    account::set_password(domain, operator, ADA, "a much newer one".into()).await.expect("set");

    assert_eq!(outcome(short), "password-length");
    assert_eq!(attempt(&world, ADA, PASSWORD).await, "sign-in-refused");
    assert_eq!(attempt(&world, ADA, "a much newer one").await, "ok");
    account::disable(domain, operator, ADA).await.expect("shut");
    assert_eq!(outcome(account::viewer_of(domain, id).await), "unauthenticated");
    account::enable(domain, operator, ADA).await.expect("opened");
    assert_eq!(outcome(account::viewer_of(domain, id).await), "ok");
}
