//! While somebody else writes, whatever must be audited waits for a while and then says so.

use domain::audit::{self, Order};

use crate::world::world;

#[tokio::test]
async fn a_busy_database_is_said_to_be_busy() {
    let world = world().await;
    let impatient = world.impatient().await;
    let [.., (_, administrator)] = world.people();
    let query = "{ consultations(first: 2) { nodes { reference } } }";
    let import = domain::db::begin(&world.domain.db).await.expect("a transaction that writes");

    let meanwhile = impatient.ask_as(administrator.clone(), query).await;
    import.rollback().await.expect("an end");
    let later = impatient.ask_as(administrator, query).await;

    let error = &meanwhile["errors"][0];
    assert_eq!(error["extensions"]["code"], "LIMIT", "{meanwhile}");
    assert_eq!(error["extensions"]["retryAfter"], 30, "{meanwhile}");
    assert!(error["message"].as_str().is_some_and(|words| words.contains("busy")), "{meanwhile}");
    assert!(later.get("errors").is_none(), "{later}");
}

#[tokio::test]
async fn what_is_shown_is_what_the_log_counts() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    let at = "period: \"IQ-2023\", cutOff: \"2024-12-31\", first: 2";
    for list in [
        "consultations(first: 2) { nodes { id } }".to_owned(),
        "qualificationPlans(first: 2) { nodes { id } }".to_owned(),
        format!("worklist({at}) {{ nodes {{ reference }} }}"),
        format!("findings({at}) {{ nodes {{ key }} }}"),
    ] {
        let answer = world.ask_as(administrator.clone(), &format!("{{ {list} }}")).await;

        assert!(answer.get("errors").is_none(), "{answer}");
        let page = audit::Page { after: None, limit: 1, order: Order::NewestFirst };
        let entry = audit::page(&world.domain, &administrator, &page).await.expect("the log").remove(0);
        assert_eq!((entry.action.as_str(), entry.record_count), ("read", 2), "{list}");
    }
}
