//! What is told of a moment is told for ever: no change that is being written can still belong to it.

use domain::{Error, db, exchange::Kind, fact};
use sea_orm::{ConnectionTrait, DbBackend};

use crate::{
    on_each_database,
    question::{all_figures, query, said},
    world::{World, day, operator},
};

const PERSON: &str = "participant,sub_project,entered_on,birth_date,gender,employment,in_education,isced,citizenships,\
    foreign_background,disability,minority,housing_exclusion,degurba\n\
    P-1,SP-1,2025-02-01,1985-02-01,female,employed,no,3,UA,yes,no,no,no,1\n";

on_each_database! {
    async fn a_moment_that_a_change_may_still_belong_to_is_refused(backend) {
        // given an import that is held up
        let world = World::on(backend).await;
        let known = world.days_pass(1);
        let before = said(&all_figures(&world.domain, day("2025-06-30"), None).await);
        let ahead = world.another_server().await;
        let holding = db::begin(&ahead.db).await.expect("a transaction");
        if ahead.db.get_database_backend() == DbBackend::Postgres {
            holding.execute_unprepared("SELECT pg_advisory_xact_lock(1296646994, 1)").await.expect("the ledger");
        }
        let moment = world.now();
        let reading = async {
            while fact::settled(&world.domain.db, moment).await.expect("an answer") {
                tokio::task::yield_now().await;
            }

            // when figures are asked for as known since it began, then they are refused, others are not
            let level = domain::figure::Breakdown::Period;
            let asked = query(level, day("2025-06-30"), Some(moment));
            let refused = domain::figure::figures(&world.domain, &operator(), &asked).await;
            let Err(Error::Invalid(mistakes)) = refused else { panic!("{refused:?}") };
            assert_eq!((mistakes[0].code, mistakes[0].field), ("known-at-unsettled", "knownAt"));
            for known_at in [None, Some(known)] {
                assert_eq!(said(&all_figures(&world.domain, day("2025-06-30"), known_at).await), before);
            }
            world.days_pass(1);
            holding.rollback().await.expect("it is given up");
        };
        tokio::join!(world.write(Kind::Participations, PERSON), reading);

        // and once it is written, the moment is told, without it
        assert!(fact::settled(&world.domain.db, moment).await.expect("an answer"));
        assert_eq!(said(&all_figures(&world.domain, day("2025-06-30"), Some(moment)).await), before);
        assert_ne!(said(&all_figures(&world.domain, day("2025-06-30"), None).await), before);
    }

    async fn what_is_written_by_a_clock_that_went_back_belongs_to_no_moment_before(backend) {
        let world = World::on(backend).await;
        world.days_pass(3);
        world.write(Kind::Participations, PERSON).await;
        let known = world.days_pass(-2);
        let before = said(&all_figures(&world.domain, day("2025-06-30"), None).await);

        world.write(Kind::Participations, &PERSON.replace("P-1", "P-2")).await;

        world.days_pass(9);
        assert_eq!(said(&all_figures(&world.domain, day("2025-06-30"), Some(known)).await), before);
        assert_ne!(said(&all_figures(&world.domain, day("2025-06-30"), None).await), before);
    }
}
