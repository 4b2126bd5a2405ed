//! Cookie sessions.

use chrono::TimeDelta;
use domain::{
    account,
    session::{self, Session},
};

use super::world::{PASSWORD, World, world};

fn session_of(world: &World, secret: &str) -> Session {
    Session {
        secret: secret.into(),
        account_id: None,
        data: "{}".into(),
        expires_at: world.domain.clock.now() + TimeDelta::hours(8),
    }
}

#[tokio::test]
async fn a_session_is_found_by_its_secret_until_it_ends() {
    let world = world().await;
    let domain = &world.domain;
    let one = session_of(&world, "one");
    assert!(session::create(domain, &one).await.expect("kept"));
    assert!(!session::create(domain, &one).await.expect("refused"), "the secret is taken");

    let longer = Session { data: r#"{"a":1}"#.into(), ..one.clone() };
    session::save(domain, &longer).await.expect("saved");

    assert!(session::load(domain, "one").await.expect("loaded") == Some(longer));
    assert!(session::load(domain, "other").await.expect("looked up").is_none());
    world.pass(TimeDelta::hours(8));
    assert!(session::load(domain, "one").await.expect("looked up").is_none());
    assert_eq!(session::delete_expired(domain).await.expect("forgotten"), 1);
    assert_eq!(session::delete_expired(domain).await.expect("nothing left"), 0);
}

#[tokio::test]
async fn an_ended_session_cannot_be_saved_back() {
    let world = world().await;
    let one = session_of(&world, "one");
    session::create(&world.domain, &one).await.expect("kept");

    session::delete(&world.domain, "one").await.expect("ended");
    session::save(&world.domain, &one).await.expect("nothing saved");

    assert!(session::load(&world.domain, "one").await.expect("looked up").is_none());
}

#[tokio::test]
async fn the_sessions_of_an_account_end_with_its_password_and_with_it() {
    let world = world().await;
    let (domain, operator) = (&world.domain, &world.operator);
    let ada = world.account("ada@example.org").await;
    for step in ["password", "disable"] {
        let own = Session { account_id: Some(ada), ..session_of(&world, step) };
        let foreign = session_of(&world, &format!("foreign {step}"));
        session::create(domain, &own).await.expect("kept");
        session::create(domain, &foreign).await.expect("kept");

        match step {
            "password" => account::set_password(domain, operator, "ada@example.org", PASSWORD.into()).await,
            _ => account::disable(domain, operator, "ada@example.org").await,
        }
        .expect("changed");

        assert!(session::load(domain, &own.secret).await.expect("looked up").is_none(), "{step}");
        assert!(session::load(domain, &foreign.secret).await.expect("looked up").is_some(), "{step}");
    }
}
