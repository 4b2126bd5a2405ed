//! What is known is known everywhere at once, and what was known never changes.

use domain::figure::{Breakdown, FigureQuery, figures};
use sea_orm::ConnectionTrait;

use crate::{
    history::History,
    on_each_database,
    question::{all_figures, query, said},
    world::{SUB_PROJECTS, World, operator},
};

on_each_database! {
    async fn what_was_known_never_changes(backend) {
        let world = World::on(backend).await;
        let mut history = History::of(41);
        let mut known = Vec::new();
        for _ in 0..12 {
            let cut_off = history.any_day();
            let figures = said(&all_figures(&world.domain, cut_off, None).await);
            known.push((history.goes_on(&world).await, cut_off, figures));
        }
        for (moment, cut_off, figures) in known {
            assert_eq!(said(&all_figures(&world.domain, cut_off, Some(moment)).await), figures, "{cut_off} as known at {moment}");
        }
    }

    async fn every_server_sees_every_write_with_its_next_answer(backend) {
        let world = World::on(backend).await;
        let other = world.another_server().await;
        let mut history = History::of(51);
        let cut_off = crate::world::day("2025-06-30");
        for _ in 0..12 {
            history.goes_on(&world).await;

            let followed = said(&all_figures(&world.domain, cut_off, None).await);
            let seen_by_other = said(&all_figures(&other, cut_off, None).await);
            let read_afresh = said(&all_figures(&world.another_server().await, cut_off, None).await);

            assert_eq!(followed, read_afresh);
            assert_eq!(seen_by_other, read_afresh);
        }
    }

    async fn in_whatever_pieces_facts_are_asked_for_the_answers_are_the_same(backend) {
        // given somebody who is asked about a sub-project now and another then, while rules change and the period is counted again
        let world = World::on(backend).await;
        let piecemeal = world.another_server().await;
        let mut history = History::of(81);
        let cut_off = crate::world::day("2025-06-30");
        for turn in 0..24 {
            history.goes_on(&world).await;
            match turn % 8 {
                2 => world.set_profile("operation", ["network", "sub_project"][turn / 8 % 2]).await,
                6 => world.recount().await,
                _ => {}
            }
            let sub_project = Some(history.any_of(&SUB_PROJECTS).to_owned());
            let one = FigureQuery { sub_project, ..query(Breakdown::SubProject, cut_off, None) };

            let told = figures(&piecemeal, &operator(), &one).await.expect("figures");
            let afresh = figures(&world.another_server().await, &operator(), &one).await.expect("figures");

            assert_eq!(said(&told), said(&afresh), "turn {turn}: {:?}", one.sub_project);
        }
        let afresh = said(&all_figures(&world.another_server().await, cut_off, None).await);
        assert_eq!(said(&all_figures(&piecemeal, cut_off, None).await), afresh);
    }

    async fn a_moment_since_which_nothing_was_learnt_is_told_from_memory(backend) {
        // given facts in memory, and in the ledger no longer
        let world = World::on(backend).await;
        let mut history = History::of(71);
        for _ in 0..12 {
            history.goes_on(&world).await;
        }
        let cut_off = crate::world::day("2025-06-30");
        let held = said(&all_figures(&world.domain, cut_off, None).await);
        world.domain.db.execute_unprepared("DELETE FROM fact").await.expect("facts are gone");

        // when figures are asked for as known now, then who holds facts need not read them again
        let moment = Some(world.now());
        assert_eq!(said(&all_figures(&world.domain, cut_off, moment).await), held);
        assert_ne!(said(&all_figures(&world.another_server().await, cut_off, moment).await), held);
    }

    async fn questions_at_the_same_time_get_the_same_answer(backend) {
        let world = World::on(backend).await;
        let mut history = History::of(61);
        let cut_off = crate::world::day("2025-06-30");
        for _ in 0..6 {
            history.goes_on(&world).await;
            let other = world.another_server().await;

            let (a, b, c) = tokio::join!(
                all_figures(&other, cut_off, None),
                all_figures(&other, cut_off, None),
                all_figures(&world.domain, cut_off, None)
            );

            assert_eq!(said(&a), said(&b));
            assert_eq!(said(&a), said(&c));
        }
    }
}
