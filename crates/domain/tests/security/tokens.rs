//! Personal API tokens.

use chrono::TimeDelta;
use domain::{
    Viewer, account,
    api_token::{self, Created, NewToken, authenticate},
    id::ApiTokenId,
};

use super::world::{World, outcome, world};

fn token_for(world: &World, email: &str) -> NewToken {
    NewToken {
        email: email.into(),
        name: "export".into(),
        expires_at: world.domain.clock.now() + TimeDelta::days(30),
    }
}

async fn viewer(world: &World, email: &str) -> Viewer {
    let id = world.account(email).await;
    account::viewer_of(&world.domain, id).await.expect("an account")
}

#[tokio::test]
async fn a_token_acts_for_its_account_until_it_ends() {
    let world = world().await;
    let ada = viewer(&world, "ada@example.org").await;
    let Created { secret, .. } =
        api_token::create(&world.domain, &ada, token_for(&world, "ada@example.org")).await.expect("a token");

    let behind = authenticate(&world.domain, &secret).await.expect("ada");

    assert_eq!(behind.actor, ada.actor);
    assert_eq!(outcome(authenticate(&world.domain, "mgn_guessed").await), "unauthenticated");
    world.pass(TimeDelta::days(30));
    assert_eq!(outcome(authenticate(&world.domain, &secret).await), "unauthenticated");
}

#[tokio::test]
async fn the_secret_is_written_down_nowhere() {
    let world = world().await;
    let ada = viewer(&world, "ada@example.org").await;
    let Created { secret, .. } =
        api_token::create(&world.domain, &ada, token_for(&world, "ada@example.org")).await.expect("a token");

    let page = domain::audit::Page { after: None, limit: 10, order: domain::audit::Order::NewestFirst };
    let log = domain::audit::page(&world.domain, &world.operator, &page).await.expect("the log");
    let listed = api_token::list(&world.domain, &ada).await.expect("tokens");

    assert!(!format!("{log:?}{listed:?}").contains(&secret));
}

#[tokio::test]
async fn a_shut_account_loses_its_tokens_for_good() {
    let world = world().await;
    let ada = viewer(&world, "ada@example.org").await;
    let Created { secret, .. } =
        api_token::create(&world.domain, &ada, token_for(&world, "ada@example.org")).await.expect("a token");

    account::disable(&world.domain, &world.operator, "ada@example.org").await.expect("shut");
    account::enable(&world.domain, &world.operator, "ada@example.org").await.expect("opened");

    assert_eq!(outcome(authenticate(&world.domain, &secret).await), "unauthenticated");
}

#[tokio::test]
async fn people_see_and_withdraw_their_own_tokens_only() {
    let world = world().await;
    let domain = &world.domain;
    let (ada, eve) = (viewer(&world, "ada@example.org").await, viewer(&world, "eve@example.org").await);
    let Created { id, secret } =
        api_token::create(domain, &ada, token_for(&world, "ada@example.org")).await.expect("a token");

    let foreign = api_token::create(domain, &eve, token_for(&world, "ada@example.org")).await;
    assert_eq!(outcome(foreign), "account-unknown");
    for (viewer, seen) in [(&ada, 1), (&eve, 0), (&world.operator, 1)] {
        assert_eq!(api_token::list(domain, viewer).await.expect("tokens").len(), seen);
    }
    assert_eq!(outcome(api_token::list(domain, &Viewer::public()).await), "unauthenticated");
    assert_eq!(outcome(api_token::revoke(domain, &eve, id).await), "api_token not found");
    assert_eq!(outcome(api_token::revoke(domain, &ada, ApiTokenId::fresh()).await), "api_token not found");
    assert_eq!(outcome(authenticate(domain, &secret).await), "ok");
    assert_eq!(outcome(api_token::revoke(domain, &ada, id).await), "ok");
    assert_eq!(outcome(authenticate(domain, &secret).await), "unauthenticated");
}

#[tokio::test]
async fn mistakes_of_a_token_come_at_once() {
    let world = world().await;
    let new = NewToken {
        email: "nobody@example.org".into(),
        name: String::new(),
        expires_at: world.domain.clock.now() + TimeDelta::days(367),
    };
    let result = api_token::create(&world.domain, &world.operator, new).await;
    assert_eq!(outcome(result), "token-name token-lives-too-long account-unknown");
}
