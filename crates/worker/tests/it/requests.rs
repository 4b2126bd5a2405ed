//! Who may ask for which report, and who may see it.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::{
    Actor, Error, Role, Scope, Viewer, audit,
    id::{AccountId, RegionalNetworkId, SubProjectId},
    report::{self, ReportRequest},
};
use sea_orm::EntityTrait;

use crate::house::{House, day, whole_period};

fn account(role: Role, read: Scope, write: Scope) -> Viewer {
    let actor = Actor::Account {
        id: AccountId::fresh(),
        email: "staff@example.org".to_owned(),
        name: "Erika Beispiel".to_owned(),
    };
    Viewer::account(actor, BTreeSet::from([role]), read, write)
}

fn only(networks: &[RegionalNetworkId], sub_projects: &[SubProjectId]) -> Scope {
    Scope::Only {
        networks: networks.iter().copied().collect(),
        sub_projects: sub_projects.iter().copied().collect(),
    }
}

fn coordinator(house: &House) -> Viewer {
    let scope = only(&[house.units.first], &[house.units.tv_1, house.units.tv_2]);
    account(Role::Coordinator, scope.clone(), scope)
}

fn staff(house: &House) -> Viewer {
    let scope = only(&[], &[house.units.tv_1]);
    account(Role::ProjectStaff, scope.clone(), scope)
}

fn auditor() -> Viewer {
    account(Role::Auditor, Scope::All, Scope::nothing())
}

fn about(network: Option<&str>, sub_project: Option<&str>) -> ReportRequest {
    ReportRequest {
        network: network.map(str::to_owned),
        sub_project: sub_project.map(str::to_owned),
        ..whole_period()
    }
}

/// `ok`, or what the error is in a word, or the codes of the mistakes.
fn verdict(result: Result<report::Model, Error>) -> String {
    match result {
        Ok(_) => "ok".to_owned(),
        Err(Error::Invalid(mistakes)) => {
            mistakes.iter().map(|mistake| mistake.code).collect::<Vec<_>>().join(" ")
        }
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn rights_decide_which_report_may_be_asked_for() {
    let house = House::built().await;
    let operator = Viewer::local_operator();
    let whole = || about(None, None);
    let network = |code| about(Some(code), None);
    let sub_project = |code| about(None, Some(code));
    let strand = |code: &str| ReportRequest { strand: Some(code.to_owned()), ..whole_period() };
    for (viewer, request, expected) in [
        (operator.clone(), whole(), "ok"),
        (operator.clone(), network("SOUTH"), "ok"),
        (operator, sub_project("TV-9"), "sub-project-unknown"),
        (coordinator(&house), network("NORTH"), "ok"),
        (coordinator(&house), sub_project("TV-2"), "ok"),
        (coordinator(&house), network("SOUTH"), "network-unknown"),
        (Viewer::local_operator(), strand("HS-1"), "ok"),
        (Viewer::local_operator(), strand("HS-9"), "strand-unknown"),
        (coordinator(&house), strand("HS-1"), "not allowed"),
        (auditor(), strand("HS-1"), "not allowed"),
        (coordinator(&house), whole(), "not allowed"),
        (staff(&house), sub_project("TV-1"), "ok"),
        (staff(&house), sub_project("TV-2"), "sub-project-unknown"),
        (staff(&house), network("NORTH"), "network-unknown"),
        (auditor(), sub_project("TV-1"), "not allowed"),
        (Viewer::public(), sub_project("TV-1"), "not signed in"),
    ] {
        let said = format!("{} asks for {request:?}", viewer.actor.label());
        assert_eq!(verdict(report::request(&house.domain, &viewer, request).await), expected, "{said}");
    }
}

#[tokio::test]
async fn all_mistakes_of_a_request_are_told_at_once() {
    let house = House::built().await;
    let tomorrow = house.domain.clock.now() + TimeDelta::days(1);
    let both = about(Some("NORTH"), Some("TV-9"));
    for (request, expected) in [
        (ReportRequest { period: "IQ-1900".to_owned(), ..whole_period() }, "period-unknown"),
        (
            ReportRequest { period: "IQ-2015".to_owned(), cut_off: day(2014, 12, 31), ..whole_period() },
            "cut-off-before-period",
        ),
        (
            ReportRequest { cut_off: tomorrow.date_naive(), known_at: Some(tomorrow), ..both },
            "cut-off-in-future known-at-in-future network-and-sub-project sub-project-unknown",
        ),
        (
            ReportRequest { strand: Some("HS-9".to_owned()), ..about(Some("NORTH"), None) },
            "strand-and-other-unit strand-unknown",
        ),
    ] {
        let verdict = verdict(report::request(&house.domain, &Viewer::local_operator(), request).await);
        assert_eq!(verdict, expected);
    }
}

#[tokio::test]
async fn a_run_is_seen_by_those_who_see_all_it_is_about() {
    // given a run about each kind of unit
    let house = House::built().await;
    let operator = Viewer::local_operator();
    let mut runs = Vec::new();
    let strand = ReportRequest { strand: Some("HS-1".to_owned()), ..whole_period() };
    for request in [strand, about(None, None), about(Some("NORTH"), None), about(None, Some("TV-1"))] {
        runs.push(report::request(&house.domain, &operator, request).await.expect("a run").id);
    }
    runs.reverse();

    for (viewer, seen) in [
        (operator, &runs[..]),
        (auditor(), &runs[..]),
        (coordinator(&house), &runs[..2]),
        (staff(&house), &runs[..1]),
    ] {
        // when
        let page = report::page(&house.domain, &viewer, (&[], None, 10)).await.expect("a page");

        // then the newest come first, and one by one they are found or not
        assert_eq!(page.iter().map(|run| run.id).collect::<Vec<_>>(), seen);
        for id in &runs {
            let got = report::get(&house.domain, &viewer, *id).await;
            assert_eq!(got.is_ok(), seen.contains(id), "{got:?}");
        }
        let rest = report::page(&house.domain, &viewer, (&[], Some(runs[0]), 1)).await.expect("a page");
        assert_eq!(
            rest.iter().map(|run| run.id).collect::<Vec<_>>(),
            seen[1..].iter().copied().take(1).collect::<Vec<_>>()
        );
    }
}

#[tokio::test]
async fn requests_and_downloads_are_in_the_audit_log() {
    let house = House::built().await;
    let viewer = staff(&house);
    let id = report::request(&house.domain, &viewer, about(None, Some("TV-1"))).await.expect("a run").id;
    assert!(matches!(report::file_of(&house.domain, &viewer, id).await, Err(Error::NotFound(_))));
    report::downloaded(&house.domain, &viewer, id).await.expect("an entry");

    let entries = audit::Entity::find().all(&house.domain.db).await.expect("entries");
    let told: Vec<_> = entries.iter().map(|entry| (entry.action.as_str(), entry.actor.as_str())).collect();
    assert_eq!(told, [("create", "staff@example.org"), ("download", "staff@example.org")]);
    assert!(entries.iter().all(|entry| entry.object_id == Some(id.to_string())));
}
