//! A recount is seen at its end, all at once, and what was known until then stays as it was.

use chrono::{DateTime, Utc};
use domain::{
    Domain, counting_profile,
    exchange::Kind,
    figure::{Breakdown, DifferenceCause, Moment, difference},
    recount::{self, Step},
};

use crate::{
    differences::between,
    on_each_database,
    question::{all_figures, said},
    world::{World, day, operator, with_header},
};

const CUT_OFF: &str = "2025-06-30";

/// People who have been unemployed for exactly a year: long-term by the Social Code, not by the Commission.
fn people(numbers: std::ops::Range<usize>) -> String {
    let header = "participant,sub_project,entered_on,birth_date,gender,employment,unemployed_since,in_education,isced,\
        citizenships,foreign_background,disability,minority,housing_exclusion,degurba";
    let row = |number: usize| {
        let sub_project = ["SP-1", "SP-2", "SP-4"][number % 3];
        format!(
            "P-{number},{sub_project},2023-05-10,1983-02-01,female,unemployed,2022-05-10,no,3,UA,yes,no,no,no,1"
        )
    };
    with_header(header, numbers.map(row))
}

async fn seen(domain: &Domain, known_at: Option<DateTime<Utc>>) -> Vec<String> {
    said(&all_figures(domain, day(CUT_OFF), known_at).await)
}

/// Counts one part of the oldest open recount; false when none waits.
async fn part(domain: &Domain) -> bool {
    let Some(attempt) = recount::claim(domain, "a test").await.expect("an answer") else { return false };
    while recount::step(domain, attempt).await.expect("a step") == Step::Further {}
    true
}

async fn open_since(world: &World) -> Option<DateTime<Utc>> {
    let period =
        domain::funding_period::store::by_code(&world.domain.db, "IQ-2023").await.expect("a reading");
    recount::open_since(&world.domain.db, period.expect("the period").id).await.expect("a reading")
}

async fn profile_version(world: &World) -> Option<i32> {
    let versions = counting_profile::in_force(&world.domain, "IQ-2023", None).await.expect("versions");
    versions.first().map(|row| row.version)
}

on_each_database! {
    async fn a_recount_is_seen_at_its_end_all_at_once(backend) {
        // given figures, a new rule, and a recount that is half done
        let world = World::on(backend).await;
        world.write(Kind::Participations, &people(0..9)).await;
        let known = world.days_pass(1);
        let before = seen(&world.domain, None).await;
        world.set_profile("ltu", "sgb3").await;
        let since = world.now();
        world.days_pass(1);
        assert!(part(&world.domain).await);

        // when something is recorded meanwhile
        world.write(Kind::Participations, &people(9..12)).await;
        let amid = world.days_pass(1);

        // then everybody is told what was known before, rules and facts alike
        assert_eq!(open_since(&world).await, Some(since));
        for server in [world.domain.clone(), world.another_server().await] {
            assert_eq!(seen(&server, None).await, before);
            assert_eq!(seen(&server, Some(amid)).await, before);
            assert_eq!(seen(&server, Some(known)).await, before);
        }
        assert_eq!(profile_version(&world).await, Some(1));
        let amid_server = world.another_server().await;
        assert_eq!(seen(&amid_server, None).await, before);

        // and at the end everything is there
        while part(&world.domain).await {}
        let after = seen(&world.domain, None).await;
        assert_eq!(open_since(&world).await, None);
        assert_ne!(after, before);
        assert_eq!(seen(&amid_server, None).await, after);
        assert_eq!(seen(&world.another_server().await, None).await, after);
        assert_eq!(seen(&world.domain, Some(world.now())).await, after);
        assert_eq!(seen(&world.domain, Some(amid)).await, before, "what was told of a moment is told for ever");
        assert_eq!(profile_version(&world).await, Some(2));
    }

    async fn recounts_that_overlap_are_one(backend) {
        let world = World::on(backend).await;
        world.write(Kind::Participations, &people(0..6)).await;
        world.days_pass(1);
        let before = seen(&world.domain, None).await;
        world.set_profile("ltu", "sgb3").await;
        world.days_pass(1);
        assert!(part(&world.domain).await);
        world.set_profile("operation", "network").await;
        let first = recount::page(&world.domain, &operator(), (None, 2)).await.expect("recounts").remove(1).recount.id;
        let first_ended = async || {
            let first = recount::get(&world.domain, &operator(), first).await.expect("the first");
            first.recount.finished_at.is_some()
        };
        while !first_ended().await {
            assert_eq!(seen(&world.domain, None).await, before);
            world.days_pass(1);
            assert!(part(&world.domain).await);
        }
        let between = world.days_pass(1);

        assert!(open_since(&world).await.is_some());
        assert_eq!(seen(&world.domain, None).await, before);
        assert_eq!(seen(&world.another_server().await, Some(between)).await, before);
        while part(&world.domain).await {}

        let after = seen(&world.domain, None).await;
        assert_ne!(after, before);
        assert_eq!(seen(&world.domain, Some(between)).await, before);
        assert_eq!(seen(&world.another_server().await, None).await, after);
    }

    async fn a_difference_has_nothing_of_a_recount_until_its_end(backend) {
        let world = World::on(backend).await;
        world.write(Kind::Participations, &people(0..6)).await;
        let known = world.days_pass(1);
        world.write(Kind::Participations, &people(6..9)).await;
        world.days_pass(1);
        let point = |known_at| Moment { cut_off: day(CUT_OFF), known_at };
        let causes = async || {
            let query = between(Breakdown::Period, point(Some(known)), point(None));
            let differences = difference(&world.domain, &operator(), &query).await.expect("differences");
            let long_term = differences.into_iter().find(|one| one.indicator.code == "EECO03").expect("EECO03");
            long_term.causes.into_iter().map(|(cause, change)| (cause, change.women)).collect::<Vec<_>>()
        };
        let everybody = async || {
            let query = between(Breakdown::Period, point(Some(known)), point(None));
            let differences = difference(&world.domain, &operator(), &query).await.expect("differences");
            differences.into_iter().map(|one| (one.from, one.to, one.causes)).collect::<Vec<_>>()
        };
        let before = everybody().await;

        world.set_profile("ltu", "sgb3").await;
        world.days_pass(1);
        assert!(part(&world.domain).await);
        assert_eq!(everybody().await, before);
        while part(&world.domain).await {}

        assert_eq!(causes().await, [(DifferenceCause::Profile, 9)]);
    }
}
