//! Killed while a note on a figure is written or withdrawn.

use domain::figure_note::{self, Entity, NewNote};
use sea_orm::EntityTrait;

use super::{expect_told, expect_whole_log, operator, told};
use crate::house::{House, PERIOD, on_each_database};

const WRITTEN: &str = "note on a figure";
const WITHDRAWN: &str = "note on a figure withdrawn";

fn note(number: u32) -> NewNote {
    NewNote {
        period: PERIOD.to_owned(),
        network: None,
        sub_project: Some("TV-1".to_owned()),
        indicator: "EECO01".to_owned(),
        gender: None,
        text: format!("Hinweis {number}"),
    }
}

async fn notes(house: &House) -> Vec<figure_note::Model> {
    Entity::find().all(&house.domain.db).await.expect("the notes")
}

on_each_database! {
    async fn a_note_cut_off_at_any_await_is_written_with_its_entry_or_not_at_all(backend) {
        let house = House::on(backend).await;
        let add = async |number: &u32| figure_note::add(&house.domain, &operator(), note(*number)).await.expect("a note");
        let of = async |number: u32| {
            let all = notes(&house).await.into_iter();
            all.filter(|row| row.text == note(number).text).collect::<Vec<_>>()
        };
        house.at_every_await(async |number| number, add, async |number, first| {
            let written = of(number).await.len();
            assert!(written == 1 || written == 0 && first.is_none());
            expect_told(&house, WRITTEN, notes(&house).await.iter().map(|row| row.id.to_string()).collect()).await;

            let again = add(&number).await;
            assert_eq!(of(number).await.len(), written + 1);
            assert_eq!(told(&house, WRITTEN, again.id).await, 1);

            // so that the figure has room for the next
            for row in of(number).await {
                figure_note::withdraw(&house.domain, &operator(), row.id).await.expect("room");
            }
        })
        .await;
        expect_whole_log(&house).await;
    }

    async fn a_withdrawal_cut_off_at_any_await_is_whole_or_not_there(backend) {
        let house = House::on(backend).await;
        let withdraw = async |id: &_| figure_note::withdraw(&house.domain, &operator(), *id).await;
        house.at_every_await(
            async |number| figure_note::add(&house.domain, &operator(), note(number)).await.expect("a note").id,
            withdraw,
            async |id, first| {
                let row = async || Entity::find_by_id(id).one(&house.domain.db).await.expect("an answer").expect("the note");
                let now = row().await;
                let is_withdrawn = now.withdrawn_at.is_some();
                assert_eq!(now.withdrawn_by_name.is_some(), is_withdrawn);
                assert_eq!(told(&house, WITHDRAWN, id).await, usize::from(is_withdrawn));
                assert!(first.is_none_or(|first| first.is_ok() && is_withdrawn));

                let again = withdraw(&id).await;
                assert_eq!(again.is_err(), is_withdrawn, "{again:?}");
                assert!(row().await.withdrawn_at.is_some());
                assert_eq!(told(&house, WITHDRAWN, id).await, 1);
            },
        )
        .await;
        expect_whole_log(&house).await;
    }
}
