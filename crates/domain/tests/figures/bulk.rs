//! Generated records in large numbers count like any others.

use domain::{
    demo::bench::{Tier, fill, refuse_filled},
    figure::{Breakdown, FigureQuery, figures},
    participant,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    on_each_database,
    question::query,
    world::{World, day, operator},
};

on_each_database! {
    async fn generated_people_are_counted(backend) {
        let world = World::on(backend).await;

        let filled = fill(&world.domain, Tier::S, |_| {}).await.expect("filled");

        let people = participant::Entity::find().count(&world.domain.db).await.expect("a number");
        let everybody = FigureQuery { indicators: vec!["EECO01".to_owned()], ..query(Breakdown::Period, day("2025-12-31"), None) };
        let all = figures(&world.domain, &operator(), &everybody).await.expect("figures");
        let cases: u64 = all.iter().map(|figure| figure.total + figure.excluded.unwrap_or_default()).sum();
        assert!(filled.participations >= 25_000 && filled.facts > 25_000, "{filled:?}");
        assert_eq!(cases, 25_000);
        assert!(people < cases && people > cases / 2, "some take part twice: {people} people in {cases} cases");
        assert!(refuse_filled(&world.domain).await.expect("an answer").is_err());
    }
}
