//! Killed while an edition goes its way.

use chrono::TimeDelta;
use domain::{
    Result,
    edition::{self, FourEyes, Model, State},
    id::{EditionId, ReportRunId},
    report::ReportRequest,
};

use super::{done, expect_whole_log, operator, told};
use crate::house::{Backend, House, PERIOD, on_each_database};

/// What is done to an edition, what it is then, and what happened to it so far.
const STEPS: [(Step, State, &[&str]); 4] = [
    (Step::Draft, State::Draft, &["draft"]),
    (Step::Submit, State::Submitted, &["draft", "submitted"]),
    (Step::Approve, State::Approved, &["draft", "submitted", "approved"]),
    (Step::GiveBack, State::Returned, &["draft", "submitted", "returned"]),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Draft,
    Submit,
    Approve,
    GiveBack,
}

/// A run whose edition is about to take a step, and an earlier edition of the same report.
struct Case {
    run: ReportRunId,
    older: EditionId,
}

async fn house_without_four_eyes(backend: Backend) -> House {
    let house = House::on(backend).await;
    edition::require_four_eyes(&house.domain, &operator(), (PERIOD, FourEyes::Waived))
        .await
        .expect("a decision");
    house
}

async fn of_run(house: &House, run: ReportRunId) -> Option<Model> {
    edition::of_run(&house.domain, &operator(), run).await.expect("an answer")
}

async fn take(house: &House, step: Step, run: ReportRunId) -> Result<Model> {
    let (domain, viewer) = (&house.domain, &operator());
    if step == Step::Draft {
        return edition::draft(domain, viewer, run).await;
    }
    let id = of_run(house, run).await.expect("an edition").id;
    match step {
        Step::Submit => edition::submit(domain, viewer, (id, None)).await,
        Step::Approve => edition::approve(domain, viewer, (id, None)).await,
        _ => edition::give_back(domain, viewer, (id, "Ziele fehlen".to_owned())).await,
    }
}

/// An edition that came so far.
async fn come_to(house: &House, wish: ReportRequest, steps: &[Step]) -> ReportRunId {
    let run = done(house, wish).await;
    house.pass(TimeDelta::seconds(2));
    for step in steps {
        take(house, *step, run).await.expect("a step");
    }
    run
}

/// The earlier edition is what the step replaces, where it replaces one.
async fn about_to(house: &House, step: Step) -> Case {
    use Step::{Approve, Draft, GiveBack, Submit};
    let wish = house.wish();
    let older: &[Step] = if step == Draft { &[Draft] } else { &[Draft, Submit, Approve] };
    let older = come_to(house, wish.clone(), older).await;
    let steps: &[Step] = match step {
        Draft => &[],
        Submit => &[Draft],
        Approve | GiveBack => &[Draft, Submit],
    };
    let run = come_to(house, ReportRequest { known_at: Some(house.domain.clock.now()), ..wish }, steps).await;
    Case { run, older: of_run(house, older).await.expect("an edition").id }
}

/// What happened to an edition; that its row and the log say the same.
async fn way_of(house: &House, id: EditionId) -> Vec<String> {
    let row = edition::get(&house.domain, &operator(), id).await.expect("the edition");
    let events = edition::events(&house.domain, &operator(), &[id]).await.expect("a list");
    let way: Vec<_> = events.into_iter().map(|event| event.state).collect();
    assert_eq!(way.last(), Some(&row.state), "{way:?}");
    assert_eq!(told(house, "draft of an edition", id).await, 1);
    let decided =
        way.iter().filter(|state| ["submitted", "approved", "returned"].contains(&&***state)).count();
    assert_eq!(told(house, "edition of a report", id).await, decided, "{way:?}");
    way
}

on_each_database! {
    async fn a_step_of_an_edition_cut_off_at_any_await_is_whole_or_not_there(backend) {
        let house = house_without_four_eyes(backend).await;
        for (step, wanted, way) in STEPS {
            house.at_every_await(
                async |_| about_to(&house, step).await,
                async |case| take(&house, step, case.run).await,
                async |case, first| {
                    let now = of_run(&house, case.run).await;
                    let is_done = now.as_ref().is_some_and(|now| now.state == wanted.as_str());
                    if let Some(now) = &now {
                        let expected = if is_done { way } else { &way[..way.len() - 1] };
                        assert_eq!(way_of(&house, now.id).await, expected);
                    }
                    let is_replaced = way_of(&house, case.older).await.ends_with(&["superseded".to_owned()]);
                    assert_eq!(is_replaced, is_done && matches!(step, Step::Draft | Step::Approve), "{step:?}");
                    assert!(first.is_none_or(|first| first.is_ok() && is_done), "{step:?}");

                    let again = take(&house, step, case.run).await;
                    assert_eq!(again.is_err(), is_done, "{step:?} {again:?}");
                    let then = of_run(&house, case.run).await.expect("an edition");
                    assert_eq!(way_of(&house, then.id).await, way);
                    way_of(&house, case.older).await;
                },
            )
            .await;
        }
        expect_whole_log(&house).await;
    }

    async fn a_decision_on_four_eyes_cut_off_at_any_await_is_whole_or_not_there(backend) {
        let house = house_without_four_eyes(backend).await;
        const WHO_APPROVES: &str = "who approves editions";
        let period = domain::funding_period::store::by_code(&house.domain.db, PERIOD).await.expect("an answer");
        let period = period.expect("the period").id;
        let rule = async || edition::four_eyes(&house.domain.db, period).await.expect("a rule");
        let decide = async |(_, wanted): &(usize, FourEyes)| {
            edition::require_four_eyes(&house.domain, &operator(), (PERIOD, *wanted)).await.expect("a decision");
        };
        house.at_every_await(
            async |_| {
                let wanted = if rule().await == FourEyes::Waived { FourEyes::Required } else { FourEyes::Waived };
                (told(&house, WHO_APPROVES, PERIOD).await, wanted)
            },
            decide,
            async |(before, wanted), ended| {
                let is_decided = rule().await == wanted;
                assert_eq!(told(&house, WHO_APPROVES, PERIOD).await, before + usize::from(is_decided));
                assert!(is_decided || ended.is_none());

                decide(&(before, wanted)).await;
                assert_eq!(rule().await, wanted);
                assert_eq!(told(&house, WHO_APPROVES, PERIOD).await, before + 1 + usize::from(is_decided));
            },
        )
        .await;
        expect_whole_log(&house).await;
    }
}
