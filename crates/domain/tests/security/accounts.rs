//! Keeping accounts.

use domain::{
    Viewer,
    account::{self, NewAccount},
};

use super::world::{PASSWORD, outcome, world};

#[tokio::test]
async fn an_account_is_kept_in_lower_case_and_audited() {
    let world = world().await;
    let id = world.account(" Ada@Example.org").await;

    let accounts = account::list(&world.domain, &world.operator).await.expect("accounts");

    assert_eq!(
        accounts.iter().map(|found| (found.id, &*found.email)).collect::<Vec<_>>(),
        [(id, "ada@example.org")]
    );
    assert_eq!(world.log().await, [("create".into(), "account".into(), Some("ada@example.org".into()))]);
}

#[tokio::test]
async fn mistakes_and_a_taken_address_come_at_once() {
    let world = world().await;
    world.account("ada@example.org").await;
    for (email, name, password, expected) in [
        ("ADA@example.org", "Ada", PASSWORD, "email-taken"),
        ("ADA@example.org", "", "short", "account-name password-length email-taken"),
        ("nobody", "Ada", PASSWORD, "email"),
    ] {
        let new = NewAccount { email: email.into(), name: name.into(), password: password.into() };
        let result = account::add(&world.domain, &world.operator, new).await;
        assert_eq!(outcome(result), expected);
    }
    assert_eq!(account::list(&world.domain, &world.operator).await.expect("accounts").len(), 1);
}

#[tokio::test]
async fn two_at_once_cannot_take_the_same_address() {
    let world = world().await;
    let add = || {
        let new =
            NewAccount { email: "ada@example.org".into(), name: "Ada".into(), password: PASSWORD.into() };
        account::add(&world.domain, &world.operator, new)
    };

    let (one, other) = tokio::join!(add(), add());

    let mut outcomes = [outcome(one), outcome(other)];
    outcomes.sort();
    assert_eq!(outcomes, ["email-taken", "ok"]);
}

#[tokio::test]
async fn only_administrators_keep_accounts() {
    let world = world().await;
    let id = world.account("ada@example.org").await;
    let ada = account::viewer_of(&world.domain, id).await.expect("ada");
    for (viewer, expected) in [(Viewer::public(), "unauthenticated"), (ada, "forbidden")] {
        let new = NewAccount { email: "b@example.org".into(), name: "B".into(), password: PASSWORD.into() };
        let domain = &world.domain;
        assert_eq!(outcome(account::add(domain, &viewer, new).await), expected);
        assert_eq!(outcome(account::list(domain, &viewer).await), expected);
        assert_eq!(outcome(account::disable(domain, &viewer, "ada@example.org").await), expected);
        assert_eq!(outcome(account::enable(domain, &viewer, "ada@example.org").await), expected);
        let set = account::set_password(domain, &viewer, "ada@example.org", PASSWORD.into()).await;
        assert_eq!(outcome(set), expected);
    }
}

#[tokio::test]
async fn an_unknown_address_is_not_found() {
    let world = world().await;
    for result in [
        account::disable(&world.domain, &world.operator, "nobody@example.org").await,
        account::enable(&world.domain, &world.operator, "nobody@example.org").await,
        account::set_password(&world.domain, &world.operator, "nobody", PASSWORD.into()).await,
    ] {
        assert_eq!(outcome(result), "account not found");
    }
}
