//! Who may write, withdraw and read records: those of their own sub-projects, and nothing tells them of others.

use std::collections::BTreeSet;

use domain::{
    Actor, Page, RecordQuery, Role, Scope, Viewer, audit, consultation,
    exchange::{self, Finding, ImportRequest, Kind, Mode, WithdrawalRequest},
    id::{AccountId, RegionalNetworkId, SubProjectId},
    record_list, regional_network, sub_project,
};
use interchange::{Limits, Table, read_csv};
use sea_orm::ConnectionTrait;
use texts::Language;

use crate::fixture::{Fixture, operator};

const OWN: &str = "AQB-AUG";
const OTHER: &str = "AQB-MUC";

fn table(contents: &str) -> Table {
    read_csv("a file", contents.as_bytes(), &Limits::default()).expect("a table")
}

fn rules(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule).collect()
}

async fn import(fixture: &Fixture, viewer: &Viewer, kind: Kind, contents: &str) -> exchange::ImportOutcome {
    let tables = vec![(kind, table(contents))];
    let request = ImportRequest { tables, files: Vec::new(), mode: Mode::Apply, reason: None };
    exchange::import(&fixture.domain, viewer, &request).await.expect("an import")
}

async fn withdraw(fixture: &Fixture, viewer: &Viewer, kind: Kind, key: &str) -> exchange::WithdrawalOutcome {
    let tables = vec![(kind, table(key))];
    let request =
        WithdrawalRequest { tables, files: Vec::new(), reason: "a mistake".to_owned(), mode: Mode::Apply };
    exchange::withdraw(&fixture.domain, viewer, &request).await.expect("a withdrawal")
}

async fn rows(fixture: &Fixture, viewer: &Viewer, kind: Kind) -> usize {
    exchange::export(&fixture.domain, viewer, kind, "IQ-2023").await.expect("rows").rows.len()
}

fn holding(role: Role, networks: &[RegionalNetworkId], sub_projects: &[SubProjectId]) -> Viewer {
    let scope = Scope::Only {
        networks: networks.iter().copied().collect(),
        sub_projects: sub_projects.iter().copied().collect(),
    };
    let actor =
        Actor::Account { id: AccountId::fresh(), email: "a@example.org".into(), name: "Somebody".into() };
    Viewer::account(actor, BTreeSet::from([role]), scope.clone(), scope)
}

/// Project staff of the own sub-project.
async fn staff(fixture: &Fixture) -> Viewer {
    let found = sub_project::store::by_codes(&fixture.domain.db, &[OWN.to_owned()], None).await;
    holding(Role::ProjectStaff, &[], &[found.expect("a reading")[0].id])
}

/// The coordinator of the regional network that the own sub-project belongs to.
async fn coordinator(fixture: &Fixture) -> Viewer {
    let db = &fixture.domain.db;
    let period = fixture.period("IQ-2023").await;
    let networks = regional_network::store::of_periods(db, &[period], None).await.expect("networks");
    let network = networks.into_iter().find(|network| network.code == "SOB").expect("the network").id;
    let within = sub_project::store::of_networks(db, &[network], None).await.expect("sub-projects");
    let within: Vec<_> = within.into_iter().map(|row| row.id).collect();
    holding(Role::Coordinator, &[network], &within)
}

/// A file of a kind with one record of a sub-project, and its key.
fn record(kind: Kind, sub_project: &str) -> (String, &'static str) {
    match kind {
        Kind::Offers => (format!("code,sub_project,type,name\nX-1,{sub_project},AQB,Beratung\n"), ""),
        Kind::Trainers => (format!("code,sub_project\nX-1,{sub_project}\n"), "code\nX-1\n"),
        Kind::Consultations => {
            (format!("ref,sub_project,held_on,contact\nX-1,{sub_project},2024-05-10,first\n"), "ref\nX-1\n")
        }
        Kind::Trainings => {
            (format!("ref,sub_project,held_on,audience\nX-1,{sub_project},2024-05-10,sme\n"), "ref\nX-1\n")
        }
        Kind::QualificationPlans => (
            format!("ref,participant,sub_project,agreed_on\nX-1,P-1,{sub_project},2024-05-10\n"),
            "ref\nX-1\n",
        ),
        kind => panic!("{kind:?} has no reference of its own"),
    }
}

const WITH_REFERENCE: [Kind; 4] =
    [Kind::Trainers, Kind::Consultations, Kind::Trainings, Kind::QualificationPlans];

#[tokio::test]
async fn a_record_of_others_can_be_neither_written_nor_taken_over_nor_withdrawn() {
    let fixture = Fixture::with_demo_network().await;
    let staff = staff(&fixture).await;
    for kind in WITH_REFERENCE {
        let (theirs, key) = record(kind, OTHER);
        let (taken, _) = record(kind, OWN);
        let before = import(&fixture, &operator(), kind, &theirs).await;
        assert_eq!(before.inserted, 1, "{kind:?}: {before:?}");

        let written = import(&fixture, &staff, kind, &theirs.replace("X-1", "X-2")).await;
        let taken_over = import(&fixture, &staff, kind, &taken).await;
        let withdrawn = withdraw(&fixture, &staff, kind, key).await;

        assert_eq!((written.held_back, rules(&written.findings)), (1, vec!["V-34"]), "{kind:?}");
        assert_eq!(taken_over.held_back, 1, "{kind:?}");
        assert!(rules(&taken_over.findings).contains(&"I-14"), "{kind:?}: {taken_over:?}");
        assert_eq!((withdrawn.held_back, rules(&withdrawn.findings)), (1, vec!["I-23"]), "{kind:?}");
        for finding in taken_over.findings.iter().chain(&withdrawn.findings) {
            for language in [Language::De, Language::En] {
                let words = format!("{}{}", finding.message(language), finding.remedy(language));
                assert!(!words.contains(OTHER), "{kind:?} reveals whose it is: {words}");
            }
        }
        let again = import(&fixture, &operator(), kind, &theirs).await;
        assert_eq!(again.unchanged, 1, "{kind:?}: the record is as it was");
        assert_eq!(rows(&fixture, &staff, kind).await, 0, "{kind:?} goes out to others");
    }
}

#[tokio::test]
async fn an_offer_of_others_cannot_be_taken_over() {
    let fixture = Fixture::with_demo_network().await;
    let staff = staff(&fixture).await;
    import(&fixture, &operator(), Kind::Offers, &record(Kind::Offers, OTHER).0).await;

    let outcome = import(&fixture, &staff, Kind::Offers, &record(Kind::Offers, OWN).0).await;

    assert_eq!((outcome.held_back, rules(&outcome.findings)), (1, vec!["I-14"]));
}

#[tokio::test]
async fn own_records_can_be_written_and_withdrawn_and_those_of_a_sub_project_stay_there() {
    let fixture = Fixture::with_demo_network().await;
    let coordinator = coordinator(&fixture).await;
    for kind in WITH_REFERENCE {
        let (own, key) = record(kind, OWN);
        let (moved, _) = record(kind, "SOB-DIGI");

        let first = import(&fixture, &coordinator, kind, &own).await;
        let second = import(&fixture, &coordinator, kind, &moved).await;
        let seen = rows(&fixture, &coordinator, kind).await;
        let withdrawn = withdraw(&fixture, &coordinator, kind, key).await;

        let stays = matches!(kind, Kind::Consultations | Kind::Trainings | Kind::QualificationPlans);
        assert_eq!((second.changed, second.held_back), if stays { (0, 1) } else { (1, 0) }, "{kind:?}");
        assert_eq!((first.inserted, seen, withdrawn.withdrawn), (1, 1, 1), "{kind:?}");
        assert_eq!(rows(&fixture, &coordinator, kind).await, 0, "{kind:?}");
    }
}

#[tokio::test]
async fn a_target_is_set_and_seen_by_whoever_holds_the_whole_of_its_unit() {
    let header = "period,indicator,value,sub_project,network\nIQ-2023,EECO01";
    for (unit, by_staff, by_coordinator) in [
        (format!("5,{OWN},"), vec![], vec![]),
        ("5,SOB-DIGI,".to_owned(), vec!["V-34"], vec![]),
        (format!("5,{OTHER},"), vec!["V-34"], vec!["V-34"]),
        ("5,,SOB".to_owned(), vec!["I-22"], vec![]),
        ("5,,MUC".to_owned(), vec!["I-22"], vec!["I-22"]),
        ("5,,".to_owned(), vec!["I-22"], vec!["I-22"]),
    ] {
        for (coordinates, expected) in [(false, by_staff), (true, by_coordinator)] {
            let fixture = Fixture::with_demo_network().await;
            let viewer = if coordinates { coordinator(&fixture).await } else { staff(&fixture).await };
            let contents = format!("{header},{unit}\n");

            let outcome = import(&fixture, &viewer, Kind::Targets, &contents).await;
            let refused = rules(&outcome.findings);
            import(&fixture, &operator(), Kind::Targets, &contents).await;
            let seen = rows(&fixture, &viewer, Kind::Targets).await;
            let withdrawn = withdraw(&fixture, &viewer, Kind::Targets, &contents).await;

            let allowed = usize::from(expected.is_empty());
            let done = (refused, seen, withdrawn.withdrawn);
            assert_eq!(done, (expected, allowed, allowed), "{unit}, coordinator: {coordinates}");
        }
    }
}

#[tokio::test]
async fn reading_consultations_leaves_an_entry() {
    let fixture = Fixture::with_demo_network().await;
    let viewer = coordinator(&fixture).await;
    import(&fixture, &viewer, Kind::Consultations, &record(Kind::Consultations, OWN).0).await;

    let page = Page { after: None, limit: 10 };
    let query = RecordQuery::default();
    let read = record_list::page::<consultation::Entity>(&fixture.domain, &viewer, (&query, &page)).await;

    assert_eq!(read.expect("a page").rows.len(), 1);
    let page = audit::Page { after: None, limit: 1, order: audit::Order::NewestFirst };
    let entry = audit::page(&fixture.domain, &operator(), &page).await.expect("the log").remove(0);
    assert_eq!(
        (entry.action.as_str(), entry.object_kind.as_str(), entry.record_count),
        ("read", "consultation", 1)
    );
}

#[tokio::test]
async fn people_met_in_a_consultation_are_known_from_then_on() {
    let fixture = Fixture::with_demo_network().await;
    let rows = format!("ref,sub_project,held_on,contact,participant\nX-1,{OWN},2024-05-10,first,P-77\n");

    let first = import(&fixture, &operator(), Kind::Consultations, &rows).await;
    let plan = format!("ref,participant,sub_project,agreed_on\nQ-1,P-77,{OWN},2024-05-10\n");
    let second = import(&fixture, &operator(), Kind::QualificationPlans, &plan).await;

    assert_eq!((first.inserted, second.inserted), (1, 1));
    let statement = "SELECT 1 FROM participant WHERE reference = 'P-77'";
    let found = fixture
        .domain
        .db
        .query_all_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, statement));
    assert_eq!(found.await.expect("rows").len(), 1);
}

#[tokio::test]
async fn the_map_is_changed_by_those_who_hold_its_networks_and_organisations_by_those_who_hold_all() {
    let (mine, theirs) = ("IQ-2023,09161", "IQ-2023,09162");
    let refused = || vec!["I-11"];
    for (kind, contents, by_staff, by_coordinator) in [
        (Kind::Organisations, "code,name\nHSA,Another name\n".to_owned(), refused(), refused()),
        (Kind::Organisations, "code,name\nNEW,A new one\n".to_owned(), refused(), refused()),
        (Kind::NetworkDistricts, format!("period,ags,network,note\n{mine},SOB,Asked\n"), refused(), vec![]),
        (Kind::NetworkDistricts, format!("period,ags,network\n{mine},MUC\n"), refused(), refused()),
        (Kind::NetworkDistricts, format!("period,ags,network\n{theirs},SOB\n"), refused(), refused()),
    ] {
        let fixture = Fixture::with_demo_network().await;
        let people = [staff(&fixture).await, coordinator(&fixture).await];
        for (viewer, expected) in people.into_iter().zip([by_staff, by_coordinator]) {
            let outcome = import(&fixture, &viewer, kind, &contents).await;

            let found = (outcome.held_back, outcome.changed, rules(&outcome.findings));
            let held_back = usize::from(!expected.is_empty());
            assert_eq!(found, (held_back, 1 - held_back, expected), "{contents}");
        }
    }
}
