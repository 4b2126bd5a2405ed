//! While somebody else writes, a page says that it is worth while to come back.

use crate::{
    sessions::{cookie, sign_in},
    world::{PASSWORD, world},
};

#[tokio::test]
async fn a_page_that_must_be_audited_asks_to_come_back() {
    let world = world().await.with_administrator().await;
    let (_, entered) = sign_in(&world, PASSWORD).await;
    let session = cookie(&entered);
    let impatient = world.impatient().await;
    let import = domain::db::begin(&world.domain.db).await.expect("a transaction that writes");

    let meanwhile = impatient.get("/worklist?period=IQ-2023", &[("cookie", &session)]).await;
    import.rollback().await.expect("an end");
    let later = impatient.get("/worklist?period=IQ-2023", &[("cookie", &session)]).await;

    assert_eq!((meanwhile.status.as_u16(), meanwhile.header("retry-after")), (503, "30"));
    assert_eq!(later.status.as_u16(), 200, "{}", later.text());
}
