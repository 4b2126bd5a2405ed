//! What the pages say of editions: on cards, on the start page, and after a return.

use crate::harness::{Account, Backend, Client, Database, csv, eventually, on_each_database, participation};

/// The heading of what waits, on the start page.
const WAITING: &str = "Fassungen, die auf Sie warten";

async fn network(backend: Backend) -> Database {
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-1")];
    let database = backend.migrated().await.with_network().with_participations(&people);
    Account::ALL.into_iter().fold(database, Database::with_account)
}

/// Sends the form that goes to `/reports` on a page and waits for the workbook; the address of the run.
async fn requested(client: &Client, page: &str, fields: &[(&str, &str)]) -> String {
    let answer = client.submit(page, "/reports", fields).await;
    assert_eq!(answer.status(), 303, "{answer:?}");
    let run = answer.headers()["location"].to_str().expect("an address").to_owned();
    eventually("a finished report", async || client.page(&run).await.contains("SHA-256").then_some(())).await;
    run
}

/// Asks for the report of a unit.
async fn report(client: &Client, unit: &str) -> String {
    let fields = [("unit", unit), ("cut_off", "2023-12-31"), ("known_at", ""), ("language", "de")];
    requested(client, "/reports?period=IQ-2023", &fields).await
}

/// Takes the next step of the edition of a run.
async fn step(client: &Client, run: &str, step: &str) {
    let fields = [("step", step), ("reason", "Ziele fehlen")];
    let answer = client.submit(run, &format!("{run}/edition"), &fields).await;
    assert_eq!(answer.status(), 303, "{step}: {}", answer.text().await.unwrap_or_default());
}

/// Records something that was not known before.
fn late_entry(database: &Database) {
    database.import("participations", &csv(&[participation("P-9", "SP-1")])).expect(0);
}

/// The card of a run on the list.
async fn card(client: &Client, run: &str) -> String {
    let list = client.page("/reports").await;
    let cards = list.split("<li class=\"run\">");
    cards.skip(1).find(|card| card.contains(&format!("href=\"{run}\""))).expect("a card").to_owned()
}

on_each_database! {
    async fn a_returned_edition_is_seen_and_answered_with_the_same_report(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let coordinator = server.signed_in(Account::Coordinator).await;
        let auditor = server.signed_in(Account::Auditor).await;
        let first = report(&staff, "sub_project:SP-1").await;
        assert!(!card(&staff, &first).await.contains("Fassung"), "no edition yet");

        // given a submitted edition, it waits for the coordination alone
        step(&staff, &first, "draft").await;
        step(&staff, &first, "submit").await;
        let above = coordinator.page("/").await;
        assert!(above.contains("Eine Fassung wartet auf Ihre Entscheidung") && above.contains(&first), "{above}");
        for other in [&staff, &auditor, &server.visitor()] {
            assert!(!other.page("/").await.contains(WAITING));
        }

        // when it is returned, it waits for an answer of its unit
        step(&coordinator, &first, "return").await;
        let own = staff.page("/").await;
        assert!(own.contains("Eine Fassung wurde zurückgegeben") && own.contains(&first), "{own}");
        for other in [&coordinator, &server.signed_in(Account::Administrator).await, &auditor] {
            assert!(!other.page("/").await.contains(WAITING));
        }
        let seen = card(&staff, &first).await;
        assert!(seen.contains("Fassung 1 · zurückgegeben"), "{seen}");
        assert!(auditor.page(&first).await.contains("noch gibt es keine"));

        let again = "Unverändert wieder einreichen";
        assert!(staff.page(&first).await.contains(again) && !coordinator.page(&first).await.contains(again));

        // then, once something has changed, the page asks for the same report anew, and the next edition answers
        let unchanged = staff.submit(&first, "/reports", &[]).await;
        assert_eq!(unchanged.status(), 422);
        assert!(unchanged.text().await.expect("a page").contains("Ein neuer wäre derselbe"));
        late_entry(&database);
        let second = requested(&staff, &first, &[]).await;
        assert_ne!(first, second);
        step(&staff, &second, "draft").await;
        let answered = staff.page(&first).await;
        assert!(answered.contains("Darauf antwortet:") && answered.contains(&format!("href=\"{second}\"")), "{answered}");
        assert!(staff.page("/").await.contains(WAITING), "a draft is no answer yet");
        step(&staff, &second, "submit").await;
        assert!(!staff.page("/").await.contains(WAITING));
        step(&coordinator, &second, "approve").await;
        assert!(card(&staff, &second).await.contains("Fassung 2 · freigegeben"));
        assert!(card(&staff, &first).await.contains("Fassung 1 · ersetzt"));
    }

    async fn a_report_of_the_whole_is_answered_by_the_administration(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let administrator = server.signed_in(Account::Administrator).await;
        let run = report(&administrator, "whole").await;
        step(&administrator, &run, "draft").await;
        step(&administrator, &run, "submit").await;

        step(&administrator, &run, "return").await;

        let start = administrator.page("/").await;
        assert!(start.contains("Eine Fassung wurde zurückgegeben") && start.contains(&run), "{start}");
        late_entry(&database);
        let again = requested(&administrator, &run, &[]).await;
        assert_ne!(again, run);
        let of = card(&administrator, &again).await;
        assert!(of.contains("Gesamtes Netzwerk") && of.contains("Stichtag 31.12.2023"), "{of}");
    }
}

#[tokio::test]
async fn approving_is_offered_only_to_those_who_may() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();
    let administrator = server.signed_in(Account::Administrator).await;
    let run = report(&administrator, "sub_project:SP-1").await;
    step(&administrator, &run, "draft").await;
    step(&administrator, &run, "submit").await;
    let approves = |page: &str| page.contains("value=\"approve\"");
    let is_told = |page: &str| page.contains("Freigeben muss sie jemand anderes");

    let own = administrator.page(&run).await;
    let start = administrator.page("/").await;
    let of_others = server.signed_in(Account::Coordinator).await.page(&run).await;
    database.run_command(&["edition", "four-eyes", "--period", "IQ-2023", "off"]).expect(0);
    let waived = administrator.page(&run).await;

    assert!(!approves(&own) && is_told(&own) && own.contains("value=\"return\""), "{own}");
    let hint = "zum Freigeben möglich";
    assert!(!own.contains(hint) && of_others.contains(hint) && waived.contains(hint), "{own}");
    assert!(!start.contains(WAITING), "{start}");
    let english = administrator.page(&format!("{run}?lang=en")).await;
    assert!(english.contains("0 changes since the moment it shows"), "{english}");
    administrator.page(&format!("{run}?lang=de")).await;
    assert!(approves(&of_others) && !is_told(&of_others), "{of_others}");
    assert!(approves(&waived) && !is_told(&waived), "{waived}");
    assert!(administrator.page("/").await.contains("Eine Fassung wartet auf Ihre Entscheidung"));
}

#[tokio::test]
async fn whoever_hands_in_may_remark_on_it() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();
    let staff = server.signed_in(Account::ProjectStaff).await;
    let run = report(&staff, "sub_project:SP-1").await;
    step(&staff, &run, "draft").await;
    let action = format!("{run}/edition");
    let endless = "x".repeat(1001);

    let offered = staff.page(&run).await;
    let refused = staff.submit(&run, &action, &[("step", "submit"), ("reason", &endless)]).await;
    let status = refused.status();
    let page = refused.text().await.expect("a page");
    let remark = [("step", "submit"), ("reason", "Ohne die Ziele 2025")];
    let taken = staff.submit(&run, &action, &remark).await;

    assert!(offered.contains("<textarea") && offered.contains("Freiwillig"), "{offered}");
    assert_eq!((status.as_u16(), taken.status().as_u16()), (422, 303));
    let (_, beside) = page.split_once("id=\"answer-error\"").expect("a mistake beside its field");
    assert!(beside.contains("Eine Bemerkung hat höchstens 1000 Zeichen"), "{page}");
    assert!(staff.page(&run).await.contains("<q class=\"words\">Ohne die Ziele 2025</q>"));
}

#[tokio::test]
async fn cards_tell_period_and_language_and_a_bundle_that_it_is_not_handed_in() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();
    let administrator = server.signed_in(Account::Administrator).await;
    let bundle = report(&administrator, "bundle").await;

    let list = card(&administrator, &bundle).await;
    let page = administrator.page(&bundle).await;

    assert!(list.contains("IQ-2023 <span lang=\"de\">MigraNet plus</span> · Deutsch"), "{list}");
    assert!(page.contains("<dd>IQ-2023 <span lang=\"de\">MigraNet plus</span></dd>"), "{page}");
    assert!(page.contains("Ein Paket lässt sich nicht einreichen"), "{page}");
}

#[tokio::test]
async fn what_is_wrong_with_a_step_stands_beside_its_field_and_what_was_typed_stays() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();
    let staff = server.signed_in(Account::ProjectStaff).await;
    let coordinator = server.signed_in(Account::Coordinator).await;
    let run = report(&staff, "sub_project:SP-1").await;
    step(&staff, &run, "draft").await;
    step(&staff, &run, "submit").await;
    let endless = "x".repeat(1001);
    for reason in ["", &endless] {
        let fields = [("step", "return"), ("reason", reason)];

        let answer = coordinator.submit(&run, &format!("{run}/edition"), &fields).await;

        assert_eq!(answer.status(), 422);
        let page = answer.text().await.expect("a page");
        let (_, beside) = page.split_once("id=\"reason-error\"").expect("a mistake beside its field");
        assert!(
            beside.split("</p>").next().is_some_and(|said| said.contains("höchstens 1.000 Zeichen")),
            "{page}"
        );
        assert!(page.contains("href=\"#reason\"") && page.contains("<title>Fehler: "), "{page}");
        assert!(
            page.contains("name=\"reason\" rows=\"4\" maxlength=\"1000\"")
                && page.contains(&format!(">{reason}</textarea>")),
            "{page}"
        );
        assert!(
            page.contains(&format!("href=\"{run}?lang=en\"")),
            "the language switch leads to the page: {page}"
        );
    }
}

#[tokio::test]
async fn only_those_who_may_request_something_have_the_form_and_a_period_that_is_over_its_last_day() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve_alone();
    const FORM: &str = "<form class=\"form\" method=\"post\" action=\"/reports\">";
    let nothing = "nichts, worüber Sie einen Bericht anfordern dürfen";

    let staff = server.signed_in(Account::ProjectStaff).await;
    let (own, other) =
        (staff.page("/reports?period=IQ-2023").await, staff.page("/reports?period=IQ-2019").await);
    let auditor = server.signed_in(Account::Auditor).await.page("/reports?period=IQ-2023").await;
    let over = server.signed_in(Account::Administrator).await.page("/reports?period=IQ-2019").await;

    assert!(own.contains(FORM) && !own.contains(nothing), "{own}");
    for without in [&other, &auditor] {
        assert!(!without.contains(FORM) && without.contains(nothing), "{without}");
    }
    assert!(over.contains("type=\"date\" required value=\"2022-12-31\""), "{over}");
}
