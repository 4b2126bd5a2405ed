//! The chain of the audit log: it holds under concurrency, and every manipulation shows.

use domain::{
    Viewer, account,
    audit::{self, Action, Broken, Entity, Entry, Order, Page, Seal, Walk, head_entity},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::world::{World, outcome, world};

async fn world_with_entries(count: usize) -> World {
    let world = world().await;
    for _ in 0..count {
        audit::record(&world.domain, &world.operator, Entry::new(Action::Read, "participation", "a test"))
            .await
            .expect("an entry");
    }
    world
}

async fn verify(world: &World, noted: Option<Seal>) -> Result<Seal, Broken> {
    audit::verify(&world.domain, &world.operator, noted).await.expect("checked")
}

async fn set(world: &World, position: i64, column: audit::Column, value: impl Into<sea_orm::Value>) {
    Entity::update_many()
        .col_expr(column, Expr::value(value))
        .filter(audit::Column::Position.eq(position))
        .exec(&world.domain.db)
        .await
        .expect("changed");
}

async fn cut(world: &World, from: i64, to: i64) {
    Entity::delete_many()
        .filter(audit::Column::Position.between(from, to))
        .exec(&world.domain.db)
        .await
        .expect("cut");
}

async fn move_head(world: &World, seal: &Seal) {
    head_entity::Entity::update_many()
        .col_expr(head_entity::Column::Position, Expr::value(seal.position))
        .col_expr(head_entity::Column::Hash, Expr::value(seal.hash.as_str()))
        .exec(&world.domain.db)
        .await
        .expect("moved");
}

#[tokio::test]
async fn an_untouched_chain_holds() {
    for count in [0, 1, 5] {
        let world = world_with_entries(count).await;
        let end = verify(&world, None).await.expect("it holds");
        assert_eq!(end.position, count as i64);
        assert_eq!(verify(&world, Some(end.clone())).await, Ok(end));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_at_once_make_one_chain() {
    let world = world().await;
    let writers = (0..8).map(|_| {
        let domain = world.domain.clone();
        tokio::spawn(async move {
            for _ in 0..10 {
                let entry = Entry::new(Action::Read, "participation", "a test");
                audit::record(&domain, &Viewer::worker(), entry).await.expect("an entry");
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("a writer");
    }
    assert_eq!(verify(&world, None).await.map(|end| end.position), Ok(80));
}

#[tokio::test]
async fn every_changed_column_shows() {
    for column in [
        audit::Column::Actor,
        audit::Column::Purpose,
        audit::Column::Action,
        audit::Column::ObjectKind,
        audit::Column::ObjectId,
        audit::Column::Before,
        audit::Column::After,
    ] {
        let world = world_with_entries(3).await;
        set(&world, 2, column, "another").await;
        assert_eq!(verify(&world, None).await, Err(Broken::Changed(2)), "{column:?}");
    }
    let world = world_with_entries(3).await;
    set(&world, 2, audit::Column::RecordCount, 7).await;
    assert_eq!(verify(&world, None).await, Err(Broken::Changed(2)));
}

#[tokio::test]
async fn missing_and_added_entries_show() {
    let world = world_with_entries(4).await;
    cut(&world, 2, 2).await;
    assert_eq!(verify(&world, None).await, Err(Broken::Missing(2)));

    let world = world_with_entries(4).await;
    cut(&world, 3, 4).await;
    assert_eq!(verify(&world, None).await, Err(Broken::Truncated { last: 2, promised: 4 }));

    let world = world_with_entries(4).await;
    let early = Walk::past([]).end().expect("the start");
    move_head(&world, &early).await;
    assert_eq!(verify(&world, None).await, Err(Broken::Unannounced(1)));
}

#[tokio::test]
async fn a_noted_seal_shows_what_the_chain_alone_cannot() {
    // given a chain whose end somebody noted, cut off together with its head
    let world = world_with_entries(3).await;
    let early = verify(&world, None).await.expect("it holds");
    audit::record(&world.domain, &world.operator, Entry::new(Action::Read, "participation", "a test"))
        .await
        .expect("an entry");
    let noted = verify(&world, None).await.expect("it holds");
    cut(&world, 4, 4).await;
    move_head(&world, &early).await;

    // then only the note tells
    assert_eq!(verify(&world, None).await, Ok(early));
    assert_eq!(verify(&world, Some(noted.clone())).await, Err(Broken::Truncated { last: 3, promised: 4 }));

    // and so it does when another entry takes the place
    audit::record(&world.domain, &world.operator, Entry::new(Action::Export, "participation", "a test"))
        .await
        .expect("an entry");
    assert_eq!(verify(&world, Some(noted)).await, Err(Broken::Rewritten(4)));
}

#[tokio::test]
async fn an_export_can_be_checked_without_the_database() {
    let world = world_with_entries(3).await;
    let page = Page { after: None, limit: 10, order: Order::OldestFirst };
    let entries = audit::page(&world.domain, &world.operator, &page).await.expect("the log");
    let json = serde_json::to_string(&entries).expect("JSON");

    let mut walk = Walk::past([]);
    for entry in serde_json::from_str::<Vec<audit::Model>>(&json).expect("entries") {
        walk.step(&entry).expect("it holds");
    }

    assert_eq!(walk.end(), verify(&world, None).await);
}

#[tokio::test]
async fn pages_go_on_where_the_last_ended() {
    let world = world_with_entries(5).await;
    for (order, after, expected) in [
        (Order::NewestFirst, None, vec![5, 4]),
        (Order::NewestFirst, Some(4), vec![3, 2]),
        (Order::OldestFirst, None, vec![1, 2]),
        (Order::OldestFirst, Some(4), vec![5]),
    ] {
        let page = Page { after, limit: 2, order };
        let entries = audit::page(&world.domain, &world.operator, &page).await.expect("the log");
        let positions: Vec<_> = entries.iter().map(|entry| entry.position).collect();
        assert_eq!(positions, expected, "{order:?} after {after:?}");
    }
}

#[tokio::test]
async fn nobody_else_reads_the_log() {
    let world = world().await;
    let ada = world.account("ada@example.org").await;
    let ada = account::viewer_of(&world.domain, ada).await.expect("ada");
    let page = Page { after: None, limit: 1, order: Order::NewestFirst };
    for (viewer, expected) in [(Viewer::public(), "unauthenticated"), (ada, "forbidden")] {
        assert_eq!(outcome(audit::page(&world.domain, &viewer, &page).await), expected);
        assert_eq!(outcome(audit::verify(&world.domain, &viewer, None).await), expected);
    }
}

#[test]
fn a_seal_is_written_as_it_is_read() {
    let seal: Seal = "12:ab".parse().expect("a seal");
    assert_eq!(seal, Seal { position: 12, hash: "ab".into() });
    assert_eq!(seal.to_string(), "12:ab");
    for wrong in ["", "12", "x:ab"] {
        assert!(wrong.parse::<Seal>().is_err(), "{wrong}");
    }
}
