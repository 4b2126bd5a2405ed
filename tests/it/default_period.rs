//! Which period the pages show to whoever names none, and that no deadline of another one is overlooked.

use chrono::NaiveDate;

use crate::harness::{Account, Client, Database, on_each_database};

/// The pages that are about one period, but for that of deadlines.
const PAGES: [&str; 5] = ["/", "/worklist", "/findings", "/reports", "/notes"];

/// The periods chosen on the pages, page by page.
async fn chosen(client: &Client) -> Vec<String> {
    let mut chosen = Vec::new();
    for path in PAGES {
        chosen.push(chosen_on(client, path).await);
    }
    chosen
}

async fn chosen_on(client: &Client, path: &str) -> String {
    let page = client.page(path).await;
    let (before, _) = page.split_once("\" aria-current=\"true\">").expect("a chosen period");
    let (_, period) = before.rsplit_once("?period=").expect("its address");
    period.to_owned()
}

/// A period that began so long ago that it has begun wherever the tests run, and ends so late that a deadline lies ahead.
async fn with_endless_period(database: &Database) {
    database
        .tamper("UPDATE funding_period SET starts_on = '2024-01-01', ends_on = '2098-12-31' WHERE code = 'IQ-2026'")
        .await;
}

on_each_database! {
    async fn every_page_opens_the_newest_period_of_which_sub_projects_are_known(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::Administrator);
        with_endless_period(&database).await;
        let server = database.serve_alone();
        let administrator = server.signed_in(Account::Administrator).await;

        let before = chosen(&administrator).await;
        let rows = "code,name,period,organisation\nSP-9,Steg,IQ-2026,ORG-A\n";
        database.import("sub_projects", rows).expect(0);
        let after = chosen(&administrator).await;

        assert_eq!(before, ["IQ-2023"; 5], "nothing is known of the one that began later");
        assert_eq!(after, ["IQ-2026"; 5]);
    }

    async fn the_page_of_deadlines_opens_the_period_of_the_next_one(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::ProjectStaff);
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let ended = |code: &str| format!("UPDATE funding_period SET starts_on = '2015-01-01', ends_on = '2015-12-31' WHERE code = '{code}'");
        for code in ["IQ-2023", "IQ-2026"] {
            database.tamper(&ended(code)).await;
        }
        let over = chosen_on(&staff, "/deadlines").await;

        with_endless_period(&database).await;

        assert_eq!(over, chosen_on(&staff, "/worklist").await, "no deadline lies ahead: the period of the other pages");
        assert_eq!(chosen_on(&staff, "/deadlines").await, "IQ-2026");
        assert_eq!(chosen_on(&staff, "/deadlines?period=IQ-2023").await, "IQ-2023");
    }

    async fn the_start_page_tells_of_a_nearer_deadline_of_another_period(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::ProjectStaff);
        with_endless_period(&database).await;
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let list = database.run_command(&["deadline", "list", "--period", "IQ-2026", "--format", "json"]).expect(0).json();
        let today = domain::Clock::system().today().to_string();
        let next = list.as_array().expect("a list").iter().find(|row| row["dueOn"].as_str() >= Some(&today));
        let day: NaiveDate = next.and_then(|row| row["dueOn"].as_str()?.parse().ok()).expect("one lies ahead");
        let told = format!("href=\"/?period=IQ-2026\">IQ-2026, {}</a>", day.format("%d.%m.%Y"));

        let start = staff.page("/").await;
        let own = staff.page("/?period=IQ-2026").await;
        let visitor = server.visitor().page("/").await;

        assert!(start.contains("?period=IQ-2023\" aria-current") && start.contains(&told), "{start}");
        assert!(start.contains("Die nächste Frist ist die einer anderen Förderperiode"), "{start}");
        assert!(!own.contains(&told) && own.contains("Nächste Abgabefrist: "), "{own}");
        assert!(!visitor.contains(&told), "for those who read records");

        // when the shown period has a nearer one of its own, that is all there is to tell
        let tomorrow = domain::Clock::system().today().succ_opt().expect("a day");
        let before = tomorrow.pred_opt().and_then(|day| day.pred_opt()).expect("a day").to_string();
        database.tamper("UPDATE funding_period SET ends_on = '2097-12-31' WHERE code = 'IQ-2023'").await;
        let set = ["deadline", "set", "--period", "IQ-2023", "--cut-off", &before, "--due-on", &tomorrow.to_string(), "--reason", "a letter"];
        database.run_command(&set).expect(0);
        let nearer = staff.page("/").await;
        assert!(nearer.contains(&format!("Nächste Abgabefrist: {}", tomorrow.format("%d.%m.%Y"))), "{nearer}");
        assert!(!nearer.contains(&told), "{nearer}");
    }
}
